import { offeredPack, Story } from './story.ts';

export const SAID = { zh: '', en: '' };

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
