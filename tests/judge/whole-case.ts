import { offeredPack, SIGNED, Story } from './story.ts';

export const DIN = 'A999920000001';
export const UNIT = `${DIN}:D0001V00:00`;
export const EXPIRES = '2021-03-10T03:00:00.000Z';

const SAID = { zh: '', en: '' };

/** A row of evidence that was met. */
export const MET = {
  ruleId: 'AGE-1',
  clause: '',
  item: SAID,
  input: SAID,
  replaced: [],
  limit: SAID,
  verdict: 'met' as const,
  overridableBy: null,
};

/** Staff: id, person, roles. The tester holds two accounts. */
const STAFF = [
  ['admin', 'p-admin', 'admin'],
  ['admin2', 'p-admin2', 'admin'],
  ['nurse', 'p-nurse', 'nurse'],
  ['physician', 'p-physician', 'physician'],
  ['lab', 'p-lab', 'labTech'],
  ['lab2', 'p-lab2', 'labTech'],
  ['labAgain', 'p-lab', 'qualityRelease'],
  ['releaser', 'p-releaser', 'qualityRelease'],
] as const;

/** A founded site with staff, packs and lots. */
export function foundedStory(): Story {
  const story = new Story();
  story.add('operators.siteFounded', {
    siteId: 'site',
    name: '示范采浆点',
    room: '',
    facilityCode: 'A9999',
    licenceNumber: 'DEMO',
    licenceExpires: '2030-12-31',
    zone: 'Asia/Shanghai',
    contactPhone: '',
    demo: true,
  });
  for (const [staffId, personId, role] of STAFF) {
    story.add('operators.staffEnrolled', {
      staffId,
      personId,
      name: staffId,
      badge: staffId,
      roles: [role],
    });
  }
  story.add('collection.numbersLeased', {
    leaseId: 'lease',
    station: 'S1',
    facility: 'A9999',
    year: '20',
    first: 1,
    last: 99_999,
  });
  adopt(story, 'convalescent-plasma-ed2', 'convalescentPlasma', 'a');
  adopt(story, 'general-donor-gb18467-2011', 'generalDonor', 'b');
  equipped(story);
  for (const lotId of ['lot1', 'lot2']) {
    story.add(
      'equipment.lotReceived',
      {
        lotId,
        kind: 'reagent',
        name: lotId,
        catalogue: '',
        lot: lotId,
        expires: '2020-12-31',
        quantity: 10,
        serves: ['HBV'],
      },
      { actor: 'lab' },
    );
  }
  story.add(
    'equipment.placeSet',
    {
      placeId: 'shelf',
      code: 'Q1',
      name: '合格',
      kind: 'qualified',
      minTenthsC: null,
      maxTenthsC: -200,
      active: true,
    },
    { actor: 'admin' },
  );
  return story;
}

/** A machine at a prepared chair with its three lots. */
function equipped(story: Story): void {
  const admin = { actor: 'admin' };
  for (const kind of ['kit', 'anticoagulant', 'saline'] as const) {
    const lot = { lotId: kind, kind, name: kind, catalogue: '', lot: kind, expires: '2020-12-31' };
    story.add('equipment.lotReceived', { ...lot, quantity: 10, serves: [] }, admin);
  }
  story.add(
    'equipment.deviceSet',
    {
      deviceId: 'machine',
      code: 'M1',
      kind: 'apheresis',
      name: 'M1',
      model: '',
      serial: '',
      link: { kind: 'none', address: '' },
      profile: '',
      chairId: 'chair',
      active: true,
    },
    admin,
  );
  story.add(
    'collection.chairPrepared',
    {
      preparationId: 'prep',
      chairId: 'chair',
      deviceId: 'machine',
      kitLotId: 'kit',
      kitSerial: '',
      anticoagulantLotId: 'anticoagulant',
      salineLotId: 'saline',
    },
    { actor: 'nurse' },
  );
}

function adopt(story: Story, file: string, programme: string, mark: string): void {
  story.add(
    'rulesets.packAdopted',
    {
      hash: mark.repeat(64),
      packId: file,
      programme,
      revision: 1,
      demo: true,
      inForceFrom: '2020-01-01',
      inForceTo: null,
      content: offeredPack(file),
      confirmed: [],
      note: '',
    },
    { actor: 'admin', second: 'physician' },
  );
}

