import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Journal } from '#electron/journal/journal.ts';
import { rebuild } from '#electron/journal/replay.ts';
import { stateHash } from '#electron/journal/state-hash.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables } from '#electron/station/store.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import type { LaterEvent } from './found.ts';
import { benchEvents } from './later-bench.ts';
import { chairEvents } from './later-chair.ts';
import { correctionEvents } from './later-corrections.ts';
import { deviceEvents, sealerEvents } from './later-devices.ts';
import { drawEvents, typedEvents } from './later-draw.ts';
import { laterEvents } from './later-events.ts';
import { issueEvents } from './later-issue.ts';
import { exchangeEvents, paperEvents } from './later-papers.ts';
import { peopleEvents } from './later-people.ts';
import { photoEvents } from './later-photo.ts';
import { programmeEvents } from './later-programmes.ts';
import { questionnaireEvents } from './later-questionnaire.ts';
import { settingEvents } from './later-setting.ts';
import { shiftEvents } from './later-shift.ts';
import { validationEvents } from './later-validation.ts';

/**
 * Puts event types that the sample journal of a release does not hold yet behind its lines, sealed in
 * the same chain: `node tests/replay/extend-sample.ts 0.1.0`. A group that holds such a type is put there
 * whole; no old line is changed or lost.
 */
const release = process.argv[2] ?? '';
const file = new URL(`../fixtures/journals/${release}.jsonl.gz`, import.meta.url);
const [head = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
const old = lines.map((line) => JSON.parse(line) as Entry);
const last = old.at(-1);
if (!last) throw new Error('the sample is empty');
const { store } = rebuild(old, slices);
const journal = new Journal(store.statements);
const staff = store.reader.all('staff').filter((row) => row.active);
const holding = (role: Role) => staff.find((row) => row.roles.includes(role))?.id ?? null;
const known = new Set(old.map(({ type }) => type));

const added: Entry[] = [];
const eventIdOf = (type: string) => added.findLast((entry) => entry.type === type)?.eventId ?? '';
const wanted = [
  laterEvents(eventIdOf),
  validationEvents,
  correctionEvents(store.reader),
  programmeEvents(),
  questionnaireEvents(store.reader),
  photoEvents(store.reader),
  deviceEvents,
  sealerEvents,
  typedEvents,
  drawEvents(store.reader),
  peopleEvents(store.reader, last.at),
  chairEvents(store.reader),
  benchEvents(store.reader),
  paperEvents(store.reader),
  shiftEvents(store.reader),
  exchangeEvents,
  issueEvents(store.reader),
  settingEvents(store.reader),
]
  .filter((group) => group.some((make) => !known.has(make().type)))
  .flat();
for (const make of wanted) {
  const { type, body, reason, as = 'physician' }: LaterEvent = make();
  const n = String(added.length + 1).padStart(3, '0');
  const at = new Date(Date.parse(last.at) + added.length + 1).toISOString();
  const { v, zone, localDate, station } = last;
  const who = { actor: holding(as) ?? 'station', second: holding('qualityRelease') };
  const which = {
    eventId: `sample-${release}-${old.length}-${n}`,
    commandId: `sample-${old.length}-${n}`,
  };
  const when = { at, zone, localDate, station };
  const rest = { reason: reason ?? null, causedBy: null, packs: [], inputs: null };
  const before = added.at(-1) ?? last;
  added.push(journal.append({ ...which, type, v, ...when, ...who, ...rest, body }, before));
}
const all = [...old, ...added];
const whole = rebuild(all, slices).store;
const newHead = {
  ...(JSON.parse(head) as object),
  stateHash: stateHash(whole.db, allTables(slices)),
};
const text = [JSON.stringify(newHead), ...lines, ...added.map((entry) => JSON.stringify(entry))];
writeFileSync(file, gzipSync(text.join('\n')));
process.stdout.write(`${added.length} lines added, ${all.length} in all\n`);
