import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { risksOf } from '#shared/features/visits/risk.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { codes, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated } from './world.ts';

const world = await makeWorld();
const { test: station, nurse } = world;
const { command, query, clock } = station;
const { physician, supervisor } = station.staff;
const as = { proof: nurse.as() };
const donor = world.donor('000602');
const din = await seated(world, donor);
value(await command('collection.start', agreeing(world, donor, din), as));

const { reactionId } = value(
  await command(
    'collection.recordReaction',
    { din, kind: 'dizziness', severity: 'mild', physicianCalled: false },
    as,
  ),
);
const row = () => station.station.core.store.reader.get('reaction', reactionId);
const tile = async () => value(await query('collection.board', {}, nurse.as())).tiles[0];
const closing = {
  reactionId,
  outcome: 'referred' as const,
  callOwnerId: nurse.staffId,
  grade: 2,
  relatedness: 'probable' as const,
};

test('one that becomes severe calls the physician; unanswered it is the supervisor’s, on the board', async () => {
  const severe = { reactionId, kind: 'faint' as const, severity: 'severe' as const };
  value(await command('collection.changeReaction', severe, as));
  assert.deepEqual(codes(await command('collection.changeReaction', severe, as)), [
    'collection.nothingCorrected',
  ]);
  assert.deepEqual([row()?.severity, row()?.physicianCalledAt], ['severe', clock.now()]);
  assert.deepEqual(codes(await command('collection.callPhysician', { reactionId }, as)), [
    'collection.calledAlready',
  ]);
  const take = () =>
    command('collection.takeEscalation', { reactionId }, { proof: supervisor.as() });
  assert.deepEqual(codes(await take()), ['collection.notEscalated']);
  clock.forward(2.99);
  await station.station.act('collection.noteUnanswered', {});
  assert.equal((await tile())?.unanswered, false, 'SITE-PHYSICIAN: three minutes');
  clock.forward(0.01);
  await station.station.act('collection.noteUnanswered', {});
  assert.equal((await tile())?.unanswered, true);
  value(await take());
  assert.deepEqual(codes(await take()), ['collection.escalationTaken']);
  const [told] = value(await query('collection.unanswered', {}, nurse.as()));
  assert.equal(told?.takenBy, station.staff.supervisor.name);
  value(await command('collection.physicianArrived', { reactionId }, { proof: physician.as() }));
  assert.equal((await tile())?.unanswered, false);
});

test('severe: the stop says what became of the red cells, each line once, and no close while it draws', async () => {
  const step = (more: object) =>
    command('collection.takeEmergencyStep', { reactionId, step: 'runStopped', ...more }, as);
  assert.deepEqual(codes(await step({})), ['collection.redCellsUnstated']);
  value(await step({ redCellsReturned: 'partly' }));
  assert.deepEqual(codes(await step({ redCellsReturned: 'yes' })), ['collection.stepTaken']);
  assert.deepEqual(codes(await command('collection.closeReaction', closing, as)), [
    'collection.stopFirst',
  ]);
  const end = { din, machineMl: 210, acMl: 20, cycles: 2, stopReason: 'reaction' as const };
  const second = { proof: nurse.as({ with: station.staff.nurse2 }) };
  value(await command('collection.keyMachineEnd', end, second));
});

test('a transfer names receiver and time, never before the reaction nor later than now', async () => {
  assert.deepEqual(codes(await command('collection.closeReaction', closing, as)), [
    'collection.transferMissing',
  ]);
  const send = (at?: string) =>
    command(
      'collection.transferDonor',
      { reactionId, receiver: '市医院急诊', ...(at === undefined ? {} : { at }) },
      as,
    );
  const minute = (minutes: number) =>
    new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString();
  assert.deepEqual(codes(await send(minute(1))), ['collection.transferTime']);
  assert.deepEqual(codes(await send(minute(-60))), ['collection.transferTime']);
  value(await send(clock.now()));
  assert.deepEqual(codes(await send()), ['collection.transferredAlready']);
  value(await command('collection.closeReaction', closing, as));
  assert.deepEqual([row()?.grade, row()?.relatedness], [2, 'probable']);
});

test('the call stays due until it reached her, and care outside raises the least grade', async () => {
  const due = async () => value(await query('collection.followUps', {}, nurse.as()));
  const [first] = await due();
  assert.deepEqual([first?.reactionId, first?.overdue], [reactionId, false]);
  const call = (said: object | null) =>
    command('collection.followUpReaction', { reactionId, said: said as never, note: '' }, as);
  value(await call(null));
  assert.equal((await due())[0]?.tried.length, 1);
  const said = { condition: 'better', care: 'hospital', limitedDays: 3, grade: 2 };
  assert.deepEqual(codes(await call(said)), ['collection.gradeTooLow']);
  assert.deepEqual(codes(await call({ ...said, care: 'outpatient', grade: 1 })), [
    'collection.gradeTooLow',
  ]);
  value(await call({ ...said, grade: 3 }));
  assert.deepEqual(await due(), []);
});

test('reactions, the grade told last, and technical events are counted', async () => {
  const to = clock.now().slice(0, 10) as CivilDate;
  const span = (from: string) => query('collection.reactionCounts', { from, to }, nurse.as());
  const counts = value(await span(to));
  assert.equal(counts.donations, 1);
  assert.deepEqual(counts.reactions, [{ kind: 'faint', mild: 0, moderate: 0, severe: 1 }]);
  assert.equal(counts.grades.find((each) => each.grade === 3)?.count, 1);
  const technical = Object.fromEntries(counts.technical.map(({ code, count }) => [code, count]));
  assert.equal(technical['needleCaution'], 1, 'no disinfection was recorded');
  assert.deepEqual(codes(await span(addDays(to, -366))), ['collection.spanTooLong']);
});

test('a delayed faint at rest opens a reaction on the same donation', async () => {
  const told = { din, kind: 'delayedFaint' as const, severity: 'moderate' as const };
  const late = value(
    await command('collection.recordReaction', { ...told, physicianCalled: true }, as),
  );
  const open = value(await query('collection.openReactions', {}, nurse.as())).reactions;
  assert.deepEqual(
    open.map((each) => [each.reactionId, each.din]),
    [[late.reactionId, din]],
  );
});

test('first donation, low weight by SITE-RISK and an earlier reaction are told at check-in', async () => {
  const today = clock.now().slice(0, 10);
  const risks = (donorId: string) => risksOf(station.station.core.store.reader, donorId, today);
  const weighed = (weightGrams: number) => {
    clock.forward(1);
    const others = { systolic: 118, diastolic: 76, pulse: 72, pulseRegular: true };
    const arms = { temperatureTenthsC: 365, leftArmOk: true, rightArmOk: true };
    const readingId = `weighed-${weightGrams}`;
    const { visitId } = donor;
    world.seed(
      event('visits.vitalsMeasured', { visitId, readingId, weightGrams, ...others, ...arms }),
    );
    return risks(donor.donorId);
  };
  assert.deepEqual(risks(world.donor('000731').donorId), ['firstTime']);
  assert.deepEqual(weighed(55_000), ['reacted']);
  assert.deepEqual(weighed(54_999), ['lowWeight', 'reacted']);
  const { donorId } = donor;
  const asked = value(await query('visits.current', { donorId }, nurse.as()));
  assert.deepEqual(asked.risks, ['firstTime', 'lowWeight'], 'this visit’s own donation left out');
  const other = station.staff.volunteer.as();
  assert.deepEqual(value(await query('visits.current', { donorId }, other)).risks, []);
});
