/** Two stations' facts clash: kept, shown, and the strictest holds meanwhile. */
export interface ConflictRow {
  readonly id: string;
  readonly kind: 'number';
  readonly subjects: readonly string[];
  readonly notedAt: string;
}

export type ExchangeRows = { readonly conflict: ConflictRow };
