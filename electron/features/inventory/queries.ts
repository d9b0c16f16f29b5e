import { classify } from '#shared/codes/classify.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import type { UnitRow, UnitState } from '#shared/features/components/model.ts';
import { productOf } from '#shared/features/components/product.ts';
import type { PlaceRow } from '#shared/features/equipment/model.ts';
import { personVerdict, releaseVerdicts } from '#shared/features/inventory/gate.ts';
import { isOutOfPlace, placesFor } from '#shared/features/inventory/rules/places.ts';
import { labelTime } from '#shared/features/labeling/content.ts';
import { unitsOfScan } from '#shared/features/labeling/find-unit.ts';
import { openVerdicts } from '#shared/features/labeling/gate.ts';
import { confirmedGroup } from '#shared/features/laboratory/group.ts';
import { packFor } from '#shared/features/rulesets/facts.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { historyOf } from './history.ts';
import { newestIssues } from './store.ts';

type Card = OutputOf<'inventory.stock'>['units'][number];
type Listed = OutputOf<'inventory.releaseList'>['units'][number];

const ISSUES_SHOWN = 200;

const HERE: readonly UnitState[] = ['inProcess', 'quarantine', 'labelled', 'released'];

/** Reads for release, shelves and the history of a unit. */
export const inventoryQueries = defineQueries({
  'inventory.releaseList': (_input, ctx) => {
    const units = ctx.read.by('unit', 'state', 'labelled');
    const programme = units.map((unit) => ctx.read.get('donation', unit.din)?.programme)[0];
    const pack = programme === undefined ? undefined : packFor(ctx.read, programme, ctx.today);
    return {
      pack: pack ? { title: pack.content.title, revision: pack.revision, demo: pack.demo } : null,
      units: units.map((unit) => listed(unit, ctx)).sort(exceptionsFirst),
    };
  },
  'inventory.readScan': ({ text }, ctx) => {
    const place = placeOf(text, ctx);
    return {
      units: unitsOfScan(ctx.read, text).map((unit) => unitCard(unit, ctx)),
      place: place ? { placeId: place.id, name: place.name, kind: place.kind } : null,
    };
  },
  'inventory.stock': ({ show }, ctx) => {
    const present = HERE.flatMap((state) => ctx.read.by('unit', 'state', state));
    const discarded = ctx.read.by('unit', 'state', 'discarded');
    const groups: Readonly<Record<typeof show, readonly UnitRow[]>> = {
      all: present,
      quarantine: present.filter(({ state }) => state === 'quarantine' || state === 'labelled'),
      released: present.filter(({ state }) => state === 'released'),
      held: present.filter((unit) => activeHolds(ctx.read, unit.id).length > 0),
      outOfPlace: present.filter((unit) => isOutOfPlace(ctx.read, unit, ctx.today)),
      discarded,
    };
    return {
      counts: Object.fromEntries(Object.entries(groups).map(([key, rows]) => [key, rows.length])),
      units: groups[show].slice(0, 500).map((unit) => unitCard(unit, ctx)),
      places: ctx.read
        .all('place')
        .filter((place) => place.active)
        .map(({ id, code, name, kind }) => ({ placeId: id, code, name, kind })),
    };
  },
  'inventory.consignees': (_input, { read, version }) =>
    read
      .all('consignee')
      .map(({ id, name, phone, active }) => ({
        consigneeId: id,
        name,
        phone,
        active,
        version: version(id),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  'inventory.issued': (_input, { read, db }) =>
    newestIssues(db, ISSUES_SHOWN).flatMap((issueId) => issueLine(read, issueId)),
  'inventory.unitHistory': ({ unitId }, ctx) => {
    const unit = ctx.read.get('unit', unitId);
    return unit ? { unit: unitCard(unit, ctx), ...historyOf(unit, ctx) } : null;
  },
});

function issueLine(read: StateReader, issueId: string): OutputOf<'inventory.issued'> {
  const issue = read.get('issue', issueId);
  const unit = issue && read.get('unit', issue.unitId);
  if (!unit) return [];
  const { unitId, consignee, receiver, boxTenthsC, issuedAt, by } = issue;
  const { din, division } = unit;
  const name = read.get('staff', by)?.name ?? by;
  return [{ issueId, unitId, din, division, consignee, receiver, boxTenthsC, issuedAt, by: name }];
}

function unitCard(unit: UnitRow, ctx: QueryContext): Card {
  const { read } = ctx;
  const group = confirmedGroup(read, unit.din);
  const product = productOf(read, unit.din, unit.productCode);
  const place = unit.placeId === null ? undefined : read.get('place', unit.placeId);
  return {
    unitId: unit.id,
    din: unit.din,
    productCode: `${unit.productCode.slice(0, 6)}${unit.division}`,
    programme: read.get('donation', unit.din)?.programme ?? '—',
    productName: product?.name ?? { zh: unit.productCode, en: unit.productCode },
    division: unit.division,
    abo: group?.abo ?? null,
    rhd: group?.rhd ?? null,
    volumeMl: unit.volumeMl,
    netGrams: unit.netGrams,
    state: unit.state,
    placeId: unit.placeId,
    placeName: place?.name ?? null,
    outOfPlace: isOutOfPlace(read, unit, ctx.today),
    belongs: [...placesFor(unit)],
    expiresText: labelTime(unit.expiresAt, ctx.zone),
    holds: activeHolds(read, unit.id).map(({ id, code, placedAt }) => ({
      holdId: id,
      code,
      placedAt,
    })),
    version: ctx.version(unit.id),
  };
}

/** Judged as the command will judge it, the signed-in releaser included. */
function listed(unit: UnitRow, ctx: QueryContext): Listed {
  const { read, actor } = ctx;
  const verdicts = [
    ...releaseVerdicts(read, unit.id, ctx),
    ...(actor ? [personVerdict(read, unit.din, actor, 'releaser')] : []),
  ];
  const open = openVerdicts(verdicts);
  const freezer = verdicts.find((one) => one.ruleId === 'SITE-FREEZER');
  return {
    ...unitCard(unit, ctx),
    met: verdicts.length - open.length,
    total: verdicts.length,
    open: open.map((one) => ({ ...one, replaced: [...one.replaced] })),
    freezer: freezer?.input ?? { zh: '—', en: '—' },
  };
}

function exceptionsFirst(a: Listed, b: Listed): number {
  const rank = (one: Listed) => (one.open.length > 0 ? 0 : 1);
  return rank(a) - rank(b) || (a.unitId < b.unitId ? -1 : 1);
}

/** A place by the code on its shelf: as scanned, or its payload. */
function placeOf(text: string, { read }: QueryContext): PlaceRow | undefined {
  const [token] = classify(text).tokens;
  const codes = token?.kind === 'place' ? [token.code, token.id] : [text];
  return codes.flatMap((code) => read.by('place', 'code', code)).find((place) => place.active);
}
