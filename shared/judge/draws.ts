import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import { startOf } from './numbers.ts';
import { donationType, figure, packInForce } from './policy.ts';
import type { Violation } from './violation.ts';

const GENERAL = 'generalDonor';

type Started = EntryOf<'collection.started'>;

/** INV-08: the volume aimed at is one that the rules offer, and not above the ceiling. */
export const targetsAreOffered: Examination = (history) =>
  history.of('collection.started').flatMap((entry) => {
    const { din, targetMl, donationType: type } = entry.body;
    const until = history.position(entry);
    const pack = packOf(history, entry, until);
    const offered = donationType(pack, type)?.targetsMl ?? [];
    const isWithin = targetMl <= (figure(pack, 'SITE-CEILING', 'maxPlasmaMl') ?? 0);
    return isWithin && offered.includes(targetMl)
      ? []
      : [violation('INV-08', din, entry, 'a volume that no rule offers')];
  });

function packOf(history: History, { body }: Started, until: Moment) {
  return packInForce(history, body.programme, body.localDate, until);
}

/** A figure that holds for every draw of the site on the day of a donation. */
function siteFigure(history: History, started: Started, id: string, name: string, until: Moment) {
  return figure(packInForce(history, GENERAL, started.body.localDate, until), id, name);
}

/** INV-08: more plasma, more minutes or more needles than the ceiling are an incident at once. */
export const ceilingsAreTold: Examination = (history) => [
  ...[...history.of('collection.ended'), ...history.of('collection.endCorrected')].flatMap((end) =>
    overPlasma(history, end),
  ),
  ...history.of('collection.ended').flatMap((end) => overTime(history, end)),
  ...history.of('collection.stuckAgain').flatMap((stick) => overSticks(history, stick)),
];

type End = EntryOf<'collection.ended'> | EntryOf<'collection.endCorrected'>;

function overPlasma(history: History, entry: End): readonly Violation[] {
  const { din, plasmaMl } = entry.body;
  const until = history.position(entry);
  const started = startOf(history, din, until);
  const most = started && figure(packOf(history, started, until), 'SITE-CEILING', 'maxPlasmaMl');
  return most !== undefined && plasmaMl <= most
    ? []
    : untold(history, entry, 'donorCeilingExceeded');
}

function overTime(history: History, entry: EntryOf<'collection.ended'>): readonly Violation[] {
  const { din, endedAt } = entry.body;
  const until = history.position(entry);
  const started = startOf(history, din, until);
  const minutes = started && siteFigure(history, started, 'SITE-RUNTIME', 'maxMinutes', until);
  if (!started || minutes === undefined) return [];
  const ran = Date.parse(endedAt) - Date.parse(started.body.startedAt);
  return ran <= minutes * 60_000 ? [] : untold(history, entry, 'runTooLong');
}

function overSticks(history: History, entry: EntryOf<'collection.stuckAgain'>) {
  const { din } = entry.body;
  const until = history.position(entry);
  const most = figure(packInForce(history, GENERAL, entry.localDate, until), 'SITE-STICKS', 'max');
  const before = history.naming('collection.stuckAgain', 'din', din, until).length;
  return most === undefined || before + 2 <= most ? [] : untold(history, entry, 'tooManySticks');
}

function untold(
  history: History,
  entry: End | EntryOf<'collection.stuckAgain'>,
  code: string,
): readonly Violation[] {
  const { din } = entry.body;
  const isTold = history
    .upTo('quality.incidentOpened', history.settled(entry))
    .some(({ body }) => body.code === code && body.subjects.includes(din));
  return isTold ? [] : [violation('INV-08', din, entry, `no incident ${code}`)];
}

/** INV-07: an arm that nobody looked at and disinfected that day is told as such. */
export const bareArmsAreTold: Examination = (history) =>
  history.of('collection.started').flatMap((entry) => {
    const { din, visitId, arm, cautions } = entry.body;
    const checks = history
      .naming('collection.armDisinfected', 'visitId', visitId, history.position(entry))
      .filter(({ localDate }) => localDate === entry.localDate);
    const isPrepared = checks.some(({ body }) => body.arm === arm);
    // Needles of before arms were looked at on the screen say nothing of them.
    return cautions === undefined || isPrepared || cautions.includes('armUnprepared')
      ? []
      : [violation('INV-07', din, entry, 'nobody prepared this arm, and nothing says so')];
  });

/** INV-17: a tube filled at the needle is one of the donation's set, once, before the end match. */
export const tubesAreFilledOnce: Examination = (history) =>
  history.of('collection.tubeDrawn').flatMap((entry) => {
    const { din, container } = entry.body;
    const until = history.position(entry);
    const started = startOf(history, din, until);
    const pack = started && packOf(history, started, until);
    const set = started ? (donationType(pack, started.body.donationType)?.tubes ?? []) : [];
    const wrong: readonly (readonly [boolean, string])[] = [
      [!set.includes(container), 'a tube that is not of this donation'],
      [
        history
          .naming('collection.tubeDrawn', 'din', din, until)
          .some(({ body }) => body.container === container),
        'a tube filled twice',
      ],
      [
        history.naming('collection.matched', 'din', din, until).length > 0,
        'a tube filled after the match',
      ],
    ];
    return wrong
      .filter(([isWrong]) => isWrong)
      .map(([, text]) => violation('INV-17', din, entry, text));
  });
