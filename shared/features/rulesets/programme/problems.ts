import { type Reason, reason } from '../../../kernel/decision.ts';
import { GENERAL_PROGRAMME } from '../facts.ts';
import type { RulePack } from '../model.ts';
import { numberParam } from '../params.ts';
import type { ProgrammeForm } from './form.ts';
import { packIdOf, TEMPLATE_ANTIBODY, TEMPLATE_NAT } from './pack.ts';
import { shelvesOf } from './shelves.ts';

/** A place as a programme's shelves need it. */
export interface Shelf {
  readonly code: string;
  readonly kind: string;
  readonly active: boolean;
}

/** What a form is held against: every pack on offer or adopted, the template's tests, the places. */
export interface FormWorld {
  readonly packs: readonly RulePack[];
  readonly template: RulePack;
  readonly shelves: readonly Shelf[];
}

/** Kinds of places without which a unit of the programme could not stand apart from others. */
const NEEDED_SHELVES: readonly string[] = ['quarantine', 'qualified'];

/** Every reason why a form cannot become a programme; the shape itself is the contract's. */
export function formProblems(form: ProgrammeForm, world: FormWorld): readonly Reason[] {
  return [
    ...contradictions(form),
    ...ageProblems(form, world),
    ...alreadyTaken(form, world),
    ...testProblems(form, world),
    ...beforehandProblems(form, world),
    ...shelfProblems(form, world),
  ];
}

function contradictions({
  donor,
  giving,
  antibody,
  clinicalUse: use,
}: ProgrammeForm): readonly Reason[] {
  const { minYears, maxYears, hardMaxYears } = donor;
  const most = Math.max(...giving.targetsMl);
  return [
    ...when(minYears > maxYears || maxYears > hardMaxYears, 'rulesets.formYears'),
    ...when(most > giving.ceilingMl || repeats(giving.targetsMl), 'rulesets.formTargets', { most }),
    ...when(antibody.iggTitre === null && antibody.totalTitre === null, 'rulesets.formTitres'),
    ...when(
      !!use && (use.minMl > use.maxMl || use.minMlPerKg > use.maxMlPerKg),
      'rulesets.formDose',
    ),
  ];
}

/** No physician may decide above the age that the general donor check itself never lets donate. */
function ageProblems({ donor }: ProgrammeForm, { packs }: FormWorld): readonly Reason[] {
  const most = packs
    .filter((pack) => pack.programme === GENERAL_PROGRAMME)
    .flatMap((pack) => numberParam(pack, 'AGE-2', 'maxYears') ?? []);
  const limit = Math.max(...most);
  return when(most.length > 0 && donor.hardMaxYears > limit, 'rulesets.formAge', { limit });
}

function alreadyTaken(form: ProgrammeForm, { packs }: FormWorld): readonly Reason[] {
  const { programme } = form;
  const others = packs.filter((pack) => pack.packId !== packIdOf(programme));
  const isTaken = others.some((pack) => pack.programme === programme);
  const codes = form.products.map((product) => product.productCode);
  const used = new Set(
    others
      .filter((pack) => pack.programme !== programme)
      .flatMap((pack) => pack.donationTypes)
      .flatMap((type) => type.products)
      .map((product) => product.productCode),
  );
  const clash = codes.filter((code) => used.has(code));
  return [
    ...when(isTaken, 'rulesets.programmeReserved', { programme }),
    ...when(clash.length > 0, 'rulesets.productTaken', { codes: clash.join(' ') }),
    ...when(repeats(codes), 'rulesets.productTwice'),
  ];
}

/** The disease's own tests must not go by the code of another test of the panel. */
function testProblems(
  { nat, antibody }: ProgrammeForm,
  { template }: FormWorld,
): readonly Reason[] {
  const general = template.donationTypes
    .flatMap((type) => type.panel)
    .map((each) => each.test)
    .filter((test) => test !== TEMPLATE_NAT && test !== TEMPLATE_ANTIBODY);
  const own = [...(nat === null ? [] : [nat.test]), antibody.test];
  const clash = own.filter((test, n) => general.includes(test) || own.indexOf(test) !== n);
  return when(clash.length > 0, 'rulesets.formTest', { test: clash.join(' ') });
}

/** A test beforehand must be one of the programme, and must itself still count on that day. */
function beforehandProblems(
  { beforehand, nat }: ProgrammeForm,
  { template }: FormWorld,
): readonly Reason[] {
  if (!beforehand) return [];
  const { days, tests } = beforehand;
  const limit = numberParam(template, 'SITE-PRETEST', 'days') ?? 0;
  const isAbsent = nat === null && tests.includes('nat');
  const isWrong = isAbsent || repeats(tests) || days > limit;
  return when(isWrong, 'rulesets.formBeforehand', { limit });
}

function shelfProblems({ programme, places }: ProgrammeForm, world: FormWorld): readonly Reason[] {
  const shelves = places.map((code) =>
    world.shelves.find((shelf) => shelf.code === code && shelf.active),
  );
  const unknown = places.filter((_code, n) => shelves[n] === undefined);
  const missing = NEEDED_SHELVES.filter((kind) => !shelves.some((shelf) => shelf?.kind === kind));
  const others = world.packs.filter((pack) => pack.programme !== programme);
  const taken = places.filter((code) => others.some((pack) => shelvesOf(pack).includes(code)));
  return [
    ...when(unknown.length > 0, 'rulesets.shelfUnknown', { codes: unknown.join(' ') }),
    ...when(unknown.length === 0 && missing.length > 0, 'rulesets.shelvesMissing'),
    ...when(taken.length > 0, 'rulesets.shelfTaken', { codes: taken.join(' ') }),
  ];
}

function when(isSo: boolean, code: string, params?: Reason['params']): readonly Reason[] {
  return isSo ? [reason(code, params)] : [];
}

function repeats(values: readonly (string | number)[]): boolean {
  return new Set(values).size < values.length;
}
