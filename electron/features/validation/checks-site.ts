import { ROLES } from '#shared/contract/roles.ts';
import { setUpItems } from '#shared/features/equipment/set-up.ts';
import { humanOf } from '#shared/features/operators/humans.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { GENERAL_PROGRAMME } from '#shared/features/rulesets/facts.ts';
import { contentHash } from '../rulesets/hash.ts';
import { type CheckInput, found, type Looked } from './check.ts';

const SHORT = 12;
const ADMINISTRATORS = 2;

/** IQ: the site as it was set, persons by role, and what the set-up list still misses. */
export async function settings({ env }: CheckInput): Looked {
  const { read, today, station, zone } = env;
  const site = siteOf(read, station);
  const open = setUpItems({ read, today, station }).filter(({ missing }) => missing !== undefined);
  const expires = site?.licenceExpires ?? 'never';
  return [
    found('facility', site?.facilityCode ?? 'none', site !== undefined),
    found('licenceExpires', expires, site !== undefined && expires >= today),
    found('zone', zone, zone !== ''),
    ...ROLES.map((role) => {
      const active = read.all('staff').filter((row) => row.active && row.roles.includes(role));
      const humans = new Set(active.map((row) => humanOf(read, row.personId))).size;
      return found(`role.${role}`, humans, role !== 'admin' || humans >= ADMINISTRATORS);
    }),
    found('setUp', open.map(({ item }) => item).join(' ') || 'complete', open.length === 0),
  ];
}

/** IQ: the packs in force are those that two persons adopted, byte for byte. */
export async function rulePacks({ env, run }: CheckInput): Looked {
  const packs = run.packs.flatMap((hash) => env.read.get('rulePack', hash) ?? []);
  const has = (programme: string) => packs.some((row) => row.programme === programme);
  const collecting = packs
    .filter((row) => row.content.donationTypes.length > 0)
    .map((row) => row.programme);
  return [
    found('collectionPack', collecting.join(' ') || 'none', collecting.length > 0),
    found('generalPack', GENERAL_PROGRAMME, has(GENERAL_PROGRAMME)),
    ...packs.map((row) =>
      found(
        'rulePack',
        `${row.packId} ${row.revision} ${row.id.slice(0, SHORT)}`,
        contentHash(row.content) === row.id,
      ),
    ),
  ];
}
