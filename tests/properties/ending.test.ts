import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { bled, end, grossOf, MACHINE_END, machineEnded, SEALED_AT } from './worlds/bled.ts';
import { act, NURSE, registered, told } from './worlds/cast.ts';
import { decide } from './worlds/core.ts';
import type { Rows } from './worlds/rows.ts';
import { AGREEING, card, chairPack, DONOR, refusal, SEATED, sticker } from './worlds/seated.ts';

test('INV-22 INV-27 the freezing clock starts at the machine’s end, by the strictest product', () => {
  const outcome = end(bled());
  assert.ok(outcome.kind === 'accepted');
  const row = outcome.rows.get('donation', SEATED);
  assert.deepEqual(
    [row?.state, row?.endedAt, row?.freezeBy],
    ['ended', MACHINE_END, '2020-03-10T08:40:00.000Z'],
  );
  assert.deepEqual([row?.productMl, row?.plasmaMl, row?.netGrams], [260, 230, 267]);
  assert.equal(row?.completed, true);
  const stopped = end(bled(), { stopReason: 'reaction' });
  assert.equal(
    stopped.kind === 'accepted' && stopped.rows.get('donation', SEATED)?.completed,
    false,
  );
});

test('INV-27 nothing is sealed before the machine ended, without its figures, or twice', () => {
  const restart = event('collection.machineRestarted', { din: SEATED, markId: 'm', at: SEALED_AT });
  const unknown = machineEnded({ acMl: null });
  const impossible = ['collection.weightImpossible'];
  const keyed = { din: SEATED, markId: 'k', machineMl: 200, cycle: 2, at: MACHINE_END };
  const stillRuns = ['collection.machineStillRuns'];
  assert.deepEqual(refusal(end(bled([]))), stillRuns);
  assert.deepEqual(refusal(end(bled([event('collection.progressKeyed', keyed)]))), stillRuns);
  assert.deepEqual(refusal(end(bled([machineEnded(), restart]))), ['collection.restartUnstated']);
  assert.deepEqual(refusal(end(bled(), { din: 'A999920000009' })), ['collection.donationUnknown']);
  assert.deepEqual(refusal(end(bled([unknown]))), ['collection.anticoagulantMissing']);
  assert.deepEqual(refusal(end(bled([unknown]), { acMl: 30 })), []);
  assert.deepEqual(refusal(end(bled(), { acMl: 999 })), [], 'what the machine told counts');
  assert.deepEqual(refusal(end(bled(), { grossGrams: 38 })), impossible);
  assert.deepEqual(refusal(end(bled(), { grossGrams: 39 })), ['collection.moreAcThanVolume']);
  assert.deepEqual(refusal(end(bled(), { tareGrams: 0 })), impossible);
  assert.deepEqual(refusal(end(bled(), { grossGrams: grossOf(20_000) })), []);
  assert.deepEqual(refusal(end(bled(), { grossGrams: grossOf(20_001) })), impossible);
  assert.deepEqual(refusal(end(bled(), { tareGrams: 1, grossGrams: 268 })), []);
  const all = machineEnded({ acMl: 260 });
  const nothing = end(bled([all]));
  assert.equal(nothing.kind === 'accepted' && nothing.rows.get('donation', SEATED)?.plasmaMl, 0);
  const sealed = end(bled());
  assert.ok(sealed.kind === 'accepted');
  assert.deepEqual(refusal(end(sealed.rows)), ['collection.notRunning']);
});

test('INV-08 INV-21 exhaustive: scale against machine and plasma against ceiling, at their limits', () => {
  const after = (machineMl: number, productMl: number) => {
    const outcome = end(bled([machineEnded({ machineMl })]), { grossGrams: grossOf(productMl) });
    assert.ok(outcome.kind === 'accepted');
    const { rows } = outcome;
    assert.equal(rows.get('donation', SEATED)?.productMl, productMl);
    const held = rows.all('hold').map(({ code, target, source }) => `${code} ${target} ${source}`);
    const incidents = rows.all('incident').map(({ code }) => code);
    return { held, incidents: incidents.toSorted() };
  };
  const variance = `volumeVariance ${SEATED} ${SEATED}`;
  const nothing = { held: [], incidents: [] };
  assert.deepEqual(after(260, 286), nothing);
  assert.deepEqual(after(260, 287), { held: [variance], incidents: ['volumeVariance'] });
  assert.deepEqual(after(260, 234), nothing);
  assert.deepEqual(after(260, 233), { held: [variance], incidents: ['volumeVariance'] });
  assert.deepEqual(after(330, 330), nothing, '300 mL of plasma');
  assert.deepEqual(after(330, 331), { held: [], incidents: ['donorCeilingExceeded'] });
});

