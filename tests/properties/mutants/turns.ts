/** Answers every wrong version of one line that this turn makes. */
type Turn = readonly [name: string, wrong: (line: string) => readonly string[]];

/** One place after another, each replaced alone. */
function each(find: RegExp, put: string): (line: string) => readonly string[] {
  const alone = new RegExp(find.source);
  return (line) =>
    [...line.matchAll(find)].map((match) => {
      // Looked at in its place, so that what stands before and after still counts.
      const before = line.slice(0, match.index);
      const turned = match[0].replace(alone, put);
      const text = turned === match[0] ? line.slice(match.index).replace(alone, put) : undefined;
      return before + (text ?? turned + line.slice(match.index + match[0].length));
    });
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);
const ENDS_LEFT = /(?:\(|\[|\{| && | \|\| | = | => |\? |: |, |return |^\s*)$/;
const ENDS_RIGHT = /^(?: && | \|\| | \? | : |;|,|\)|\]|\}|$)/;

/** The operand before or after a place, to where the expression around it begins or ends. */
function operand(line: string, from: number, step: -1 | 1): number {
  let depth = 0;
  for (let at = from; at >= 0 && at <= line.length; at += step) {
    const isEnd = step < 0 ? ENDS_LEFT.test(line.slice(0, at)) : ENDS_RIGHT.test(line.slice(at));
    if (depth === 0 && isEnd) return at;
    const passed = line[step < 0 ? at - 1 : at] ?? '';
    const deeper = step < 0 ? CLOSING : OPENING;
    if (deeper.has(passed)) depth += 1;
    else if (OPENING.has(passed) || CLOSING.has(passed)) depth -= 1;
  }
  return step < 0 ? 0 : line.length;
}

/** Each side of each `&&` and `||` left out. */
function oneSide(line: string): readonly string[] {
  return [...line.matchAll(/ (?:&&|\|\|) /g)].flatMap(({ index, 0: sign }) => {
    const after = index + sign.length;
    const left = operand(line, index, -1);
    const right = operand(line, after, 1);
    return [line.slice(0, left) + line.slice(after), line.slice(0, index) + line.slice(right)];
  });
}

/** A filter that lets everything through. */
function unfiltered(line: string): readonly string[] {
  return [...line.matchAll(/\.filter\(/g)].flatMap(({ index, 0: call }) => {
    const end = operand(line, index + call.length, 1);
    return line[end] === ')' ? [`${line.slice(0, index)}${line.slice(end + 1)}`] : [];
  });
}

const oneMore = each(/(?<![\w'.-])\d[\d_]*(?![\w'.])/g, '(1 + $&)');

/** Figures one more, but not in texts, patterns and orders. */
function figures(line: string): readonly string[] {
  return /[`/]|-1 : 1|1 : -1|'[^']*\d/.test(line) ? [] : oneMore(line);
}

/** Small wrong versions of one line. */
export const TURNS: readonly Turn[] = [
  ['=== for !==', each(/ !== (?!undefined\b|null\b)/g, ' === ')],
  ['!== for ===', each(/ === (?!undefined\b|null\b)/g, ' !== ')],
  ['there for missing', each(/ === (undefined|null)\b/g, ' !== $1')],
  ['missing for there', each(/ !== (undefined|null)\b/g, ' === $1')],
  ['<= for <', each(/ < (?=[\w(])/g, ' <= ')],
  ['< for <=', each(/ <= /g, ' < ')],
  ['>= for >', each(/ > (?=[\w(])/g, ' >= ')],
  ['> for >=', each(/ >= /g, ' > ')],
  ['or for and', each(/ && /g, ' || ')],
  ['and for or', each(/ \|\| /g, ' && ')],
  ['one side', oneSide],
  ['condition dropped', each(/^\s+.+ (&&|\|\|)$/g, '')],
  ['every for some', each(/\.some\(/g, '.every(')],
  ['some for every', each(/\.every\(/g, '.some(')],
  ['filter dropped', unfiltered],
  ['not dropped', each(/(?<=[\s(])!(?=[\w(])/g, '')],
  ['never', each(/^(\s*)if \((.+)\)( return .+;| \{|)$/g, '$1if (false)$3')],
  ['other way', each(/(?<=^\s+return |= |\()([\w.]+(?:\([^()]*\))?) \? /g, '!$1 ? ')],
  ['list line dropped', each(/^\s+\.\.\.\w.*,$/g, '')],
  ['account for person', each(/\.personId\b/g, '.staffId')],
  ['record for person', each(/\.personKey\b/g, '.id')],
  ['first for second', each(/\bctx\.second\b(?!:)/g, 'ctx.actor')],
  ['day of Greenwich', each(/\bctx\.today\b/g, 'ctx.now.slice(0, 10)')],
  ['day of Greenwich', each(/\blocalDateOf\((\w[\w.]*), [\w.]+\)/g, '$1.slice(0, 10)')],
  ['clock of the machine', each(/\bctx\.now\b/g, 'new Date().toISOString()')],
  ['largest for smallest', each(/\bMath\.min\(/g, 'Math.max(')],
  ['smallest for largest', each(/\bMath\.max\(/g, 'Math.min(')],
  ['first for last', each(/\.at\(-1\)/g, '.at(0)')],
  ['minus for plus', each(/ \+ (?=[\w(])/g, ' - ')],
  ['plus for minus', each(/ - (?=[\w(])/g, ' + ')],
  ['one more', figures],
];
