import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { writeWhole } from '../ports/files.ts';
import type { Machine } from '../ports/machine.ts';
import type { Core } from './core.ts';
import { allTables } from './store.ts';

/**
 * What a developer needs to help, and nothing about people (INV-40): versions, settings, number of
 * rows, counts of journal entries by type, refusal codes by operation, kinds and links of devices. No
 * names, no ids, no addresses, no texts that somebody typed.
 */
export function supportFacts(core: Core, machine: Machine): Readonly<Record<string, unknown>> {
  const { statements, reader, journal } = core.store;
  const rows = Object.keys(allTables(core.parts.slices)).map((table) => [
    table,
    statements.get(`SELECT count(*) FROM "${table}"`).pluck().get(),
  ]);
  const entries = statements
    .get('SELECT type, count(*) AS count FROM journal GROUP BY type ORDER BY type')
    .all();
  const refusals = statements
    .get(
      `SELECT json_extract(body, '$.operation') AS operation, code.value AS code, count(*) AS count
       FROM journal, json_each(journal.body, '$.codes') AS code
       WHERE journal.type = 'attempt.refused' GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all();
  return {
    format: 1,
    at: core.now(),
    version: machine.version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    keyStore: machine.keyStore,
    zone: core.zone(),
    rescue: core.rescue ?? null,
    malformedCalls: core.malformed,
    journalLength: journal.head(core.station).seq,
    slices: core.parts.slices.map(({ name }) => name),
    rows: Object.fromEntries(rows),
    entries,
    refusals,
    devices: reader.all('device').map((device) => ({
      kind: device.kind,
      link: device.link.kind,
      model: device.model,
      active: device.active,
      testedOk: device.testedOk,
      testedDetail: device.testedDetail,
      live: machine.live(device.id)?.state ?? null,
    })),
    backups: machine.backups().map(({ at, bytes }) => ({ at, bytes })),
  };
}

/** Writes the bundle as JSON under `support` in the data folder. */
export function writeSupportBundle(
  core: Core,
  machine: Machine,
): Result<{ readonly file: string }, string> {
  const name = `support-${core.now().replaceAll(/[:.]/g, '-')}.json`;
  const file = join(machine.folder, 'support', name);
  try {
    writeWhole(file, `${JSON.stringify(supportFacts(core, machine), null, 2)}\n`, {
      durable: true,
    });
    return ok({ file });
  } catch {
    return err('equipment.bundleFailed');
  }
}