test('INV-10 a pack that is silent on density, variance or freezing seals nothing; without a ceiling all is above', () => {
  const started = bled();
  const { rules, donationTypes } = chairPack();
  const under = (pack: object) =>
    started.with(
      started
        .by('rulePack', 'programme', 'convalescentPlasma')
        .map(
          (row) =>
            ({ table: 'rulePack', row: { ...row, content: { ...row.content, ...pack } } }) as never,
        ),
    );
  const silent = ['collection.noRulePack'];
  const without = (id: string) => ({ rules: rules.filter((row) => row.id !== id) });
  assert.deepEqual(refusal(end(under({}))), []);
  assert.deepEqual(refusal(end(under(without('SITE-DENSITY')))), silent);
  assert.deepEqual(refusal(end(under(without('SITE-VOLVAR')))), silent);
  const noProduct = donationTypes.map((type) => ({ ...type, products: [] }));
  assert.deepEqual(refusal(end(under({ donationTypes: noProduct }))), silent);
  const single = donationTypes.map((type) => ({ ...type, products: type.products.slice(1) }));
  assert.deepEqual(refusal(end(under({ donationTypes: single }))), []);
  const open = end(under(without('SITE-CEILING')));
  assert.deepEqual(open.kind === 'accepted' && open.rows.all('incident').map(({ code }) => code), [
    'donorCeilingExceeded',
  ]);
});

const SET = ['bag', 'serology', 'group', 'form'];
const OTHER = 'A999920000002';

function sealed(): Rows {
  const outcome = end(told([registered('2', { name: '王·小红' })], SEALED_AT, bled()));
  if (outcome.kind === 'refused') throw new Error(outcome.codes.join());
  return outcome.rows;
}

function match(rows: Rows, change: Partial<InputOf<'collection.match'>> = {}) {
  const scans = SET.map((container) => sticker(SEATED, container));
  const input = { din: SEATED, donor: card(DONOR), scans, ...change };
  return decide(rows, 'collection.match', input, act('match', NURSE, SEALED_AT));
}

test('INV-04 INV-17 the end match takes every container once, of this donation, and its donor again', () => {
  const rows = sealed();
  const stickers = (...kinds: readonly string[]) => kinds.map((kind) => sticker(SEATED, kind));
  const matched = match(rows);
  assert.ok(matched.kind === 'accepted');
  assert.equal(matched.rows.get('donation', SEATED)?.state, 'matched');
  assert.deepEqual(matched.entries[0]?.body, {
    din: SEATED,
    tubes: ['serology', 'group'],
    bags: 1,
  });
  for (const kind of SET) {
    const codes = refusal(match(rows, { scans: stickers(...SET.filter((one) => one !== kind)) }));
    assert.deepEqual(codes, ['collection.containersMissing'], kind);
    const twice = refusal(match(rows, { scans: stickers(...SET, kind) }));
    assert.deepEqual(twice, ['collection.containerTwice'], kind);
    const foreign = SET.map((one) => sticker(one === kind ? OTHER : SEATED, one));
    assert.deepEqual(refusal(match(rows, { scans: foreign })), ['collection.otherDonation'], kind);
  }
  const unknown = refusal(match(rows, { scans: stickers(...SET, 'nat') }));
  assert.deepEqual(unknown, ['collection.containerUnknown']);
  assert.deepEqual(refusal(match(matched.rows)), ['collection.matchedAlready']);
  assert.deepEqual(refusal(match(bled())), ['collection.notEnded']);
  assert.deepEqual(refusal(match(rows, { din: OTHER })), ['collection.donationUnknown']);
});

test('INV-04 the donor at the end match: by her card, by what she says, never by nothing', () => {
  const rows = sealed();
  const { said } = AGREEING;
  const cases: readonly (readonly [Partial<InputOf<'collection.match'>>, readonly string[]])[] = [
    [{ donor: null }, ['collection.donorNotAsked']],
    [{ donor: null, said }, []],
    [{ donor: card('2') }, ['collection.donorDiffers']],
    [{ donor: card('2'), said }, ['collection.donorDiffers']],
    [{ said: { ...said, birthDate: '1990-01-02' } }, ['collection.saidDiffers']],
    [{ donor: null, said: { ...said, name: 'x' } }, ['collection.saidDiffers']],
  ];
  for (const [input, codes] of cases)
    assert.deepEqual(refusal(match(rows, input)), codes, JSON.stringify(input));
});

test('INV-28 a donation whose donor nobody knows is not matched', () => {
  const rows = sealed();
  const row = { ...rows.get('donation', SEATED), donorId: 'nobody' };
  const lost = rows.with([{ table: 'donation', row } as never]);
  assert.deepEqual(refusal(match(lost)), ['collection.donorUnknown']);
});

test('INV-17 one sticker of the end match is judged as all of them are, and writes nothing', () => {
  const rows = sealed();
  const check = (scan: string, at = rows) =>
    decide(at, 'collection.checkMatch', { din: SEATED, scan }, act('c', NURSE, SEALED_AT));
  for (const kind of SET) {
    const outcome = check(sticker(SEATED, kind));
    assert.ok(outcome.kind === 'accepted' && outcome.entries.length === 0, kind);
  }
  assert.deepEqual(refusal(check(sticker(SEATED, 'nat'))), ['collection.containerUnknown']);
  assert.deepEqual(refusal(check(sticker(OTHER))), ['collection.otherDonation']);
  assert.deepEqual(refusal(check(card(DONOR))), ['collection.notANumber']);
  assert.deepEqual(refusal(check(sticker(SEATED), bled())), ['collection.notEnded']);
});
