import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BY_STATION } from '#electron/station/core.ts';
import { event } from '#shared/contract/events.ts';
import type { SentOf } from '#shared/contract/index.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { adoptPacks, registered, residentId } from './journey.ts';

type Instead = NonNullable<SentOf<'visits.checkIn'>['instead']>;

test('INV-07 a document out of date: another one or a second person, by rule SITE-DOCUMENT', async () => {
  const station = await founded();
  await adoptPacks(station);
  const { nurse, physician } = station.staff;
  const today = station.clock.now().slice(0, 10) as CivilDate;
  const yesterday = addDays(today, -1);
  const donorId = await registered(station, { birthDate: '1987-04-19', sequence: 3 });
  const lastDay = (documentUntil: string | null) => {
    const { core } = station.station;
    const body = {
      donorId,
      name: '测试献血者',
      phone: '13800000000',
      documentKind: 'residentId' as const,
      documentNumber: residentId('1987-04-19', 3),
      documentUntil,
      sex: 'male' as const,
      birthDate: '1987-04-19',
    };
    core.transaction(() => core.record([event('donors.amended', body)], BY_STATION));
  };
  const checkIn = (instead?: Instead, proof = nurse.as()) =>
    station.command('visits.checkIn', { donorId, ...(instead && { instead }) }, { proof });
  const current = async () =>
    value(await station.query('visits.current', { donorId }, nurse.as())).expired;
  lastDay(yesterday);
  assert.deepEqual((await current())?.ways, ['secondDocument', 'secondPerson']);
  assert.match((await current())?.donorText?.zh ?? '', /谢谢您/);
  const passport = { by: 'secondDocument', kind: 'passport' } as const;
  const refused = [
    [undefined, 'visits.documentExpired'],
    [{ ...passport, until: yesterday }, 'visits.documentSecond'],
    [{ by: 'secondDocument', kind: 'residentId', until: null }, 'visits.documentSecond'],
    [{ by: 'secondPerson' }, 'visits.documentPerson'],
  ] as const;
  for (const [instead, code] of refused) assert.deepEqual(codes(await checkIn(instead)), [code]);
  const { visitId } = value(await checkIn({ by: 'secondPerson' }, nurse.as({ with: physician })));
  const cancel = { visitId, code: 'other', why: '测试' };
  value(await station.command('visits.cancel', cancel, { proof: nurse.as() }));
  lastDay(today);
  assert.equal(await current(), null);
  const second = value(await checkIn({ ...passport, until: today }));
  const told = [...station.station.core.store.journal.chain(station.station.core.station)]
    .filter(({ type }) => type === 'visits.checkedIn')
    .map(({ body, second }) => [(body as { document?: unknown }).document, second]);
  const document = { until: yesterday, by: 'secondPerson', kind: null, kindUntil: null };
  assert.deepEqual(told, [
    [document, physician.staffId],
    [undefined, null],
  ]);
  assert.notEqual(second.visitId, visitId);
});
