import type { Evolve, StateReader } from '../../../contract/rows.ts';
import { type Change, put } from '../../../kernel/rows.ts';
import type { BoxRow, CollectionRows, DonationRow } from '../model.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;
type Changes = readonly Change<CollectionRows>[];

/** Transitions from preparation of a chair to hand-over, beside the run itself. */
export const evolveAfter: Evolve<CollectionRows> = {
  'collection.chairPrepared': (_read, { body, at, actor }) => {
    const { preparationId, ...scanned } = body;
    const made = { preparedAt: at, preparedBy: actor, state: 'ready' as const };
    return [change('preparation', { ...scanned, id: preparationId, ...made })];
  },
  'collection.chairCleared': (read, { body }) => {
    const row = read.get('preparation', body.preparationId);
    return row?.state === 'ready' ? [change('preparation', { ...row, state: 'cleared' })] : [];
  },
  'collection.reactionRecorded': (_read, { body, actor }) => [
    change('reaction', {
      id: body.reactionId,
      din: body.din,
      donorId: body.donorId,
      kind: body.kind,
      severity: body.severity,
      at: body.at,
      by: actor,
      physicianCalledAt: body.physicianCalled ? body.at : null,
      outcome: null,
      callOwnerId: null,
      closedAt: null,
    }),
  ],
  'collection.reactionClosed': (read, { body, at }) => {
    const row = read.get('reaction', body.reactionId);
    if (!row || row.closedAt !== null) return [];
    const { outcome, callOwnerId } = body;
    return [change('reaction', { ...row, outcome, callOwnerId, closedAt: at })];
  },
  'collection.ended': (read, { body }) => {
    const row = read.get('donation', body.din);
    if (row?.state !== 'running') return [];
    const { din: _din, donorId: _donorId, ...end } = body;
    const preparation = read.get('preparation', row.preparationId);
    return [
      change('donation', { ...row, ...end, state: 'ended' }),
      ...(preparation ? [change('preparation', { ...preparation, state: 'used' })] : []),
    ];
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
    const { din, markId, systolic, diastolic, pulse, siteOk, feelsWell } = body;
    const values = { systolic, diastolic, pulse, siteOk, feelsWell };
    const code = siteOk && feelsWell ? 'well' : 'notWell';
    return [
      change('runMark', {
        id: markId,
        din,
        at,
        kind: 'restCheck',
        code,
        values,
        clearedAt: null,
        by: actor,
      }),
    ];
  },
  'collection.donorLeft': (read, { body, at }) => {
    const row = read.get('donation', body.din);
    return row && row.leftAt === null
      ? [change('donation', { ...row, state: 'left', leftAt: at })]
      : [];
  },
  'collection.boxOpened': (_read, { body }) => [change('box', openBox(body.boxId, body.code))],
  'collection.boxPacked': (read, { body }) => {
    const box = read.get('box', body.boxId);
    if (!box || box.items.includes(body.item)) return [];
    return [change('box', { ...box, items: [...box.items, body.item] })];
  },
  'collection.boxHandedOver': (read, { body, at, actor }) => {
    const box = read.get('box', body.boxId);
    if (box?.state !== 'open') return [];
    const { items, temperatureTenthsC, takenBy } = body;
    const given = { handedOverAt: at, handedOverBy: actor, takenBy, temperatureTenthsC };
    return [change('box', { ...box, ...given, items, state: 'handedOver' })];
  },
  'collection.boxReceived': (read, { body, at, actor }) => {
    const box = read.get('box', body.boxId);
    if (!box) return [];
    const differs = body.missing.length > 0 || body.unexpected.length > 0;
    const state = differs ? ('stopped' as const) : ('received' as const);
    const { received, temperatureTenthsC } = body;
    const taken = { receivedAt: at, receivedBy: actor, temperatureTenthsC };
    return [change('box', { ...box, ...taken, received, state })];
  },
  'collection.historyRecorded': (_read, { body }) => {
    const { recordId, ...past } = body;
    return [change('pastDonation', { ...past, id: recordId })];
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

function openBox(id: string, code: string): BoxRow {
  return {
    id,
    code,
    state: 'open',
    items: [],
    received: [],
    temperatureTenthsC: null,
    handedOverAt: null,
    handedOverBy: null,
    takenBy: null,
    receivedAt: null,
    receivedBy: null,
  };
}
