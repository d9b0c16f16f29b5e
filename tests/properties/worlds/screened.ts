import { type BodyOf, event, type NewEvent } from '#shared/contract/events.ts';

/** A visit from the door to the physician's signed “eligible”. */
export function screened(visitId: string, donorId: string): readonly NewEvent[] {
  return [
    event('visits.checkedIn', { visitId, donorId, programme: 'convalescentPlasma' }),
    event('visits.doorChecked', { visitId, temperatureTenthsC: 365, symptoms: [] }),
    event('visits.carerAssigned', { visitId, staffId: 'nurse' }),
    event('visits.consentSigned', {
      visitId,
      textId: 't',
      version: 1,
      textHash: 'c'.repeat(64),
      signature: 'M0 0',
    }),
    event('visits.questionnaireAnswered', {
      visitId,
      questionnaireId: 'q',
      version: 1,
      answers: [],
    }),
    event('visits.questionnaireReviewed', { visitId, asked: [] }),
    event('donors.registerQueried', {
      queryId: `q-${visitId}`,
      donorId,
      visitId,
      register: '市级',
      answer: 'clear',
    }),
    event('visits.vitalsMeasured', {
      visitId,
      readingId: `r-${visitId}`,
      weightGrams: 70_000,
      systolic: 120,
      diastolic: 80,
      pulse: 70,
      pulseRegular: true,
      temperatureTenthsC: 365,
      leftArmOk: true,
      rightArmOk: true,
    }),
    event('visits.bloodTested', {
      visitId,
      testId: `b-${visitId}`,
      haemoglobinGramsPerLitre: 140,
      abo: 'A',
      stripLotId: 'strip',
      others: {},
    }),
    event('visits.decided', {
      visitId,
      decisionId: `d-${visitId}`,
      verdict: 'eligible',
      donationType: 'convalescentPlasma',
      targetMl: 200,
      rules: [],
      overrides: [],
      donorSentence: '',
      nextOn: null,
      signedName: 'physician',
      meaning: 'eligibilityDecision',
      contentHash: 'd'.repeat(64),
    }),
  ];
}

/** The needle: 200 mL at the prepared chair. */
export function started(
  din: string,
  donorId: string,
  visitId: string,
  more: Partial<BodyOf<'collection.started'>> = {},
) {
  return event('collection.started', {
    din,
    donorId,
    visitId,
    decisionId: `d-${visitId}`,
    programme: 'convalescentPlasma',
    donationType: 'convalescentPlasma',
    chairId: 'chair',
    preparationId: 'prep',
    deviceId: 'machine',
    linked: false,
    arm: 'left',
    targetMl: 200,
    identity: 'openQuestion',
    startedAt: '2020-03-10T02:00:00.000Z',
    localDate: '2020-03-10',
    ...more,
  });
}

/** Sealed and weighed: 260 mL of product, six hours to freeze them. */
export function ended(
  din: string,
  donorId: string,
  more: Partial<BodyOf<'collection.ended'>> = {},
) {
  return event('collection.ended', {
    din,
    donorId,
    machineMl: 260,
    netGrams: 266,
    plasmaMl: 230,
    productMl: 260,
    acMl: 30,
    completed: true,
    stopReason: 'targetReached',
    redCellsReturned: 'yes',
    endedAt: '2020-03-10T02:40:00.000Z',
    freezeBy: '2020-03-10T08:40:00.000Z',
    ...more,
  });
}
