import { classify } from '../../../codes/classify.ts';
import type { DinToken, StationCodeKind, SupplyToken, UsableToken } from '../../../codes/tokens.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { type Reason, reason } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { DonorRow } from '../../donors/model.ts';
import { deviceByCode } from '../../equipment/facts.ts';
import type { LotKind } from '../../equipment/kinds.ts';
import type { DeviceRow, LotRow } from '../../equipment/model.ts';

type Read<T> = Result<T, Reason>;

/** One usable code out of a raw scan or a typed text; spoilt input is refused with its own reason. */
export function readToken(raw: string): Read<UsableToken> {
  const { tokens, problem } = classify(raw);
  const [token] = tokens;
  if (problem !== null) return err(reason(problem));
  if (tokens.length !== 1 || !token || token.kind === 'unknown')
    return err(reason('collection.oneCodeOnly'));
  return ok(token);
}

/** A donation number (INV-02): scanned with its identifier or typed with its check character. */
export function readNumber(raw: string): Read<DinToken> {
  const token = readToken(raw);
  if (!token.ok) return token;
  return token.value.kind === 'din'
    ? ok(token.value)
    : err(reason('collection.notANumber', { kind: token.value.kind }));
}

/** The donor whose card, slip or identity document was read. */
export function readDonor(read: StateReader, raw: string): Read<DonorRow> {
  const token = readToken(raw);
  if (!token.ok) return token;
  const found = donorOf(read, token.value);
  if (found === 'otherKind')
    return err(reason('collection.notADonorCode', { kind: token.value.kind }));
  return found ? ok(found) : err(reason('collection.donorUnknown'));
}

function donorOf(read: StateReader, token: UsableToken): DonorRow | undefined | 'otherKind' {
  if (token.kind === 'residentId')
    return read
      .by('donor', 'documentNumber', token.number)
      .find((donor) => donor.documentKind === 'residentId');
  if (token.kind !== 'donorCard' && token.kind !== 'donorSlip') return 'otherKind';
  return read.by('donor', 'number', cardNumber(token.id))[0];
}

/** Donor numbers carry hyphens that a card's payload cannot: `D000518` on the card is `D-000518`. */
function cardNumber(payload: string): string {
  return payload.replace(/^([A-Z]+)([0-9].*)$/, '$1-$2');
}

/** The machine whose sticker was read. */
export function readMachine(read: StateReader, raw: string): Read<DeviceRow> {
  const direct = read.get('device', raw);
  if (direct) return ok(direct);
  const token = readToken(raw);
  if (!token.ok) return token;
  if (token.value.kind !== 'device')
    return err(reason('collection.notAMachine', { kind: token.value.kind }));
  const { id } = token.value;
  const device = deviceByCode(read, id);
  return device ? ok(device) : err(reason('collection.machineUnknown', { scanned: id }));
}

/** A lot with the serial of the piece, where its code carries one. */
export interface ScannedLot {
  readonly lot: LotRow;
  readonly serial: string | null;
}

/** The lot whose sticker or trade code was read; a kind other than asked for is refused. */
export function readLot(read: StateReader, kind: LotKind, raw: string): Read<ScannedLot> {
  const direct = read.get('lot', raw);
  if (direct) return ofKind(kind, { lot: direct, serial: null });
  const token = readToken(raw);
  if (!token.ok) return token;
  const found = lotOf(read, token.value, kind);
  if (found === 'otherKind')
    return err(reason('collection.notASupply', { expected: kind, kind: token.value.kind }));
  return found ? ofKind(kind, found) : err(reason('collection.lotUnknown', { expected: kind }));
}

function ofKind(kind: LotKind, found: ScannedLot): Read<ScannedLot> {
  return found.lot.kind === kind
    ? ok(found)
    : err(reason('collection.otherSupply', { expected: kind, scanned: found.lot.kind }));
}

function lotOf(
  read: StateReader,
  token: UsableToken,
  kind: LotKind,
): ScannedLot | undefined | 'otherKind' {
  if (token.kind === 'lotSticker') {
    const lot = best(
      read.all('lot').filter((row) => plain(row.lot) === token.id),
      kind,
    );
    return lot && { lot, serial: null };
  }
  if (token.kind !== 'supply') return 'otherKind';
  const lot = best(
    read.by('lot', 'lot', token.lot ?? '').filter((row) => isSupply(row, token)),
    kind,
  );
  return lot && { lot, serial: token.serial };
}

/** Of lots with one number the one of the kind asked for; makers' lot numbers are not unique. */
function best(rows: readonly LotRow[], kind: LotKind): LotRow | undefined {
  return rows.find((row) => row.kind === kind) ?? rows[0];
}

function isSupply(row: LotRow, token: SupplyToken): boolean {
  if (token.lot === null || row.lot !== token.lot) return false;
  const isGtin = /^\d{14}$/.test(row.catalogue);
  return !isGtin || token.gtin === null || row.catalogue === token.gtin;
}

/** One of the station's own codes of a kind: its payload. */
export function readStationCode(raw: string, kind: StationCodeKind): Read<string> {
  const token = readToken(raw);
  if (!token.ok) return token;
  return token.value.kind === kind
    ? ok((token.value as { readonly id: string }).id)
    : err(reason('collection.otherCode', { expected: kind, scanned: token.value.kind }));
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
