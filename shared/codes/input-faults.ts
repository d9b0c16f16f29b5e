/**
 * What a keyboard, an input method or a scanner setting does to a code. These readings only explain
 * a refusal: what they give is never used as data.
 */

/** Chinese punctuation that an input method puts in place of what a scanner types. */
const CHINESE: Readonly<Record<string, string>> = {
  '《': '<',
  '》': '>',
  '〈': '<',
  '〉': '>',
  '（': '(',
  '）': ')',
  '、': '\\',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '￥': '$',
  '【': '[',
  '】': ']',
  '。': '.',
  '·': '`',
  '—': '_',
  '…': '^',
  '\u3000': ' ',
};

/** Full-width forms and Chinese punctuation folded to ASCII, or null where there are none. */
export function foldFullWidth(text: string): string | null {
  let folded = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const wide = code >= 0xff01 && code <= 0xff5e;
    folded += wide ? String.fromCodePoint(code - 0xfee0) : (CHINESE[character] ?? character);
  }
  return folded === text ? null : folded;
}

/** Key names that stand where characters should, when an input method held the keys. */
export function isProcessKeys(text: string): boolean {
  return /^(Process|Unidentified)+$/.test(text) || /(Process|Unidentified){2,}/.test(text);
}

/** True for a Han, Hangul or kana character: an input method composed words out of a scan. */
export function hasIdeographs(text: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);
}

/** Letters with upper and lower case exchanged, as Caps Lock does. */
export function swapCase(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}

const US_SHIFTED = '~!@#$%^&*()_+{}|:"<>?';
const US_PLAIN = "`1234567890-=[]\\;',./";

function mapper(seen: string, meant: string): (text: string) => string {
  const table = new Map([...seen].map((character, at) => [character, meant.charAt(at)]));
  return (text) => [...text].map((character) => table.get(character) ?? character).join('');
}

const unshift = mapper(US_SHIFTED, US_PLAIN);
const shift = mapper(US_PLAIN, US_SHIFTED);

interface Layout {
  readonly name: string;
  readonly undo: (text: string) => string;
}

/** The scanner speaks one layout, the computer another: what was seen → what the symbol holds. */
const LAYOUTS: readonly Layout[] = [
  { name: 'german', undo: mapper("`´&/(=)_;:?ßyzYZÄäÖö*'#", '=`^&*)(?<>_-zyZY"\':;}|\\') },
  { name: 'german', undo: mapper('´/(=)`;:ßyzYZ', '=&*)(+<>-zyZY') },
  {
    name: 'french',
    undo: mapper('&é"\'(-è_çà1234567890./)°aqzwAQZW', '1234567890!@#$%^&*()<>-_qawzQAWZ'),
  },
  { name: 'french', undo: mapper('1234567890./°aqzwAQZW', '!@#$%^&*()<>_qawzQAWZ') },
  { name: 'japanese', undo: mapper("^'(~)=@[", '=&*+(_[]') },
  { name: 'unitedKingdom', undo: mapper('@"£#~', '"@#\\|') },
  { name: 'italian', undo: mapper("ì/(=);:'", '=&*)(<>-') },
  { name: 'spanish', undo: mapper("¡/(=);:'", '=&*)(<>-') },
];

/** One way in which the text may have been spoilt, with the text as it may have been meant. */
export interface LayoutGuess {
  readonly layout: string;
  readonly text: string;
}

/** Every layout fault worth trying, for a text that could not be read as it stands. */
export function layoutGuesses(text: string): LayoutGuess[] {
  const head = text.slice(0, 2);
  const tail = text.slice(2);
  const guesses: LayoutGuess[] = [
    { layout: 'shiftStuck', text: unshift(text) },
    { layout: 'shiftStuck', text: `${head}${unshift(tail)}` },
    { layout: 'shiftLost', text: `${shift(head)}${tail.toUpperCase()}` },
    { layout: 'shiftLost', text: `${head.charAt(0)}${shift(head.slice(1))}${tail.toUpperCase()}` },
    { layout: 'shiftLost', text: `${shift(head.charAt(0))}${head.slice(1)}${tail.toUpperCase()}` },
    ...LAYOUTS.map(({ name, undo }) => ({ layout: name, text: undo(text) })),
  ];
  return guesses.filter((guess) => guess.text !== text);
}
