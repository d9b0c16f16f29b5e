import { readFileSync } from 'node:fs';
import { BY_STATION } from '#electron/station/core.ts';
import type { StationPorts } from '#electron/station/create-station.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { CONTAINER_FLAGS } from '#shared/features/collection/words.ts';
import type { DeviceLink } from '#shared/features/equipment/model.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { type FoundedStation, founded, type TestPerson, value } from '#tests/support/station.ts';

export interface SeedDonor {
  readonly donorId: string;
  readonly number: string;
  readonly name: string;
  readonly birthDate: string;
  readonly card: string;
  readonly visitId: string;
}

/** A founded station with chair, machine, lots, packs and a qualified nurse. */
export interface World {
  readonly test: FoundedStation;
  readonly nurse: TestPerson;
  seed(...events: readonly NewEvent[]): void;
  /** A donor whose visit the physician has signed as eligible today. */
  donor(key: string, options?: { readonly targetMl?: number }): SeedDonor;
  readonly chairId: string;
  readonly machine: string;
  readonly kit: (serial: string) => string;
  readonly anticoagulant: string;
  readonly saline: string;
}

function pack(name: string): { content: Record<string, unknown>; programme: string } {
  const url = new URL(`../../../resources/rules/${name}.json`, import.meta.url);
  const content = JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>;
  return { content, programme: String(content['programme']) };
}

const PACKS = [
  ['a', pack('convalescent-plasma-ed2')],
  ['b', pack('general-donor-gb18467-2011')],
] as const;

/** A sticker of a number set as a scanner sends it. */
export function sticker(din: string, container: string): string {
  return encodeDin(din, CONTAINER_FLAGS[container] ?? '') ?? '';
}

/** Every sticker that the end match asks for. */
export const SET = ['bag', 'serology', 'nat', 'group', 'retention', 'form'] as const;

export async function makeWorld(
  ports: Partial<StationPorts> = {},
  link: Pick<DeviceLink, 'kind' | 'address' | 'line'> = {
    kind: 'none',
    address: '',
  },
): Promise<World> {
  const test = await founded({ ports: { idleMinutes: 600, ...ports } });
  const { core } = test.station;
  const seed = (...events: readonly NewEvent[]) => {
    core.transaction(() => core.record(events, BY_STATION));
  };
  const today = core.now().slice(0, 10) as CivilDate;
  const nurse = test.staff.nurse;
  seed(
    ...PACKS.map(([mark, { content, programme }]) =>
      event('rulesets.packAdopted', {
        hash: mark.repeat(64),
        packId: String(content['packId']),
        programme,
        revision: Number(content['revision']),
        demo: true,
        inForceFrom: '2000-01-01',
        inForceTo: null,
        content: { ...content, inForceFrom: '2000-01-01' } as never,
        confirmed: [],
        note: '',
      }),
    ),
    event('equipment.chairSet', {
      chairId: 'chair-3',
      code: '3',
      name: '3 号椅',
      position: 3,
      active: true,
    }),
    ...equipment(link, today),
    event('equipment.qualificationRecorded', {
      staffId: nurse.staffId,
      skill: 'venepuncture',
      until: addDays(today, 300),
    }),
  );
  return {
    test,
    nurse,
    seed,
    donor: (key, options) => seedDonor(seed, today, key, options?.targetMl ?? 400),
    chairId: 'chair-3',
    machine: encodeStationCode('device', 'APH03') ?? '',
    kit: (serial) => `01069012345678921026C0417\u001d21${serial}`,
    anticoagulant: encodeStationCode('lotSticker', '260822') ?? '',
    saline: encodeStationCode('lotSticker', '2609B') ?? '',
  };
}

function equipment(
  link: Pick<DeviceLink, 'kind' | 'address' | 'line'>,
  today: CivilDate,
): NewEvent[] {
  const lot = (lotId: string, kind: 'kit' | 'anticoagulant' | 'saline' | 'strip', number: string) =>
    event('equipment.lotReceived', {
      lotId,
      kind,
      name: kind,
      catalogue: '',
      lot: number,
      expires: addDays(today, 200),
      quantity: 10,
      serves: [],
    });
  return [
    event('equipment.deviceSet', {
      deviceId: 'aph-3',
      code: 'APH03',
      kind: 'apheresis',
      name: 'APH-03',
      model: 'SIM',
      serial: 'SIM-0001',
      link,
      profile: '',
      chairId: 'chair-3',
      active: true,
    }),
    event('equipment.deviceChecked', { deviceId: 'aph-3', ok: true, items: [] }),
    lot('lot-kit', 'kit', '26C0417'),
    lot('lot-ac', 'anticoagulant', '260822'),
    lot('lot-saline', 'saline', '2609B'),
    lot('lot-strip', 'strip', 'S1'),
  ];
}

/** The form of the programme's pack, as an answer names it. */
function form(): { questionnaireId: string; version: number } {
  const [[, { content }]] = PACKS;
  const { id, version } = content['questionnaire'] as { id: string; version: number };
  return { questionnaireId: id, version };
}

