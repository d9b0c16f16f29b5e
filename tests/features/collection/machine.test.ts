import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BY_STATION } from '#electron/station/core.ts';
import {
  type MachineRecord,
  type MachineSaid,
  machineEvents,
} from '#shared/features/collection/rules/machine.ts';
import { codes, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated } from './world.ts';

/** A donation at the chair and a hand that plays its machine. */
async function running() {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const donor = world.donor('000731', { targetMl: 200 });
  const din = await seated(world, donor);
  const as = { proof: nurse.as() };
  value(await station.command('collection.start', agreeing(world, donor, din), as));
  const { core } = station.station;
  let number = 0;
  const take = (said: MachineSaid, again?: number): readonly string[] => {
    number += again === undefined ? 1 : 0;
    const recordNumber = again ?? number;
    const record: MachineRecord = {
      din,
      markId: `SIM-0001:${recordNumber}`,
      recordNumber,
      at: core.now(),
      said,
    };
    const events = machineEvents(core.store.reader, record);
    core.transaction(() => core.record(events, BY_STATION));
    return events.map(({ type }) => type);
  };
  const row = () => core.store.reader.get('donation', din);
  return { world, station, as, din, donor, take, row };
}

const DRAW = { kind: 'progress', phase: 'draw', cycle: 1, acMl: 2 } as const;

test('a second of progress is an event only at a turning point; a record counts once', async () => {
  const { take, row } = await running();
  assert.deepEqual(take({ kind: 'start' }), ['collection.phaseReached']);
  assert.deepEqual(take({ kind: 'start' }, 1), []);
  assert.deepEqual(take({ ...DRAW, machineMl: 10 }), []);
  assert.deepEqual(take({ ...DRAW, phase: 'return', machineMl: 66 }), ['collection.phaseReached']);
  assert.equal(row()?.machineMl, 66);
  const alarm = { kind: 'alarm', code: 'AIR_DETECTED', measured: 1, limit: 0 } as const;
  assert.deepEqual(take({ ...alarm, action: 'stopAll' }), ['collection.alarmRaised']);
  assert.deepEqual(take({ kind: 'clear', code: 'VENOUS_PRESSURE_HIGH' }), []);
  assert.deepEqual(take({ kind: 'clear', code: 'AIR_DETECTED' }), ['collection.alarmCleared']);
  assert.deepEqual(take({ kind: 'end', why: 'target', machineMl: 200, acMl: 18, cycles: 3 }), [
    'collection.machineEnded',
  ]);
  assert.deepEqual(take({ kind: 'restart' }), [], 'after the end nothing more happens');
  assert.deepEqual([row()?.stopReason, row()?.acMl], ['targetReached', 18]);
});

test('after a restart the nurse says what happened before anything is weighed', async () => {
  const { take, row, station, din, as } = await running();
  take({ kind: 'start' });
  take({ kind: 'restart' });
  assert.equal(row()?.interruption, 'machineRestarted');
  const end = { kind: 'end', why: 'powerLoss', machineMl: 90, acMl: 8, cycles: 1 } as const;
  take(end);
  const weigh = {
    din,
    grossGrams: 127,
    tareGrams: 35,
    stopReason: 'machineFault' as const,
    redCellsReturned: 'partly' as const,
  };
  assert.deepEqual(codes(await station.command('collection.end', weigh, as)), [
    'collection.restartUnstated',
  ]);
  const ended = { din, outcome: 'ended' as const, redCellsReturned: null };
  assert.deepEqual(codes(await station.command('collection.stateRestart', ended, as)), [
    'collection.redCellsUnstated',
  ]);
  value(
    await station.command(
      'collection.stateRestart',
      { ...ended, redCellsReturned: 'partly' as const },
      as,
    ),
  );
  const out = value(await station.command('collection.end', weigh, as));
  assert.equal(out.plasmaMl, 82);
  assert.equal(row()?.completed, false);
});

test('an end record that comes after the keyed end is kept beside it, once, and compared', async () => {
  const { take, row, station, din, world, as } = await running();
  take({ kind: 'start' });
  const keyed = { din, machineMl: 200, acMl: 18, cycles: 3, stopReason: 'targetReached' as const };
  const second = { proof: world.nurse.as({ with: station.staff.nurse2 }) };
  value(await station.command('collection.keyMachineEnd', keyed, second));
  const weigh = { din, grossGrams: 240, tareGrams: 35, stopReason: 'targetReached' as const };
  value(await station.command('collection.end', { ...weigh, redCellsReturned: 'yes' }, as));
  const before = row();
  const end = { kind: 'end', why: 'operator', acMl: 20, cycles: 3 } as const;
  // 10 % of the keyed 200 mL (SITE-VOLVAR).
  assert.deepEqual(take({ ...end, machineMl: 220 }), ['collection.endReported']);
  assert.deepEqual(take({ ...end, machineMl: 220 }, 2), []);
  const { reader } = station.station.core.store;
  const open = () => reader.all('incident').map(({ code }) => code);
  assert.deepEqual(open(), []);
  assert.deepEqual(take({ ...end, machineMl: 221 }), [
    'collection.endReported',
    'components.held',
    'quality.incidentOpened',
  ]);
  assert.deepEqual(take({ ...end, machineMl: 221 }, 3), []);
  assert.deepEqual(open(), ['volumeVariance']);
  assert.deepEqual(row(), before, 'the figures that two persons signed stand');
  assert.deepEqual(take({ kind: 'restart' }), []);
  const reported = reader.by('runMark', 'din', din).filter(({ code }) => code === 'endReported');
  assert.deepEqual(
    reported.map(({ values }) => values['machineMl']),
    [220, 221],
  );
});

test('the strip of a locked screen names the chair and nobody', async () => {
  const { station, donor } = await running();
  const strip = value(await station.query('collection.strip', {}));
  assert.equal(strip.length, 1);
  const said = JSON.stringify(strip);
  assert.ok(!said.includes(donor.name) && !said.includes(donor.number), said);
  assert.deepEqual([strip[0]?.chair, strip[0]?.targetMl], ['3', 200]);
});
