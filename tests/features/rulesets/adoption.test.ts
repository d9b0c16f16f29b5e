import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentHash } from '#electron/features/rulesets/hash.ts';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import type { DecideContext } from '#shared/contract/context.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { confirmationPages } from '#shared/features/rulesets/pages.ts';
import { adoptPack, unverifiedIds } from '#shared/features/rulesets/rules.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { adoptPacks, confirmPack } from '../visits/journey.ts';
import { packs } from './good-subject.ts';

const station = await founded();
const [own] = packs();
const input = { packId: own.packId, revision: own.revision };
const signed = station.staff.supervisor.as({ signed: true, with: station.staff.physician });
const adopt = (more: object, proof = signed) =>
  station.command('rulesets.adoptPack', { ...input, ...more }, { proof });

test('nothing is in force before two persons adopt', async () => {
  const proof = station.staff.nurse.as();
  assert.equal(
    value(await station.query('rulesets.forms', { programme: 'convalescentPlasma' }, proof)),
    null,
  );
  const { offers, adopted } = value(await station.query('rulesets.packs', {}, proof));
  assert.deepEqual(
    offers.filter((offer) => offer.adopted),
    [],
  );
  assert.deepEqual(adopted, []);
});

const sign = (more: object, proof = signed) =>
  station.command('rulesets.confirmPage', { ...input, page: 1, ...more } as never, { proof });
const listed = async () => {
  const found = value(await station.query('rulesets.pages', input, station.staff.nurse.as()));
  assert.ok(found);
  return found;
};

test('a page is signed by two persons as they read it, exceptions named; one exception keeps the pack out', async () => {
  const { pages } = await listed();
  assert.ok(pages.length >= 3);
  assert.deepEqual(
    pages.flatMap((page) => page.rows.map((row) => row.ruleId)),
    unverifiedIds(own),
  );
  const [first, second] = pages;
  const alone = station.staff.supervisor.as({ signed: true });
  const pageHash = first?.pageHash ?? '';
  assert.deepEqual(codes(await sign({ pageHash }, alone)), ['station.secondNeeded']);
  assert.deepEqual(codes(await sign({ pageHash: second?.pageHash })), ['rulesets.pageChanged']);
  assert.deepEqual(codes(await sign({ page: 99, pageHash })), ['rulesets.noSuchPage']);
  assert.deepEqual(codes(await sign({ revision: 99, pageHash })), ['rulesets.noSuchOffer']);
  const elsewhere = { ruleId: second?.rows[0]?.ruleId ?? '', why: '不在此页' };
  assert.deepEqual(codes(await sign({ pageHash, exceptions: [elsewhere] })), [
    'rulesets.exceptionElsewhere',
  ]);
  const excepted = { ruleId: first?.rows[0]?.ruleId ?? '', why: '与原文不符' };
  value(await sign({ pageHash, exceptions: [excepted] }));
  for (const { page, pageHash: hash } of pages.slice(1))
    value(await sign({ page, pageHash: hash }));
  assert.deepEqual((await listed()).pages[0]?.signed?.exceptions, [excepted]);
  const answer = await adopt({});
  const [refusal] = answer.status === 'refused' ? answer.reasons : [];
  assert.equal(refusal?.code, 'rulesets.valuesNotConfirmed');
  assert.deepEqual(refusal?.params, { count: 1, ids: excepted.ruleId });
  // Corrected on paper and signed again: the later signature stands.
  assert.equal(value(await sign({ pageHash })).pagesLeft, 0);
  assert.deepEqual(codes(await adopt({})), ['rulesets.notReplayed']);
});

test('the list of every pack is printed in both languages, one sheet a page', async () => {
  const proof = station.staff.supervisor.as();
  for (const { pack } of offeredPacks()) {
    const { packId, revision } = pack;
    for (const language of ['zh-CN', 'en'] as const) {
      const asked = { packId, revision, language };
      const paper = value(await station.query('rulesets.pagesPaper', asked, proof));
      assert.equal(paper.problem, null);
      assert.equal(paper.sheets, Math.max(1, confirmationPages(pack).length), packId);
      assert.equal(
        Buffer.from(paper.pdf ?? '', 'base64')
          .subarray(0, 5)
          .toString(),
        '%PDF-',
      );
    }
  }
});

test('one person alone, an unknown pack, an early day, a day not tried and DEMO are refused', async () => {
  assert.deepEqual(codes(await adopt({}, station.staff.supervisor.as({ signed: true }))), [
    'station.secondNeeded',
  ]);
  assert.deepEqual(codes(await adopt({ revision: 99 })), ['rulesets.noSuchOffer']);
  assert.deepEqual(codes(await adopt({ inForceFrom: '2019-01-01' })), ['rulesets.tooEarly']);
  const by = { proof: station.staff.supervisor.as() };
  const tried = value(await station.command('rulesets.replayPack', input, by));
  assert.deepEqual(
    [tried.visits, tried.units, tried.donors, tried.otherwise],
    [0, 0, 0, []],
    'nothing recorded yet',
  );
  assert.deepEqual(codes(await adopt({ inForceFrom: '2020-04-01' })), ['rulesets.notReplayed']);
  assert.deepEqual(codes(await adopt({ demo: true })), ['rulesets.demoOnly']);
});