/** A donor on record. */
export function registered(story: Story, donorId: string, document = '120101199001010034'): Story {
  return story.add(
    'donors.registered',
    {
      donorId,
      number: `D-${donorId}`,
      name: '测试',
      sex: 'male',
      birthDate: '1990-01-01',
      documentKind: 'residentId',
      documentNumber: document,
      phone: '',
    },
    { actor: 'nurse' },
  );
}

/** Door to decision to number for a donor. */
export function screened(story: Story, donorId: string, visitId: string, din: string): Story {
  const nurse = { actor: 'nurse' };
  return story
    .add('visits.checkedIn', { visitId, donorId, programme: 'convalescentPlasma' }, nurse)
    .add('visits.doorChecked', { visitId, temperatureTenthsC: 365, symptoms: [] }, nurse)
    .add(
      'donors.registerQueried',
      { queryId: `q-${visitId}`, donorId, visitId, register: '市级', answer: 'clear' },
      nurse,
    )
    .add(
      'visits.consentSigned',
      { visitId, textId: 't', version: 1, textHash: SIGNED, signature: 'M0 0' },
      nurse,
    )
    .add(
      'visits.questionnaireAnswered',
      { visitId, questionnaireId: 'q', version: 1, answers: [] },
      nurse,
    )
    .add('visits.questionnaireReviewed', { visitId, asked: [] }, nurse)
    .add(
      'visits.vitalsMeasured',
      {
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
      },
      nurse,
    )
    .add(
      'visits.bloodTested',
      {
        visitId,
        testId: `b-${visitId}`,
        haemoglobinGramsPerLitre: 140,
        abo: 'A',
        stripLotId: 'strip',
        others: {},
      },
      nurse,
    )
    .add(
      'visits.decided',
      {
        visitId,
        decisionId: `d-${visitId}`,
        verdict: 'eligible',
        donationType: 'convalescentPlasma',
        targetMl: 200,
        rules: [MET],
        overrides: [],
        donorSentence: '',
        nextOn: null,
        signedName: 'physician',
        meaning: 'eligible',
        contentHash: SIGNED,
      },
      { actor: 'physician' },
    )
    .add(
      'collection.numberAssigned',
      { din, leaseId: 'lease', sequence: Number(din.slice(7)), visitId, donorId, source: 'sheet' },
      nurse,
    );
}

/** The needle. */
export function started(story: Story, donorId: string, visitId: string, din: string): Story {
  const at = '2020-03-10T03:00:00.000Z';
  return story.add(
    'collection.started',
    {
      din,
      donorId,
      visitId,
      decisionId: `d-${visitId}`,
      programme: 'convalescentPlasma',
      donationType: 'convalescentPlasma',
      chairId: 'chair',
      preparationId: 'prep',
      deviceId: 'machine',
      linked: true,
      arm: 'left',
      targetMl: 200,
      identity: 'openQuestion',
      startedAt: at,
      localDate: '2020-03-10',
    },
    { actor: 'nurse' },
  );
}

/** One run of a test with one reading, by the device or by people. */
export function tested(
  story: Story,
  test: string,
  reading: {
    readonly round?: number;
    readonly value?: string;
    readonly figure?: string;
    readonly readers?: readonly string[];
    readonly valid?: boolean;
    readonly lot?: string;
    readonly sample?: string;
    readonly after?: (story: Story) => void;
  } = {},
): Story {
  const round = reading.round ?? 1;
  const runId = `run-${test}-${round}`;
  const reagentLotId = reading.lot ?? `lot${((round - 1) % 2) + 1}`;
  const readers = reading.readers;
  const actor = readers?.[0]?.slice(2) ?? 'lab';
  story.add(
    'laboratory.runOpened',
    { runId, test, method: 'm', deviceId: null, reagentLotId },
    { actor },
  );
  story.add(
    'laboratory.resultRecorded',
    {
      resultId: `res-${test}-${round}`,
      din: DIN,
      sampleId: reading.sample ?? `${DIN}:serology`,
      test,
      value: reading.value ?? 'nonreactive',
      figure: reading.figure ?? '',
      unit: '',
      runId,
      reagentLotId,
      method: 'm',
      readers: [...(readers ?? [])],
      deviceKey: readers ? null : `dev/${test}/${round}`,
      supersedes: null,
      entryId: null,
      conflict: false,
    },
    { actor: readers ? actor : 'station' },
  );
  reading.after?.(story);
  return story.add(
    'laboratory.runConcluded',
    { runId, valid: reading.valid ?? true, controls: [{ name: 'N', ok: true }], code: null },
    { actor: 'lab' },
  );
}

