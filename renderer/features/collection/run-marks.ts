import type { ChartEvent, ChartGap, ChartSample } from '#renderer/ui/live-chart-data.ts';
import type { OutputOf } from '#shared/contract/index.ts';

export type RunView = OutputOf<'collection.run'>;
export type Mark = RunView['marks'][number];

/** Needle, returns, vitals and alarms as shapes under the axis; the next vitals dashed. */
export function chartEvents(
  view: RunView,
  gaps: readonly ChartGap[],
  say: (key: string) => string,
): ChartEvent[] {
  const events: ChartEvent[] = [
    { at: Date.parse(view.startedAt), kind: 'needle', label: say('run.needle') },
  ];
  for (const mark of view.marks) {
    const at = Date.parse(mark.at);
    if (mark.kind === 'phase' && mark.code === 'return') {
      events.push({
        at,
        kind: 'return',
        label: `${say('run.phase.return')} ${String(mark.values['cycle'] ?? '')}`,
      });
    }
    if (mark.kind === 'vitals') events.push({ at, kind: 'vitals', label: say('run.takeVitals') });
    if (mark.kind === 'alarm') events.push({ at, kind: 'alarm', label: say('board.alarm') });
    if (DONE.has(mark.kind)) events.push({ at, kind: 'done', label: markLabel(mark, say) });
  }
  for (const { from } of gaps) events.push({ at: from, kind: 'gap', label: say('run.gap') });
  for (const { at, kind } of view.reactions)
    events.push({ at: Date.parse(at), kind: 'reaction', label: say(`reactionKind.${kind}`) });
  if (view.nextVitalsAt !== null)
    events.push({ at: Date.parse(view.nextVitalsAt), kind: 'next', label: say('run.nextVitals') });
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
function markLabel(mark: Mark, say: (key: string) => string): string {
  switch (mark.kind) {
    case 'intervention':
      return say(`intervention.${mark.code}`);
    case 'stick':
      return say('draw.what.stick');
    case 'drug':
      return say(`react.drugName.${mark.code}`);
    case 'emergency':
      return say(`react.step.${mark.code}`);
    case 'transfer':
      return say('react.transfer');
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
export function markWords(mark: Mark, say: (key: string) => string): string {
  switch (mark.kind) {
    case 'alarm':
      return say(`alarmCode.${mark.code}`);
    case 'intervention':
      return `${say('run.intervene')}：${say(`intervention.${mark.code}`)}`;
    case 'phase':
      return `${say(`run.phase.${mark.code}`)} ${String(mark.values['machineMl'] ?? '')} mL`;
    case 'keyed':
      return `${say('run.keyProgress')} ${String(mark.values['machineMl'] ?? '')} mL${
        mark.clearedAt === null ? '' : say('correct.struck')
      }`;
    case 'restart':
      return say('run.restarted');
    case 'stick':
      return `${markLabel(mark, say)}：${say(`react.stick.${mark.code}`)}`;
    case 'drug':
      return `${say('draw.what.drug')}：${markLabel(mark, say)} ${String(mark.values['dose'] ?? '')}`;
    case 'transfer':
      return `${markLabel(mark, say)}：${String(mark.values['receiver'] ?? '')}`;
    case 'tube':
      return `${say(`container.${mark.code}`)}`;
    case 'emergency':
      return markLabel(mark, say);
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
