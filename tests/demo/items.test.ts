import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DEMO_DONORS, type DemoDonorKey } from '#electron/demo/people.ts';
import { parseResidentId } from '#shared/codes/resident-id.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { DEMO_STAFF } from '#shared/features/operators/demo-staff.ts';
import { addDays, ageOn, daysBetween, localDateOf } from '#shared/kernel/civil-date.ts';
import { type SeededDemo, type SeededDemos, seededDemos } from './seeded.ts';

// Six past midnight: all of today has happened since then. The other: midnight falls between
// check-in and needle of a donation that waits to be frozen.
const OPENINGS = ['2026-11-17T16:06:00.000Z', '2026-11-17T23:25:00.000Z'];
let demos: SeededDemos;
const filled = new Map<string, SeededDemo>();

before(async () => {
  demos = await seededDemos();
  for (const opening of OPENINGS) filled.set(opening, await demos.seed(opening, 7));
});

after(() => demos?.close());

it('the same seed and instant give the same journal', async () => {
  const [opening = ''] = OPENINGS;
  const journal = ({ station }: SeededDemo) =>
    station.core.store.statements
      .get('SELECT type, at, commandId, body FROM journal ORDER BY position')
      .all();
  const first = filled.get(opening);
  assert.ok(first);
  const one = journal(first);
  assert.ok(one.length > 1000);
  assert.deepEqual(journal(await demos.seed(opening, 7)).slice(0, one.length), one);
});

