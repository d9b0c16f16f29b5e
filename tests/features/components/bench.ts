import { planSplit, verifyInProcess } from '#shared/features/components/rules/split.ts';
import type { Decision } from '#shared/kernel/decision.ts';
import { DIN, NOW, type World, world } from '../laboratory/world.ts';

/** The donation number as typed, with a check character. */
export const MOTHER = 'A999926000118E';

/** The first refusal of a decision, or `accepted`. */
export function code(decision: Decision<unknown, unknown>): string {
  return decision.kind === 'refused' ? (decision.reasons[0]?.code ?? '') : 'accepted';
}

/** A world whose bag was taken in. */
export function received(at = world(), ok = true): World {
  return at.put('bagIntake', {
    id: DIN,
    netGrams: 431,
    leak: !ok,
    haemolysis: 'none',
    colourOk: true,
    ok,
    correctedStamp: null,
    receivedAt: NOW,
    by: 'x',
  });
}

/** Two bags of two hundred. */
export const HALVES = [
  { volumeMl: 200, netGrams: 205 },
  { volumeMl: 200, netGrams: 205 },
];

/** The same, split into two. */
export function split(at = received(), inactivated = true): World {
  at.take(planSplit({ din: DIN, inactivated, parts: HALVES }, at.ctx()));
  return at;
}

/** The first sub-bag. */
export const A0 = `${DIN}:D0001V00:A0`;

/** The mother’s number as typed, with its right check character. */
export function mother(at: World): string {
  for (const check of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*') {
    const typed = `${DIN}${check}`;
    const decision = verifyInProcess({ unitId: A0, mother: typed, serial: '?' }, at.ctx());
    if (code(decision) === 'components.serialMismatch') return typed;
  }
  return MOTHER;
}

/** The same with the first sub-bag checked against its mother. */
export function verified(at = split()): World {
  const unit = at.rows.get('unit', A0);
  const scan = { unitId: A0, mother: mother(at), serial: `&a${unit?.inProcessSerial}` };
  at.take(verifyInProcess(scan, at.ctx()));
  return at;
}
