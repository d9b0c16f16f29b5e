import { mapMessage } from './apply.ts';
import { familyOf } from './families.ts';
import { mappingOf } from './load.ts';

/** Bytes of a machine as they lie in the store; `receivedAt` is UTC. */
export interface FrameOfRun {
  readonly bytes: Uint8Array;
  readonly receivedAt: string;
}

/** Figures of a run at one instant of the station's clock (UTC ms): mL, mmHg, seconds since its start. */
export interface RunFigures {
  readonly at: number;
  readonly collectedMl: number;
  readonly pressureMmHg: number;
  readonly elapsedSeconds: number;
}

/** What the stored bytes of a mapped machine tell of a run, in order; nothing when its mapping file is gone. */
export function runFigures(mappingId: string, frames: Iterable<FrameOfRun>): readonly RunFigures[] {
  const mapping = mappingOf(mappingId)?.mapping;
  if (mapping === undefined) return [];
  const reader = familyOf(mapping.protocol, () => '').reader();
  const figures: RunFigures[] = [];
  for (const { bytes, receivedAt } of frames)
    for (const message of reader.take(bytes)) {
      if (!message.ok) continue;
      for (const fact of mapMessage(mapping, message.value).facts) {
        if (fact.kind !== 'runProgress' && fact.kind !== 'runEnd') continue;
        const { collectedMl, pressureMmHg, elapsedSeconds } = fact;
        figures.push({ at: Date.parse(receivedAt), collectedMl, pressureMmHg, elapsedSeconds });
      }
    }
  return figures;
}
