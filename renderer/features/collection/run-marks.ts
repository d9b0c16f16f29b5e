import type { TFunction } from 'i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import type { ChartEvent, ChartGap, ChartSample } from '#renderer/ui/live-chart-data.ts';
import type { OutputOf } from '#shared/contract/index.ts';

export type RunView = OutputOf<'collection.run'>;
export type Mark = RunView['marks'][number];

/** Needle, returns, vitals and alarms as shapes under the axis; the next vitals dashed. */
export function chartEvents(
  view: RunView,
  gaps: readonly ChartGap[],
  t: TFunction<'collection'>,
): ChartEvent[] {
  const events: ChartEvent[] = [
    { at: Date.parse(view.startedAt), kind: 'needle', label: t('run.needle') },
  ];
  for (const mark of view.marks) {
    const at = Date.parse(mark.at);
    if (mark.kind === 'phase' && mark.code === 'return') {
      events.push({
        at,
        kind: 'return',
        label: `${t('run.phase.return')} ${String(mark.values['cycle'] ?? '')}`,
      });
    }
    if (mark.kind === 'vitals') events.push({ at, kind: 'vitals', label: t('run.takeVitals') });
    if (mark.kind === 'alarm') events.push({ at, kind: 'alarm', label: t('board.alarm') });
    if (DONE.has(mark.kind)) events.push({ at, kind: 'done', label: markLabel(mark, t) });
  }
  for (const { from } of gaps) events.push({ at: from, kind: 'gap', label: t('run.gap') });
  for (const { at, kind } of view.reactions)
    events.push({
      at: Date.parse(at),
      kind: 'reaction',
      label: codeWord(['collection:reactionKind'], kind),
    });
  if (view.nextVitalsAt !== null)
    events.push({ at: Date.parse(view.nextVitalsAt), kind: 'next', label: t('run.nextVitals') });
  return events;
}

/** What people did, as shapes on the axis of the run. */
const DONE: ReadonlySet<string> = new Set([
  'intervention',
  'stick',
  'drug',
  'emergency',
  'transfer',
]);

/** What was done, in one word. */
function markLabel(mark: Mark, t: TFunction<'collection'>): string {
  switch (mark.kind) {
    case 'intervention':
      return codeWord(['collection:intervention'], mark.code);
    case 'stick':
      return t('draw.what.stick');
    case 'drug':
      return codeWord(['collection:react.drugName'], mark.code);
    case 'emergency':
      return codeWord(['collection:react.step'], mark.code);
    case 'transfer':
      return t('react.transfer');
    default:
      return mark.code;
  }
}

/** The curve of a machine without link: needle, each keyed figure, the end; it knows no pressure. */
export function keyedSamples(view: RunView): ChartSample[] {
  const sample = (at: string, volumeMl: number): ChartSample => ({
    at: Date.parse(at),
    volumeMl,
    pressureMmHg: null,
  });
  const keyed = view.marks
    .filter((mark) => mark.kind === 'keyed' && mark.clearedAt === null)
    .map((mark) => sample(mark.at, Number(mark.values['machineMl'] ?? 0)));
  const { machineEndedAt, machineMl } = view;
  const end = machineEndedAt === null ? [] : [sample(machineEndedAt, machineMl ?? 0)];
  return [sample(view.startedAt, 0), ...keyed, ...end].sort((a, b) => a.at - b.at);
}

/** A mark of the run in one line of words. */
export function markWords(mark: Mark, t: TFunction<'collection'>): string {
  switch (mark.kind) {
    case 'alarm':
      return codeWord(['collection:alarmCode'], mark.code);
    case 'intervention':
      return `${t('run.intervene')}：${codeWord(['collection:intervention'], mark.code)}`;
    case 'phase':
      return `${codeWord(['collection:run.phase'], mark.code)} ${String(mark.values['machineMl'] ?? '')} mL`;
    case 'keyed':
      return `${t('run.keyProgress')} ${String(mark.values['machineMl'] ?? '')} mL${
        mark.clearedAt === null ? '' : t('correct.struck')
      }`;
    case 'restart':
      return t('run.restarted');
    case 'stick':
      return `${markLabel(mark, t)}：${codeWord(['collection:react.stick'], mark.code)}`;
    case 'drug':
      return `${t('draw.what.drug')}：${markLabel(mark, t)} ${String(mark.values['dose'] ?? '')}`;
    case 'transfer':
      return `${markLabel(mark, t)}：${String(mark.values['receiver'] ?? '')}`;
    case 'tube':
      return codeWord(['collection:container'], mark.code);
    case 'emergency':
      return markLabel(mark, t);
    default:
      return mark.code;
  }
}

/** The figure keyed last, as long as nothing of the machine came after it: it may be put right. */
export function lastKeyed(view: RunView): Mark | undefined {
  const told = view.marks
    .filter(({ kind, clearedAt }) => (kind === 'keyed' && clearedAt === null) || kind === 'phase')
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const last = told.at(-1);
  return last?.kind === 'keyed' ? last : undefined;
}
