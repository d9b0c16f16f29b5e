import { offeredFigures } from '#shared/features/equipment/meters.ts';
import type { DeviceMapping } from '../../devices/mapping/schema.ts';
import type { LineView } from '../../ports/device-lines.ts';
import { defineQueries } from '../../station/handlers.ts';
import { readingsNow } from './meter-readings.ts';
import { saidBy } from './said.ts';

/** Reads of device lines, desk readings and mapping files. */
export const lineQueries = defineQueries({
  'equipment.deviceLine': async ({ deviceId }, { machine }) => {
    const { notationOf } = await import('../../devices/protocols/notation.ts');
    const view = machine.lines()?.view(deviceId);
    return view === undefined ? null : viewOut(view, notationOf);
  },
  'equipment.readings': (_input, { machine }) =>
    (machine.lines()?.readings() ?? []).map((reading) => ({ ...reading })),
  'equipment.offeredFigures': (about, ctx) =>
    offeredFigures(readingsNow(about, ctx), about, ctx).map(({ field, value, reading }) => ({
      field,
      value,
      readingId: reading.readingId,
      device: ctx.read.get('device', reading.deviceId)?.name ?? '',
      heardAt: reading.heardAt,
    })),
  'equipment.mappings': async () => {
    const { loadMappings } = await import('../../devices/mapping/load.ts');
    const { failedExamples } = await import('../../devices/mapping/run.ts');
    return loadMappings().map(({ mapping, digest }) => {
      const failed = new Set(failedExamples(mapping).map(({ index }) => index));
      const { id, kind, dated, name, source, protocol } = mapping;
      const words = { name: bothOf(name), source: bothOf(source) };
      return {
        ...{ id, kind, dated, digest, family: protocol.family, ...words },
        examples: mapping.examples.map(({ what }, index) => ({
          what: bothOf(what),
          passes: !failed.has(index),
        })),
      };
    });
  },
});

function bothOf({ 'zh-CN': zh, en }: DeviceMapping['name']) {
  return { zh, en };
}

function viewOut(view: LineView, textOf: (bytes: Uint8Array) => string) {
  const { counters, pieces, findings, capture } = view;
  return {
    counters: { ...counters },
    pieces: pieces.map(({ bytes, ...piece }) => ({
      ...piece,
      hex: Buffer.from(bytes).toString('hex'),
      text: textOf(bytes),
    })),
    findings: findings.map((finding) => ({
      ...finding,
      said: finding.code === null ? null : saidBy(finding.code),
    })),
    capture: capture && { ...capture },
  };
}
