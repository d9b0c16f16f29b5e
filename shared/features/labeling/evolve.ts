import type { EntryOf } from '../../contract/events.ts';
import type { Evolve, StateReader } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { serialPlace } from '../components/label-serials.ts';
import { isLive } from './facts.ts';
import type { LabelingRows, LabelRow } from './model.ts';

const change = put<LabelingRows, keyof LabelingRows & string>;

/** Transitions of labels. A void label never comes back, whatever arrives later. */
export const evolveLabeling: Evolve<LabelingRows> = {
  'components.unitCreated': (read, { body }) =>
    body.inProcessSerial === null ? [] : used(read, body.inProcessSerial),
  'labeling.labelPrinted': (read, entry) => [
    change('label', printed(read, entry)),
    ...used(read, entry.body.serial),
  ],
  'labeling.printReported': (read, { body }) =>
    amend(read, body.serial, () => ({ outcome: body.outcome, outcomeCodes: body.codes })),
  'labeling.labelVerified': (read, { body, at }) =>
    amend(read, body.serial, (label) => ({
      state: label.state === 'printed' ? 'applied' : label.state,
      verifiedAt: label.verifiedAt !== null && label.verifiedAt < at ? label.verifiedAt : at,
    })),
  'labeling.labelVoided': (read, { body }) =>
    amend(read, body.serial, (label) => ({
      state: isLive(label) ? 'void' : label.state,
      // Two stations may void one label for two reasons: both keep the same one.
      voidCode: label.voidCode !== null && label.voidCode < body.code ? label.voidCode : body.code,
    })),
  'labeling.labelDestroyed': (read, { body }) =>
    amend(read, body.serial, (label) =>
      label.voidCode === 'notPrinted' ? {} : { state: 'destroyed' },
    ),
};

/** Two stations that gave one serial: neither label may pass a read-back. */
function printed(read: StateReader, entry: EntryOf<'labeling.labelPrinted'>): LabelRow {
  const { serial, ...body } = entry.body;
  const clash = read.get('label', serial);
  if (clash) return { ...clash, state: 'void', voidCode: 'serialClash' };
  return {
    ...body,
    id: serial,
    printedAt: entry.at,
    printedBy: entry.actor,
    state: 'printed',
    voidCode: null,
    verifiedAt: null,
    outcome: null,
    outcomeCodes: [],
  };
}

function amend(read: StateReader, serial: string, to: (label: LabelRow) => Partial<LabelRow>) {
  const label = read.get('label', serial);
  return label ? [change('label', { ...label, ...to(label) })] : [];
}

function used(read: StateReader, serial: string) {
  const { block, count } = serialPlace(serial);
  const last = read.get('serialRange', block)?.last ?? 0;
  return Number.isInteger(count) && count > last
    ? [change('serialRange', { id: block, last: count })]
    : [];
}