for (const opening of OPENINGS) {
  describe(`a demo that opens at ${opening}`, () => {
    const demo = (): SeededDemo => {
      const found = filled.get(opening);
      assert.ok(found);
      return found;
    };
    const today = localDateOf(opening, 'Asia/Shanghai');
    const rows = () => demo().station.core.store.reader;
    // The tests look also where no index is.
    const having = <T extends keyof AllRows & string, F extends keyof AllRows[T]>(
      table: T,
      field: F,
      value: AllRows[T][F],
    ): readonly AllRows[T][] =>
      rows()
        .all(table)
        .filter((row) => row[field] === value);
    const donor = (key: DemoDonorKey) => {
      const row = having('donor', 'name', DEMO_DONORS[key].name)[0];
      assert.ok(row, key);
      return row;
    };
    const donation = (key: DemoDonorKey) => {
      const row = having('donation', 'donorId', donor(key).id).at(-1);
      assert.ok(row, key);
      return row;
    };
    const visit = (key: DemoDonorKey) => {
      const row = having('visit', 'donorId', donor(key).id).find(
        ({ localDate }) => localDate === today,
      );
      assert.ok(row, key);
      return row;
    };
    const units = (key: DemoDonorKey) => having('unit', 'din', donation(key).id);
    const papers = (key: DemoDonorKey) => having('certificate', 'donorId', donor(key).id);
    const paperStates = (key: DemoDonorKey) => papers(key).map(({ kind, state }) => [kind, state]);

    describe('people', () => {
      it('has every role, a lapsed qualification, and a second account of one person', () => {
        const staff = rows().all('staff');
        assert.equal(staff.length, DEMO_STAFF.length);
        const has = (role: string) => staff.filter(({ roles }) => roles.includes(role as 'nurse'));
        assert.equal(has('admin').length, 2);
        assert.equal(has('nurse').length, 3);
        for (const role of ['supervisor', 'physician', 'qualityRelease', 'printClerk', 'volunteer'])
          assert.ok(has(role).length > 0, role);
        const testers = has('labTech').map(({ personId }) => personId);
        assert.deepEqual([testers.length, new Set(testers).size], [3, 2]);
        const lapsed = staff.find(({ badge }) => badge === '0203');
        const until = having('qualification', 'staffId', lapsed?.id ?? '');
        assert.ok(until.length > 0 && until.every((row) => row.until < today));
      });
    });

    describe('donors', () => {
      it('a returning one is ready to go, and her look-alike undecided', () => {
        assert.equal(visit('returning').step, 'door');
        assert.equal(donor('returning').birthDate, donor('lookAlike').birthDate);
        const pairs = rows().all('duplicatePair');
        assert.ok(pairs.some(({ verdict }) => verdict === 'undecided'));
      });

      it('onset day 20, no assessment, thirteen days, age 56, a passport', () => {
        const onset = having('assessment', 'donorId', donor('onset20').id)[0];
        assert.equal(onset && daysBetween(onset.onsetOn as never, today), 20);
        assert.deepEqual(having('assessment', 'donorId', donor('noAssessment').id), []);
        const past = having('pastDonation', 'donorId', donor('thirteenDays').id)[0];
        assert.equal(past?.collectedOn, addDays(today, -13));
        assert.equal(ageOn(donor('age56').birthDate as never, today), 56);
        assert.equal(donor('passport').documentKind, 'passport');
      });

      it('a first pressure of 146/92 and a second of 134/84, both kept', () => {
        const readings = having('visitReading', 'visitId', visit('pressure').id)
          .toSorted((a, b) => (a.measuredAt < b.measuredAt ? -1 : 1))
          .map(({ systolic, diastolic }) => [systolic, diastolic]);
        assert.deepEqual(readings, [
          [146, 92],
          [134, 84],
        ]);
      });

      it('a deferral that others only read as 请转医生', () => {
        const deferral = having('deferral', 'donorId', donor('hidden').id)[0];
        assert.deepEqual([deferral?.hidden, deferral?.kind], [true, 'permanent']);
      });

      it('one of 17 years and 364 days is on the sheet of codes and stopped kindly', async () => {
        const { groups } = await demo().driver.ask('demo.codes', {}, 'nurse');
        const cards = groups.find(({ title }) => title.en === 'Identity cards')?.codes ?? [];
        const card = cards.find(({ label }) => label.zh.includes('差一天'));
        const read = parseResidentId(card?.scan ?? '', today);
        assert.ok(read.ok);
        assert.equal(ageOn(addDays(today, 1), today), -1);
        assert.equal(ageOn(read.value.birthDate, today), 17);
        assert.equal(ageOn(read.value.birthDate, addDays(today, 1)), 18);
        const document = { kind: 'residentId' as const, number: card?.scan ?? '' };
        const input = { document, name: '邓一帆', phone: '13800000099' };
        await demo().driver.refused('donors.register', input, { as: 'nurse' });
      });

      it('one decided without a number; an expired kit and a used number to scan', async () => {
        const decided = visit('decided');
        assert.deepEqual([decided.step, decided.din], ['number', null]);
        const { groups } = await demo().driver.ask('demo.codes', {}, 'nurse');
        const wrong = groups.find(({ title }) => title.en === 'Wrong on purpose')?.codes ?? [];
        const scan = (en: string) => wrong.find(({ label }) => label.en === en)?.scan ?? '';
        assert.equal(scan('An expired kit'), 'LS-K25Z03-O');
        const resting = having('donation', 'state', 'resting').map(({ id }) => id);
        const isOf = (en: string) => resting.some((id) => scan(en).includes(id));
        assert.ok(isOf('A number in use') && isOf('Another donor’s tube'));
        assert.equal(donation('ended').state, 'ended');
      });

      it('one running on the linked machine, one at rest, one stopped at 138 mL', () => {
        assert.deepEqual(
          [donation('running').state, donation('running').linked],
          ['running', true],
        );
        assert.equal(donation('resting').state, 'resting');
        const { state, plasmaMl, stopReason, id } = donation('stopped');
        assert.deepEqual([state, plasmaMl, stopReason], ['resting', 138, 'reaction']);
        assert.equal(having('reaction', 'din', id).length, 1);
      });

      it('one who left after a number was given', () => {
        const left = visit('leftEarly');
        assert.equal(left.state, 'cancelled');
        const numbers = rows().all('donationNumber');
        assert.ok(numbers.some((row) => row.state === 'void' && row.visitId === left.id));
      });
    });

    describe('laboratory', () => {
      it('a box one tube short and a haemolysed tube', () => {
        const short = having('box', 'state', 'stopped')[0];
        assert.equal((short?.items.length ?? 0) - (short?.received.length ?? 0), 1);
        const samples = having('sample', 'din', donation('haemolysed').id);
        assert.ok(samples.some(({ haemolysis, ok }) => haemolysis === 'gross' && !ok));
      });

      it('finger-prick A against laboratory B', () => {
        const { id, visitId } = donation('groupDiffers');
        assert.equal(having('visitBloodTest', 'visitId', visitId)[0]?.abo, 'A');
        const groups = having('result', 'din', id)
          .filter(({ test }) => test === 'ABO')
          .map(({ value }) => value);
        assert.ok(groups.length > 0 && groups.every((value) => value === 'B'));
        assert.ok(having('hold', 'din', id).length > 0);
      });

      it('syphilis initially reactive, IgG negative at 1:160, SARS-CoV-2 NAT missing', () => {
        const values = (key: DemoDonorKey, test: string) =>
          having('result', 'din', donation(key).id)
            .filter((row) => row.test === test)
            .map(({ value }) => value);
        assert.ok(values('syphilis', 'syphilis').includes('reactive'));
        assert.equal(values('lowTitre', 'AB').length, 1);
        assert.ok(!values('lowTitre', 'AB').includes('reactive'));
        assert.deepEqual(values('natMissing', 'SARS2-NAT'), []);
        assert.ok(values('natMissing', 'HIV-NAT').length > 0);
      });

      it('twenty minutes left to freeze, and past the limit', () => {
        const left = (key: DemoDonorKey) =>
          units(key).map(({ freezeBy, frozenAt }) => {
            assert.equal(frozenAt, null);
            return Math.round((Date.parse(freezeBy) - Date.parse(opening)) / 60_000);
          });
        assert.ok(left('freezeSoon').some((minutes) => minutes >= 15 && minutes <= 25));
        assert.ok(left('freezeLate').some((minutes) => minutes < 0));
      });

      it('ready to label, but not on the printer with dead dots', async () => {
        const unitId = units('toLabel').find(({ state }) => state === 'quarantine')?.id ?? '';
        const unit = await demo().driver.ask('labeling.unit', { unitId }, 'testerB');
        assert.equal(unit?.ready, true);
        const stockId = unit?.stocks[0]?.stockId ?? '';
        const worn = unit?.printers.find(({ deadDots }) => deadDots)?.printerId ?? '';
        const good = unit?.printers.find(({ deadDots }) => !deadDots)?.printerId ?? '';
        const act = { as: 'testerB' };
        await demo().driver.refused(
          'labeling.printLabel',
          { unitId, printerId: worn, stockId },
          act,
        );
        await demo().driver.act('labeling.printLabel', { unitId, printerId: good, stockId }, act);
      });

      it('ready to release, and one released for the call that comes later', async () => {
        const list = await demo().driver.ask('inventory.releaseList', {}, 'releaser');
        const ready = new Set(
          list.units.filter(({ open }) => open.length === 0).map((u) => u.unitId),
        );
        assert.ok(units('toRelease').some(({ id }) => ready.has(id)));
        assert.ok(units('released').every(({ state }) => state === 'released'));
      });
    });

    describe('print desk', () => {
      it('a plain 400 mL and the names that fonts must carry lie ready', () => {
        const fits = (key: DemoDonorKey, pattern: RegExp) => {
          const row = papers(key).find(({ kind }) => kind === 'certificate');
          assert.match(row?.name ?? '', pattern, key);
          assert.deepEqual([row?.state, row?.volumeMl], ['ready', 400], key);
        };
        fits('toLabel', /[\u3400-\u4DBF]/u);
        fits('toRelease', /[\u{20000}-\u{323AF}]/u);
        fits('released', /^\p{Script=Han}+(·\p{Script=Han}+){2}$/u);
        fits('freezeSoon', /^[\u4E00-\u9FFF]+$/u);
      });

      it('138 mL gives thanks and a proof, 300 + 300 mL two certificates', () => {
        assert.deepEqual(paperStates('stopped').toSorted(), [
          ['proof', 'ready'],
          ['thanks', 'ready'],
        ]);
        const both = papers('threeHundred').map(({ state, count, volumeMl }) => [
          state,
          volumeMl,
          count,
        ]);
        assert.deepEqual(both.toSorted(), [
          ['handedOver', 300, 1],
          ['toPost', 300, 2],
        ]);
      });

      it('a jam between print and scan: the queue cannot tell what is on the sheet', () => {
        const [paper] = papers('lowTitre');
        assert.equal(paper?.state, 'printing');
        const job = rows().get('printJob', paper?.jobId ?? '');
        assert.deepEqual([job?.state, job?.outcome], ['aborted', 'uncertain']);
      });

      it('a proxy, one by post, one to collect, and a sheet spoiled before two persons', () => {
        const [proxy] = papers('natMissing');
        assert.deepEqual([proxy?.state, proxy?.receiverRelation], ['handedOver', 'spouse']);
        assert.equal(papers('groupDiffers')[0]?.receiverRelation, 'post');
        assert.deepEqual(paperStates('haemolysed'), [['certificate', 'toCollect']]);
        const spoiled = having('sheet', 'state', 'spoiled');
        assert.equal(spoiled.length, 1);
        assert.notEqual(spoiled[0]?.second, null);
      });

      it('a lost certificate with the 献血证明 that takes its place', () => {
        assert.deepEqual(paperStates('returning').toSorted(), [
          ['certificate', 'lost'],
          ['proof', 'ready'],
        ]);
      });

      it('the reactive donor’s paper looks like everyone else’s', async () => {
        const { papers: lines } = await demo().driver.ask('honours.worklist', {}, 'clerk');
        const line = (key: DemoDonorKey) => lines.find((row) => row.din === donation(key).id);
        const plain = ({ state, count, volumeMl, kind }: NonNullable<ReturnType<typeof line>>) => ({
          state,
          count,
          volumeMl,
          kind,
        });
        const [reactive, other] = [line('syphilis'), line('haemolysed')];
        assert.ok(reactive && other);
        assert.deepEqual(plain(reactive), plain(other));
        assert.deepEqual(Object.keys(reactive), Object.keys(other));
      });
    });
  });
}
