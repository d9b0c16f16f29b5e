import { encodeDin } from '#shared/codes/din.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { type BodyOf, event, type NewEvent } from '#shared/contract/events.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { CONTAINER_FLAGS } from '#shared/features/collection/words.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { act, NURSE, registered, site, told } from './cast.ts';
import { decide } from './core.ts';
import type { Rows } from './rows.ts';
import { screened } from './screened.ts';
import { emptyGeneralPack, rule, smallPack } from './small-pack.ts';

/** The chair. */
export const CHAIR = 'chair';
/** The donor. */
export const DONOR = '1';
/** Her number. */
export const SEATED = 'A999920000001';
/** The moment of the needle. */
export const NOW = '2020-03-10T02:00:00.000Z';
const TARGETS = [0, 1, 200, 300, 400];

/** The figures of the chair: ceiling 300 mL, 10 % between machine and scale, 1.026 g/mL. */
export function chairPack() {
  const small = smallPack();
  const [type] = small.donationTypes;
  if (!type) throw new Error('the small pack has one type');
  // Whatever is made of it, the strictest product starts the freezing clock: six hours, not eight.
  const products = [480, 360].flatMap((minutes) =>
    type.products.map((product) => ({ ...product, freezeWithinMinutes: minutes })),
  );
  return smallPack({
    rules: [
      rule('SITE-CEILING', { maxPlasmaMl: 300 }),
      rule('SITE-VOLVAR', { percent: 10 }),
      rule('SITE-DENSITY', { milligramsPerMl: 1026 }),
      rule('SITE-OBS', { minutes: 30 }),
      rule('SITE-VITALS', { everyMinutes: 15 }),
    ],
    donationTypes: [{ ...type, products, targetsMl: TARGETS, tubes: ['serology', 'group'] }],
  });
}

/** A lot that ends today. */
export function lot(
  lotId: string,
  kind: BodyOf<'equipment.lotReceived'>['kind'],
  more: Partial<BodyOf<'equipment.lotReceived'>> = {},
): NewEvent {
  const given = { name: lotId, catalogue: '', lot: lotId, quantity: 10, serves: [], ...more };
  return event('equipment.lotReceived', { lotId, kind, expires: '2020-03-10', ...given });
}

/** The separator of the chair. */
export const deviceSet = (more: Partial<BodyOf<'equipment.deviceSet'>> = {}) =>
  event('equipment.deviceSet', {
    deviceId: 'machine',
    code: 'APH1',
    kind: 'apheresis',
    name: 'APH-1',
    model: '',
    serial: '',
    link: { kind: 'none', address: '' },
    profile: '',
    chairId: CHAIR,
    active: true,
    ...more,
  });

/** A chair. */
export const chairSet = (chairId: string, active = true) =>
  event('equipment.chairSet', { chairId, code: chairId, name: chairId, position: 1, active });

/** Somebody is qualified up to a day. */
export const qualified = (staffId: string, until: string, skill = 'venepuncture') =>
  event('equipment.qualificationRecorded', { staffId, skill, until });

/** The chair made ready. */
export const prepared = (more: Partial<BodyOf<'collection.chairPrepared'>> = {}) =>
  event('collection.chairPrepared', {
    preparationId: 'prep',
    chairId: CHAIR,
    deviceId: 'machine',
    kitLotId: 'kit',
    kitSerial: 'K1',
    anticoagulantLotId: 'ac',
    salineLotId: 'saline',
    ...more,
  });

/** A number given to the visit. */
export const numbered = (
  sequence: number,
  more: Partial<BodyOf<'collection.numberAssigned'>> = {},
) =>
  event('collection.numberAssigned', {
    din: `A99992000000${sequence}`,
    leaseId: 'lease',
    sequence,
    visitId: 'v1',
    donorId: DONOR,
    source: 'sheet',
    chairId: CHAIR,
    ...more,
  });

/** What stands before the needle in a point where everything agrees; lots end today. */
const BEFORE: readonly NewEvent[] = [
  chairSet(CHAIR),
  chairSet('other'),
  deviceSet(),
  event('equipment.deviceChecked', { deviceId: 'machine', ok: true, items: [] }),
  lot('kit', 'kit'),
  lot('ac', 'anticoagulant'),
  lot('saline', 'saline'),
  qualified('nurse', '2020-03-10'),
  event('collection.numbersLeased', {
    leaseId: 'lease',
    station: 'S1',
    facility: 'A9999',
    year: '20',
    first: 1,
    last: 9,
  }),
  registered(DONOR, { name: '王·小红' }),
];

/** How a seat differs from one in which everything agrees. */
export interface Seat {
  /** Fields of the physician's decision. */
  readonly decided?: Partial<BodyOf<'visits.decided'>>;
  /** Without the preparation or the number. */
  readonly without?: NewEvent['type'];
  /** Fields of the programme's pack. */
  readonly pack?: Partial<RulePack>;
  /** When all of it happened. */
  readonly now?: string;
  /** Facts told last. */
  readonly facts?: readonly NewEvent[];
}

/** A donor at a prepared chair with her number, as it stands the moment before the needle. */
export function seated({
  decided = {},
  without,
  pack = {},
  now = NOW,
  facts = [],
}: Seat = {}): Rows {
  const visit = screened('v1', DONOR).map((step) =>
    step.type === 'visits.decided' ? { ...step, body: { ...step.body, ...decided } } : step,
  );
  const founding = [...site(now, [{ ...chairPack(), ...pack }, emptyGeneralPack()]), ...BEFORE];
  const all = [...founding, ...visit, numbered(1), prepared()];
  return told([...all.filter(({ type }) => type !== without), ...facts], now);
}

/** A sticker of a number as a scanner sends it. */
export function sticker(din: string, container = 'bag'): string {
  return encodeDin(din, CONTAINER_FLAGS[container] ?? '00') ?? '';
}

/** A donor’s card as a scanner sends it. */
export function card(donorId: string): string {
  return encodeStationCode('donorCard', `D${donorId}`) ?? '';
}

/** The needle's input in which everything agrees. */
export const AGREEING: InputOf<'collection.start'> = {
  chairId: CHAIR,
  donor: null,
  said: { name: '王 • 小红', birthDate: '1990-01-01' },
  number: sticker(SEATED),
  arm: 'left',
};

/** Puts the needle in. */
export function needle(
  rows: Rows,
  change: Partial<InputOf<'collection.start'>> = {},
  { actor = NURSE, now = NOW } = {},
) {
  return decide(rows, 'collection.start', { ...AGREEING, ...change }, act('needle', actor, now));
}

/** Codes of a refusal; none where it was accepted. */
export function refusal(outcome: ReturnType<typeof decide>): readonly string[] {
  return outcome.kind === 'refused' ? outcome.codes : [];
}