/** Bled, received: sample and bag at the laboratory. */
export function collectedCase(): Story {
  const story = foundedStory();
  registered(story, 'don');
  screened(story, 'don', 'v1', DIN);
  started(story, 'don', 'v1', DIN);
  story.add(
    'collection.ended',
    {
      din: DIN,
      donorId: 'don',
      machineMl: 230,
      netGrams: 236,
      plasmaMl: 200,
      productMl: 230,
      acMl: 30,
      completed: true,
      stopReason: 'targetReached',
      redCellsReturned: 'yes',
      endedAt: '2020-03-10T03:40:00.000Z',
      freezeBy: '2020-03-10T09:40:00.000Z',
    },
    { actor: 'nurse' },
  );
  return story.add(
    'laboratory.sampleReceived',
    { sampleId: `${DIN}:serology`, din: DIN, kind: 'serology', haemolysis: 'none', ok: true },
    { actor: 'lab' },
  );
}

/** All tests good and the group confirmed A positive. */
export function testedCase(): Story {
  const story = collectedCase();
  for (const test of ['HBV', 'HCV', 'HIV', 'syphilis']) {
    tested(story, test);
    tested(story, test, { round: 2 });
  }
  for (const test of ['HBV-NAT', 'HCV-NAT', 'HIV-NAT', 'SARS2-NAT']) tested(story, test);
  tested(story, 'ALT', { figure: '22' });
  tested(story, 'AB', { value: 'reactive', figure: 'IgG 1:160' });
  for (const [test, value] of [
    ['ABO', 'A'],
    ['RhD', 'positive'],
  ] as const) {
    tested(story, test, { value, readers: ['p-lab'] });
    tested(story, test, { value, readers: ['p-lab2'], round: 2 });
  }
  return story;
}

/** Split, frozen, in quarantine. */
export function quarantinedCase(): Story {
  const lab = { actor: 'lab' };
  return testedCase()
    .add(
      'components.unitCreated',
      {
        unitId: UNIT,
        din: DIN,
        donorId: 'don',
        productCode: 'D0001V00',
        division: '00',
        parentUnitId: null,
        volumeMl: 225,
        netGrams: 231,
        collectedAt: '2020-03-10T03:00:00.000Z',
        expiresAt: EXPIRES,
        freezeBy: '2020-03-10T09:40:00.000Z',
        inProcessSerial: null,
      },
      lab,
    )
    .add('components.inactivated', { unitId: UNIT, done: true, method: 'MB', code: 'x' }, lab)
    .add(
      'components.freezerIn',
      { unitId: UNIT, placeId: 'f', at: '2020-03-10T06:00:00.000Z' },
      lab,
    )
    .add(
      'components.frozen',
      { unitId: UNIT, coreTenthsC: -300, at: '2020-03-10T07:00:00.000Z' },
      lab,
    )
    .add('components.quarantined', { unitId: UNIT, placeId: 'quarantine' }, lab);
}

/** Prints a label of the unit. */
export function printed(story: Story, serial: string, reprintOf: string | null = null): Story {
  return story.add(
    'labeling.labelPrinted',
    {
      serial,
      unitId: UNIT,
      din: DIN,
      content: {
        din: DIN,
        flags: '00',
        abo: 'A',
        rhd: 'positive',
        productCode: 'D0001V00',
        division: '00',
        productName: '恢复期血浆',
        volumeMl: 225,
        anticoagulant: 'ACD-A',
        storage: '−20 ℃ 以下',
        collectedAt: '2020-03-10T03:00:00.000Z',
        expiresAt: EXPIRES,
        zone: 'Asia/Shanghai',
        specialText: [],
        facilityName: '示范采浆点',
        licence: 'DEMO',
      },
      contentHash: 'f'.repeat(64),
      printerId: 'printer',
      reprintOf,
    },
    { actor: 'lab', reason: reprintOf === null ? null : '污损' },
  );
}

/** Labelled and read back. */
export function labelledCase(): Story {
  return printed(quarantinedCase(), 'L1').add(
    'labeling.labelVerified',
    { serial: 'L1', unitId: UNIT, readers: ['dataMatrix'] },
    { actor: 'lab' },
  );
}

/** Released and put on its shelf: everything right. */
export function releasedCase(): Story {
  return labelledCase()
    .add(
      'inventory.released',
      { unitId: UNIT, din: DIN, listId: 'list', checks: [MET] },
      { actor: 'releaser', second: 'physician' },
    )
    .add(
      'inventory.moved',
      { unitId: UNIT, fromPlaceId: 'quarantine', toPlaceId: 'shelf' },
      { actor: 'lab' },
    );
}
