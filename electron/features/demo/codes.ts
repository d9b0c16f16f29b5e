import { dinCheckCharacter, encodeDin } from '#shared/codes/din.ts';
import { residentIdCheck } from '#shared/codes/resident-id.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { CONTAINER_FLAGS } from '#shared/features/collection/words.ts';
import type { Bilingual } from '#shared/features/rulesets/model.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';

/** A code to scan in practice. */
export interface PracticeCode {
  readonly label: Bilingual;
  readonly scan: string;
  readonly kind: 'code128' | 'datamatrix';
  readonly wrong: Bilingual | null;
}

export interface PracticeGroup {
  readonly title: Bilingual;
  readonly codes: readonly PracticeCode[];
}

const NEWEST = 12;

/** Everything that a person can scan in a demo folder, with some codes that must be refused. */
export function practiceGroups(read: StateReader, today: CivilDate): readonly PracticeGroup[] {
  return [
    group(
      '工牌',
      'Badges',
      read.all('staff').map((row) => code(row.name, stationCode('staffBadge', row.badge))),
    ),
    group(
      '献血者卡',
      'Donor cards',
      read.all('donor').map((row) => code(`${row.name} ${row.number}`, cardCode(row.number))),
    ),
    group('身份证', 'Identity cards', identityCards(read, today)),
    group(
      '床椅',
      'Chairs',
      read.all('chair').map((row) => code(row.name, stationCode('chair', row.code))),
    ),
    group(
      '设备',
      'Devices',
      read.all('device').map((row) => code(row.name, stationCode('device', row.code))),
    ),
    group(
      '架位',
      'Places',
      read.all('place').map((row) => code(row.name, stationCode('place', row.code))),
    ),
    group(
      '批号',
      'Lots',
      read
        .all('lot')
        .filter((row) => row.kind !== 'reagent')
        .map((row) => code(`${row.name} ${row.lot}`, stationCode('lotSticker', plain(row.lot)))),
    ),
    group('献血条码', 'Donation numbers', numbers(read)),
    group(
      '交接箱',
      'Boxes',
      ['11', '12', '13'].map((box) => code(`箱 ${box}`, stationCode('box', box))),
    ),
    group('故意错', 'Wrong on purpose', [...wrongCodes(), ...wrongHere(read, today)]),
  ].map(({ codes, ...rest }) => ({ ...rest, codes: codes.filter((one) => one.scan !== '') }));
}

function numbers(read: StateReader): PracticeCode[] {
  const newest = read
    .all('donationNumber')
    .filter((row) => row.state !== 'void')
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, NEWEST);
  return newest.flatMap(({ id }) =>
    Object.entries(CONTAINER_FLAGS).map(([container, flags]) =>
      code(`${id.slice(-6)} ${container}`, encodeDin(id, flags) ?? ''),
    ),
  );
}

/** People who come to the door: two whom nobody knows yet, and those who were here before. */
function identityCards(read: StateReader, today: CivilDate): PracticeCode[] {
  const known = read.all('donor').filter((row) => row.documentKind === 'residentId');
  return [
    code('邓一帆（差一天满 18 岁）', residentNumber(addDays(addMonths(today, -12 * 18), 1), '901')),
    code(
      '方可为（首次来，30 岁）',
      residentNumber(addDays(addMonths(today, -12 * 30), -40), '903'),
    ),
    ...known.map((row) => code(row.name, row.documentNumber)),
  ];
}

/** A number of area 120000, which is issued to nobody. */
function residentNumber(birthDate: CivilDate, sequence: string): string {
  const first = `120000${birthDate.replaceAll('-', '')}${sequence}`;
  return `${first}${residentIdCheck(first)}`;
}

/** Sound codes that are wrong where the demo's donors stand now. */
function wrongHere(read: StateReader, today: CivilDate): PracticeCode[] {
  const expired = read.all('lot').find((row) => row.kind === 'kit' && row.expires < today);
  const taken = read.all('donationNumber').find((row) => row.state === 'void');
  const resting = read.all('donation').find((row) => row.state === 'resting');
  const sticker = (din: string | undefined, container: string): string =>
    (din && encodeDin(din, CONTAINER_FLAGS[container] ?? '')) ?? '';
  return [
    wrong('过期的器材', 'An expired kit', stationCode('lotSticker', plain(expired?.lot ?? ''))),
    wrong('已作废的献血条码', 'A number that is void', sticker(taken?.id, 'bag')),
    wrong('已用过的献血条码', 'A number in use', sticker(resting?.id, 'bag')),
    wrong('别人的试管', 'Another donor’s tube', sticker(resting?.id, 'serology')),
  ];
}

function wrongCodes(): PracticeCode[] {
  const din = 'A999926000001';
  const swapped = `${din.slice(0, 11)}10`;
  return [
    wrong('校验错的条码', 'Wrong check character', `${swapped}${dinCheckCharacter(din)}`),
    wrong('没有标识符的条码', 'Without its identifier', `${din}01`),
    wrong('读了一半', 'Half a code', `=${din.slice(0, 8)}`),
    wrong(
      '全角（输入法开着）',
      'Full width: the input method is on',
      '＝Ａ９９９９２６０００００１０１',
    ),
    wrong('别的设施的条码', 'A number of another facility', `=A9998260000010${'1'}`),
    wrong('工牌校验错', 'Badge with a wrong check', 'SB-0202-0'),
  ];
}

function code(label: string, scan: string): PracticeCode {
  return { label: { zh: label, en: label }, scan, kind: 'code128', wrong: null };
}

function wrong(zh: string, en: string, scan: string): PracticeCode {
  return { label: { zh, en }, scan, kind: 'datamatrix', wrong: { zh, en } };
}

function group(zh: string, en: string, codes: readonly PracticeCode[]): PracticeGroup {
  return { title: { zh, en }, codes };
}

function stationCode(kind: Parameters<typeof encodeStationCode>[0], id: string): string {
  return encodeStationCode(kind, id) ?? '';
}

/** Donor numbers carry a hyphen that a card's payload cannot. */
function cardCode(number: string): string {
  return stationCode('donorCard', number.replaceAll('-', ''));
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
