/** Why something that a person typed is typed anew before a second person. */
export const CORRECT_CODES = ['mistyped', 'misread', 'otherItem', 'scaleFault'] as const;
