/**
 * Characters of a US keyboard by physical key. Scanners are set to a US layout (devices-and-labels
 * 3.1); reading the key, not the character, is what survives an input method and another layout.
 */
const digits: Readonly<Record<string, string>> = {
  Digit1: '1!',
  Digit2: '2@',
  Digit3: '3#',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6^',
  Digit7: '7&',
  Digit8: '8*',
  Digit9: '9(',
  Digit0: '0)',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  IntlBackslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
};

/** The character that a physical key gives on a US layout, or undefined for a key without one. */
export function charOfKey(code: string, shift: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const pad = /^Numpad([0-9])$/.exec(code)?.[1];
  if (pad !== undefined) return pad;
  return digits[code]?.[shift ? 1 : 0];
}

const codes = new Map<string, { code: string; shift: boolean }>();
for (const [code, pair] of Object.entries(digits).reverse()) {
  if (code.startsWith('Numpad') || code === 'IntlBackslash') continue;
  codes.set(pair[1] ?? '', { code, shift: true });
  codes.set(pair[0] ?? '', { code, shift: false });
}

/** The physical key that gives a printable ASCII character, as a scanner would press it. */
export function keyOfChar(char: string): { code: string; shift: boolean } | undefined {
  if (/^[A-Z]$/.test(char)) return { code: `Key${char}`, shift: true };
  if (/^[a-z]$/.test(char)) return { code: `Key${char.toUpperCase()}`, shift: false };
  return codes.get(char);
}
