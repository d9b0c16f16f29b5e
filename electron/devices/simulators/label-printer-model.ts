/** What can be done to the simulated label printer, by hand or by a test. */
export interface PrinterCondition {
  readonly paperOut: boolean;
  readonly headOpen: boolean;
  readonly paused: boolean;
  /** Takes connections and bytes and says nothing, prints nothing. */
  readonly hang: boolean;
  /** Says nothing while out of paper or open, as some real printers do. */
  readonly silentWhenFaulty: boolean;
  /** Columns of dots that no longer burn. */
  readonly deadDots: readonly number[];
}

export const READY: PrinterCondition = {
  paperOut: false,
  headOpen: false,
  paused: false,
  hang: false,
  silentWhenFaulty: false,
  deadDots: [],
};

/** Reads changes of condition from a control word; undefined when one is not understood. */
export function changedCondition(
  now: PrinterCondition,
  word: Readonly<Record<string, unknown>>,
): PrinterCondition | undefined {
  const next: Record<string, unknown> = { ...now };
  for (const [name, value] of Object.entries(word)) {
    if (name === 'do') continue;
    if (!(name in READY)) return undefined;
    const good = name === 'deadDots' ? isColumns(value) : typeof value === 'boolean';
    if (!good) return undefined;
    next[name] = value;
  }
  return next as unknown as PrinterCondition;
}

function isColumns(value: unknown): boolean {
  return Array.isArray(value) && value.every((x) => Number.isInteger(x) && x >= 0);
}

/** The three strings of `~HS` (ZPL II guide); undefined when this printer says nothing now. */
export function hostStatusAnswer(
  condition: PrinterCondition,
  waiting: number,
  lengthDots: number,
): string | undefined {
  const { paperOut, headOpen, paused } = condition;
  const silent = condition.silentWhenFaulty && (paperOut || headOpen);
  if (condition.hang || silent) return undefined;
  const bit = (flag: boolean) => (flag ? '1' : '0');
  const three = (n: number) => String(n).padStart(3, '0');
  const length = String(lengthDots).padStart(4, '0');
  const first = `030,${bit(paperOut)},${bit(paused)},${length},${three(waiting)},0,0,0,000,0,0,0`;
  const second = `000,0,${bit(headOpen)},0,0,2,4,0,${String(waiting).padStart(8, '0')},1,000`;
  return [first, second, '1234,0'].map((text) => `\x02${text}\x03\r\n`).join('');
}

/** Takes whole formats and status questions from a stream of ZPL; the rest waits for more bytes. */
export function cutZpl(text: string): {
  readonly items: readonly ({ readonly format: string } | 'status')[];
  readonly rest: string;
} {
  const items: ({ readonly format: string } | 'status')[] = [];
  let rest = text;
  for (;;) {
    const start = /\^XA|~HS/.exec(rest);
    if (!start) return { items, rest: rest.slice(-2) };
    rest = rest.slice(start.index);
    if (start[0] === '~HS') {
      items.push('status');
      rest = rest.slice(3);
      continue;
    }
    const end = rest.indexOf('^XZ');
    if (end < 0) return { items, rest };
    items.push({ format: rest.slice(0, end + 3) });
    rest = rest.slice(end + 3);
  }
}
