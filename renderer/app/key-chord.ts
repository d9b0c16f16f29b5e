/** The parts of a key event that make a chord. */
export type KeyParts = {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
};

const named: Readonly<Record<string, string>> = {
  Enter: 'Enter',
  NumpadEnter: 'Enter',
  Escape: 'Esc',
  Slash: '/',
};

/**
 * `F4`, `Esc`, `Ctrl+Enter`, `Alt+1` … from a key event, by physical key so that another layout or
 * an input method changes nothing. Undefined for everything that people type: plain letters, digits
 * and Enter are never shortcuts (WCAG 2.1.4), nor are F11, F12, Ctrl+N/T/W.
 */
export function chordOf(event: KeyParts): string | undefined {
  if (event.metaKey) return undefined;
  const plain = !event.ctrlKey && !event.altKey && !event.shiftKey;
  if (/^F(?:[1-9]|10)$/.test(event.code)) return plain ? event.code : undefined;
  if (event.code === 'Escape') return plain ? 'Esc' : undefined;
  if (!event.ctrlKey && !event.altKey) return undefined;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const digit = /^Digit([0-9])$/.exec(event.code)?.[1];
  const base = named[event.code] ?? letter ?? digit;
  if (base === undefined) return undefined;
  if (event.ctrlKey && !event.altKey && ['N', 'T', 'W'].includes(base)) return undefined;
  const parts = [
    event.ctrlKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ];
  return [...parts.filter((part) => part !== ''), base].join('+');
}
