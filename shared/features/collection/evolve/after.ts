import type { Evolve, StateReader } from '../../../contract/rows.ts';
import { type Change, put } from '../../../kernel/rows.ts';
import { stampOf } from '../../../kernel/stamp.ts';
import type { CollectionRows, DonationRow } from '../model.ts';
import { markOf } from './run.ts';
import { setSpent } from './turn.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;
type Changes = readonly Change<CollectionRows>[];

/** Transitions from the end of the run to the donor's leaving, and past donations. */
export const evolveAfter: Evolve<CollectionRows> = {
  'collection.ended': (read, { body, at, actor }) => {
    const row = read.get('donation', body.din);
    if (row?.state !== 'running') return [];
    const { din: _din, donorId: _donorId, sources = {}, ...end } = body;
    const preparation = read.get('preparation', row.preparationId);
    return [
      change('donation', { ...row, ...end, sources, state: 'ended' }),
      ...(preparation
        ? [
            change('preparation', { ...preparation, state: 'used' }),
            ...setSpent(read, preparation, 'used', { at, actor, code: null }),
          ]
        : []),
    ];
  },
  'collection.endCorrected': (read, entry) => {
    const row = read.get('donation', entry.body.din);
    const stamp = stampOf(entry);
    if (!row || row.endedAt === null || (row.correctedStamp ?? '') >= stamp) return [];
    const { din: _din, donorId: _donorId, code: _code, ...figures } = entry.body;
    // Figures that two persons read anew come from no device.
    return [change('donation', { ...row, ...figures, sources: {}, correctedStamp: stamp })];
  },
  'collection.matched': (read, { body, at }) =>
    after(read, body.din, 'ended', { state: 'matched', tubes: body.tubes, matchedAt: at }),
  'collection.restStarted': (read, { body, at }) =>
    after(read, body.din, 'matched', {
      state: 'resting',
      restStartedAt: at,
      restUntil: body.until,
    }),
  'collection.restChecked': (_read, { body, at, actor }) => {
    const { din, markId, systolic, diastolic, pulse, siteOk, feelsWell, sources } = body;
    const values = { systolic, diastolic, pulse, siteOk, feelsWell };
    const code = siteOk && feelsWell ? 'well' : 'notWell';
    const mark = markOf(markId, din, at, 'restCheck', code, values, actor, sources);
    return [change('runMark', mark)];
  },
  'collection.donorLeft': (read, { body, at }) => {
    const row = read.get('donation', body.din);
    return row && row.leftAt === null
      ? [change('donation', { ...row, state: 'left', leftAt: at })]
      : [];
  },
  'collection.historyRecorded': (_read, { body }) => {
    const { recordId, ...past } = body;
    return [change('pastDonation', { ...past, id: recordId, counts: true, correctedStamp: null })];
  },
  'collection.historyCorrected': (read, entry) => {
    const { recordId, donorId: _donorId, code: _code, ...facts } = entry.body;
    const row = read.get('pastDonation', recordId);
    const correctedStamp = stampOf(entry);
    if (!row || (row.correctedStamp ?? '') >= correctedStamp) return [];
    return [change('pastDonation', { ...row, ...facts, correctedStamp })];
  },
};

function after(
  read: StateReader,
  din: string,
  from: DonationRow['state'],
  to: Partial<DonationRow>,
): Changes {
  const row = read.get('donation', din);
  return row?.state === from ? [change('donation', { ...row, ...to })] : [];
}