function questions(): string[] {
  return PACKS.flatMap(([, { content }]) => {
    const list = content['questionnaire'] as {
      questions: { id: string; flagged: 'yes' | 'no' }[];
    } | null;
    return (
      list?.questions.map((each) => `${each.id} ${each.flagged === 'yes' ? 'no' : 'yes'}`) ?? []
    );
  });
}

function seedDonor(
  seed: World['seed'],
  today: CivilDate,
  key: string,
  targetMl: number,
): SeedDonor {
  const donorId = `donor-${key}`;
  const visitId = `visit-${key}`;
  const number = `D-${key.padStart(6, '0')}`;
  const name = ['高远航', '林知夏', '欧阳明远', '司马青'][Number(key) % 4] ?? '';
  const birthDate = `19${80 + (Number(key) % 10)}-05-07`;
  const daysBack = (days: number) => addDays(today, -days);
  seed(
    event('donors.registered', {
      donorId,
      number,
      name,
      sex: 'male',
      birthDate,
      documentKind: 'passport',
      documentNumber: `E0000${key}`,
      phone: '',
    }),
    event('donors.assessmentRecorded', {
      assessmentId: `assessment-${key}`,
      donorId,
      onsetOn: daysBack(60),
      dischargedOn: daysBack(40),
      negativeTests: [`${daysBack(44)}T01:00:00.000Z`, `${daysBack(42)}T01:00:00.000Z`],
      doctor: '测试医生',
      hospital: '测试医院',
      documentSeen: true,
      fitForDonation: true,
    }),
    ...visitEvents(visitId, donorId, key),
    event('visits.decided', {
      visitId,
      decisionId: `decision-${key}`,
      verdict: 'eligible',
      donationType: 'convalescentPlasma',
      targetMl,
      rules: ['GEN-1', 'GEN-2'].map((ruleId) => ({
        ruleId,
        clause: '',
        item: { zh: '', en: '' },
        input: { zh: '', en: '' },
        replaced: [],
        limit: { zh: '', en: '' },
        verdict: 'met' as const,
        overridableBy: null,
      })),
      overrides: [],
      donorSentence: '',
      nextOn: null,
      signedName: '测试医生',
      meaning: 'eligible',
      contentHash: 'c'.repeat(64),
    }),
  );
  return {
    donorId,
    number,
    name,
    birthDate,
    visitId,
    card: encodeStationCode('donorCard', number.replace('-', '')) ?? '',
  };
}

function visitEvents(visitId: string, donorId: string, key: string): NewEvent[] {
  return [
    event('visits.checkedIn', { visitId, donorId, programme: 'convalescentPlasma' }),
    event('visits.doorChecked', { visitId, temperatureTenthsC: 365, symptoms: [] }),
    event('visits.carerAssigned', { visitId, staffId: 'carer' }),
    event('visits.consentSigned', {
      visitId,
      textId: 'consent',
      version: 1,
      textHash: 'd'.repeat(64),
      signature: 'M0 0L1 1',
    }),
    event('visits.questionnaireAnswered', {
      visitId,
      ...form(),
      answers: questions().map((line) => {
        const [question = '', answer] = line.split(' ');
        return { question, answer: answer as 'yes' | 'no', detail: '' };
      }),
    }),
    event('visits.questionnaireReviewed', { visitId, asked: [] }),
    event('visits.assessmentConfirmed', { visitId, assessmentId: `assessment-${key}` }),
    event('donors.registerQueried', {
      queryId: `query-${key}`,
      donorId,
      visitId,
      register: '屏蔽库',
      answer: 'clear',
    }),
    event('visits.vitalsMeasured', {
      visitId,
      readingId: `reading-${key}`,
      weightGrams: 70_000,
      systolic: 118,
      diastolic: 76,
      pulse: 72,
      pulseRegular: true,
      temperatureTenthsC: 365,
      leftArmOk: true,
      rightArmOk: true,
    }),
    event('visits.bloodTested', {
      visitId,
      testId: `test-${key}`,
      haemoglobinGramsPerLitre: 145,
      abo: 'A',
      stripLotId: 'lot-strip',
      others: {},
    }),
  ];
}

/** Assigns a number and prepares the chair. */
export async function seated(world: World, donor: SeedDonor, kitSerial = 'K1'): Promise<string> {
  const { test, nurse, chairId } = world;
  const given = value(
    await test.command(
      'collection.assignNumber',
      { visitId: donor.visitId, chairId },
      { proof: nurse.as() },
    ),
  );
  value(
    await test.command(
      'collection.prepareChair',
      {
        chairId,
        machine: world.machine,
        kit: world.kit(kitSerial),
        anticoagulant: world.anticoagulant,
        saline: world.saline,
      },
      { proof: nurse.as() },
    ),
  );
  return given.din;
}

/** The input of a start in which everything agrees. */
export function agreeing(world: World, donor: SeedDonor, din: string) {
  return {
    chairId: world.chairId,
    donor: donor.card,
    said: { name: donor.name, birthDate: donor.birthDate },
    number: sticker(din, 'bag'),
    arm: 'left' as const,
  };
}
