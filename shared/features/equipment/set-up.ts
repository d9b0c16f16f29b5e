import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { Role } from '../../contract/roles.ts';
import type { StateReader } from '../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../kernel/decision.ts';
import { humanOf } from '../operators/humans.ts';
import { siteOf } from '../operators/rules.ts';
import {
  FIRST_PROGRAMME,
  GENERAL_PROGRAMME,
  packFor,
  programmesInForce,
} from '../rulesets/facts.ts';
import { usableLots } from './facts.ts';
import type { DeviceKind, LotKind, PlaceKind } from './kinds.ts';

/** One line of the set-up check list. */
export interface SetUpItem {
  readonly item: string;
  readonly missing: Reason | undefined;
  /** Screen on which it is done. */
  readonly where: string;
}

/** What the check list looks at. */
export interface SetUpFacts {
  readonly read: StateReader;
  readonly today: string;
  readonly station: string;
}

/** Roles without which a donation cannot be carried from the door to release. */
const NEEDED_ROLES: readonly Role[] = [
  'nurse',
  'physician',
  'labTech',
  'qualityRelease',
  'printClerk',
];
const NEEDED_DEVICES: readonly DeviceKind[] = [
  'apheresis',
  'analyser',
  'labelPrinter',
  'paperPrinter',
];
const NEEDED_LOTS: readonly LotKind[] = ['kit', 'anticoagulant', 'saline', 'strip', 'reagent'];
const NEEDED_PLACES: readonly PlaceKind[] = ['quarantine', 'qualified', 'freezer'];

/**
 * The check list between first start and the first donor (the first paragraph): every line
 * with what is missing. Pure, so that the screen and the refusal of `operators.openSite` show the same.
 */
export function setUpItems(facts: SetUpFacts): readonly SetUpItem[] {
  return [
    line('licence', '/admin/site', licenceProblem(facts)),
    line('secondPerson', '/admin/staff', secondPersonProblem(facts)),
    line('roles', '/admin/staff', rolesProblem(facts)),
    line('chairs', '/admin/chairs', chairsProblem(facts)),
    ...NEEDED_DEVICES.map((kind) => line(kind, '/admin/devices', deviceProblem(facts, kind))),
    line('testLabel', '/admin/devices', testLabelProblem(facts)),
    ...NEEDED_LOTS.map((kind) => line(`${kind}Lot`, '/admin/lots', lotsProblem(facts, kind))),
    ...NEEDED_PLACES.map((kind) =>
      line(`${kind}Place`, '/admin/places', placeProblem(facts, kind)),
    ),
    line('numberLease', '/admin/numbers', leaseProblem(facts)),
    line('rulePack', '/rules', programmeProblem(facts)),
    line('generalPack', '/rules', generalProblem(facts)),
    line('panel', '/rules', panelProblem(facts)),
  ];
}

/** Two people open the site for donors; refused with every line that is missing. */
export function openSite(
  _input: Record<string, never>,
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const site = siteOf(ctx.read, ctx.station);
  if (!site) return refused(reason('operators.notFounded'));
  if (site.openedAt) return refused(reason('operators.alreadyOpen'));
  const [first, ...others] = setUpItems(ctx).flatMap(({ missing }) => (missing ? [missing] : []));
  if (first) return refused(first, ...others);
  return accepted([event('operators.siteOpened', { siteId: site.id })], {});
}

function line(item: string, where: string, missing: Reason | undefined): SetUpItem {
  return { item, where, missing };
}

function licenceProblem({ read, station, today }: SetUpFacts): Reason | undefined {
  const expires = siteOf(read, station)?.licenceExpires ?? '';
  return expires < today ? reason('operators.licenceExpired', { date: expires }) : undefined;
}

/** Administrators who can sign in: a PIN is set and the account is active. */
function peopleWith(read: StateReader, role: Role): number {
  const able = read
    .all('staff')
    .filter((staff) => staff.active && staff.roles.includes(role) && read.get('pin', staff.id));
  return new Set(able.map((staff) => humanOf(read, staff.personId))).size;
}

function secondPersonProblem({ read }: SetUpFacts): Reason | undefined {
  return peopleWith(read, 'admin') < 2 ? reason('equipment.missingSecondPerson') : undefined;
}

function rolesProblem({ read }: SetUpFacts): Reason | undefined {
  const role = NEEDED_ROLES.find((needed) => peopleWith(read, needed) === 0);
  if (role) return reason('equipment.missingRole', { role });
  // Results by hand are entered blind by two different people.
  return peopleWith(read, 'labTech') < 2 ? reason('equipment.missingSecondTester') : undefined;
}

function chairsProblem({ read }: SetUpFacts): Reason | undefined {
  return read.all('chair').some((chair) => chair.active)
    ? undefined
    : reason('equipment.missingChair');
}

function deviceProblem({ read }: SetUpFacts, kind: DeviceKind): Reason | undefined {
  const devices = read.by('device', 'kind', kind).filter((device) => device.active);
  if (devices.length === 0) return reason('equipment.missingDevice', { kind });
  const isTested = devices.some((device) => device.testedOk);
  return isTested ? undefined : reason('equipment.missingTest', { kind });
}

function testLabelProblem({ read }: SetUpFacts): Reason | undefined {
  const printers = read.by('device', 'kind', 'labelPrinter').filter((device) => device.active);
  return printers.some((printer) => printer.labelReadAt !== null)
    ? undefined
    : reason('equipment.missingTestLabel');
}

function lotsProblem({ read, today }: SetUpFacts, kind: LotKind): Reason | undefined {
  return usableLots(read, kind, today).length > 0
    ? undefined
    : reason('equipment.missingLot', { kind });
}

function placeProblem({ read }: SetUpFacts, kind: PlaceKind): Reason | undefined {
  return read.by('place', 'kind', kind).some((place) => place.active)
    ? undefined
    : reason('equipment.missingPlace', { kind });
}

function leaseProblem({ read, station, today }: SetUpFacts): Reason | undefined {
  const year = today.slice(2, 4);
  const isThere = read
    .all('numberLease')
    .filter((lease) => lease.station === station && lease.year === year)
    .some((lease) => lease.burnedAbove === null || lease.burnedAbove >= lease.first);
  return isThere ? undefined : reason('equipment.missingLease', { year });
}

/** Adoption already asked two persons to name every unverified value. */
function generalProblem({ read, today }: SetUpFacts): Reason | undefined {
  return packFor(read, GENERAL_PROGRAMME, today)
    ? undefined
    : reason('equipment.missingPack', { programme: GENERAL_PROGRAMME });
}

/** One programme at least under which something is collected; which one is the site's own matter. */
function programmeProblem({ read, today }: SetUpFacts): Reason | undefined {
  return programmesInForce(read, today).length > 0
    ? undefined
    : reason('equipment.missingPack', { programme: FIRST_PROGRAMME });
}

function panelProblem({ read, today }: SetUpFacts): Reason | undefined {
  const types = programmesInForce(read, today).flatMap((row) => row.content.donationTypes);
  const isComplete = types.length > 0 && types.every((type) => type.panel.length > 0);
  return isComplete ? undefined : reason('equipment.missingPanel');
}
