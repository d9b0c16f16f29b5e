import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { act, NURSE, registered, site, told } from '#tests/properties/worlds/cast.ts';
import { decide } from '#tests/properties/worlds/core.ts';
import { screened } from '#tests/properties/worlds/screened.ts';

const NOW = '2020-03-10T01:00:00.000Z';

const assessed = (assessmentId: string, donorId: string, programme?: string) =>
  event('donors.assessmentRecorded', {
    ...{ assessmentId, donorId, ...(programme === undefined ? {} : { programme }) },
    ...{ onsetOn: '2020-01-20', asymptomatic: false, dischargedOn: '2020-02-10' },
    ...{
      negativeTests: [],
      doctor: '李',
      hospital: '院',
      documentSeen: true,
      fitForDonation: true,
    },
  });

test('INV-07 an assessment is taken over once, of this donor and of the visit’s own programme', () => {
  const skipped = new Set(['visits.assessmentConfirmed', 'visits.decided']);
  const arrival = screened('v1', 'a').filter(({ type }) => !skipped.has(type));
  const rows = told(
    [
      ...site(NOW, []),
      registered('a'),
      registered('b', { name: '另人', birthDate: '1980-05-05' }),
      ...arrival,
      assessed('own', 'a', 'convalescentPlasma'),
      assessed('older', 'a'),
      assessed('otherDisease', 'a', 'otherPlasma'),
      assessed('others', 'b', 'convalescentPlasma'),
    ],
    NOW,
  );
  const confirm = (assessmentId: string, now = rows) =>
    decide(now, 'visits.confirmAssessment', { visitId: 'v1', assessmentId }, act('c', NURSE, NOW));
  const codes = (assessmentId: string, now = rows) => {
    const outcome = confirm(assessmentId, now);
    return outcome.kind === 'refused' ? outcome.codes : [];
  };
  const taken = confirm('own');
  assert.ok(taken.kind === 'accepted', JSON.stringify(taken));
  assert.deepEqual(codes('own', taken.rows), ['visits.stepDone']);
  assert.deepEqual(codes('older'), [], 'of before there were several programmes');
  assert.deepEqual(codes('otherDisease'), ['visits.assessmentProgramme']);
  assert.deepEqual(codes('others'), ['visits.assessmentOther']);
  assert.deepEqual(codes('nothing'), ['visits.assessmentOther']);
});