test('an adopted pack is in force, named by its hash, and kept whole in the journal', async () => {
  const hashes = await adoptPacks(station);
  const forms = value(
    await station.query(
      'rulesets.forms',
      { programme: 'convalescentPlasma' },
      station.staff.nurse.as(),
    ),
  );
  assert.equal(forms?.revision, own.revision);
  assert.ok(hashes.includes(forms?.packHash ?? ''));
  assert.deepEqual(codes(await adopt({})), ['rulesets.alreadyAdopted']);
  const row = station.station.core.store.reader.get('rulePack', forms?.packHash ?? '');
  assert.deepEqual(row?.content, own);
  const read = await station.query(
    'rulesets.pack',
    { hash: row?.id ?? '' },
    station.staff.nurse.as(),
  );
  const confirmed = value(read)?.rules.find((rule) => rule.id === 'CCP-11');
  assert.equal(confirmed?.confirmedOn, '2020-03-10');
  assert.match(confirmed?.confirmedBy ?? '', /、/);
  assert.equal(row?.adoptedSecond, station.staff.physician.staffId);
});

test('a name that was adopted means one content for ever: pack, questionnaire, consent', () => {
  const { reader } = station.station.core.store;
  const decided = (pack: RulePack) => {
    const ctx = { read: reader, today: '2020-03-10' } as unknown as DecideContext;
    const offered = { hash: contentHash(pack), pack };
    const asked = { ...input, demo: false, note: '' };
    const decision = adoptPack(asked, ctx, { offered, hashOf: contentHash });
    return decision.kind === 'accepted' ? [] : decision.reasons.map(({ code }) => code);
  };
  const { questionnaire, consent } = own;
  assert.ok(questionnaire && consent);
  const more = { zh: '再加一段', en: 'One paragraph more' };
  const otherForm = { ...questionnaire, questions: questionnaire.questions.slice(1) };
  const otherConsent = { ...consent, paragraphs: [...consent.paragraphs, more] };
  const title = { zh: '改过的', en: 'Changed' };
  assert.deepEqual(decided({ ...own, title }), ['rulesets.revisionTaken']);
  const next = { ...own, title, revision: own.revision + 1 };
  const changed = { ...next, questionnaire: otherForm, consent: otherConsent };
  assert.deepEqual(decided(changed), ['rulesets.questionnaireTaken', 'rulesets.consentTaken']);
  const version = questionnaire.version + 1;
  // Names of their own: the next question is whether anybody signed its values.
  for (const pack of [next, { ...next, questionnaire: { ...otherForm, version } }])
    assert.deepEqual(decided(pack), ['rulesets.valuesNotConfirmed']);
});

test('a retired pack ends with its last day', async () => {
  const proof = station.staff.nurse.as();
  const forms = value(
    await station.query('rulesets.forms', { programme: 'convalescentPlasma' }, proof),
  );
  const hash = forms?.packHash ?? '';
  const retire = (inForceTo: string) =>
    station.command('rulesets.retirePack', { hash, inForceTo, why: '换版' }, { proof: signed });
  assert.deepEqual(codes(await retire('2020-03-09')), ['rulesets.dayOver']);
  value(await retire('2020-03-10'));
  const again = await station.query('rulesets.forms', { programme: 'convalescentPlasma' }, proof);
  assert.equal(value(again)?.packHash, hash);
  station.clock.set('2020-03-10T16:00:00.000Z');
  const tomorrow = await station.query(
    'rulesets.forms',
    { programme: 'convalescentPlasma' },
    proof,
  );
  assert.equal(tomorrow.status === 'ok' ? tomorrow.value : tomorrow, null);
});

test('contrast packs, alternatives beside a pack in force and editions before their day are refused', async () => {
  const [, third, wuhan, , , , contrast] = offeredPacks().map(({ pack }) => pack);
  const asked = async (pack: RulePack | undefined, more: { inForceFrom?: string } = {}) => {
    const { packId = '', revision = 0 } = pack ?? {};
    if (pack?.kind !== 'contrast') await confirmPack(station, packId, revision, more.inForceFrom);
    return adopt({ packId, revision, ...more });
  };
  assert.deepEqual(codes(await asked(contrast)), ['rulesets.contrastOnly']);
  // The pack of the journey above ended on 10 March; on 11 March nothing stands in the way.
  assert.deepEqual(codes(await asked(third, { inForceFrom: '2021-10-26' })), ['rulesets.tooEarly']);
  value(await asked(wuhan));
  assert.deepEqual(codes(await asked(third)), ['rulesets.programmeTaken']);
});
