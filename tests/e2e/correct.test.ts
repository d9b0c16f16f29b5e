import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { collected } from '../features/collection/collected.ts';
import { makeWorld, SET, sticker, type World } from '../features/collection/world.ts';
import { value } from '../support/station.ts';
import { openScannerDesk, output, type ScannerDesk, SMALL } from './support/desk.ts';
import { judged, openScreen } from './support/screen.ts';

const world: World = await makeWorld();
const desk: ScannerDesk = await openScannerDesk(world.test.station);

after(() => desk.close());

/** A matched donation whose bag lies in a box that was handed over. */
async function handedOver(): Promise<string> {
  const { command, staff } = world.test;
  const donor = world.donor('000602');
  const din = await collected(world, donor, 'K1');
  const as = { proof: world.nurse.as() };
  const scans = SET.map((container) => sticker(din, container));
  value(await command('collection.match', { din, donor: donor.card, scans }, as));
  const box = encodeStationCode('box', '07') ?? '';
  const { boxId } = value(await command('collection.openBox', { box }, as));
  value(await command('collection.packBox', { boxId, scan: sticker(din, 'bag') }, as));
  const give = { boxId, count: 1, temperatureTenthsC: 40 };
  value(
    await command('collection.handOverBox', give, {
      proof: world.nurse.as({ with: staff.labTech }),
    }),
  );
  return din;
}

test('a mistyped weight and a mistyped box temperature are put right before a second person', async () => {
  const din = await handedOver();
  const { page } = await desk.signIn(world.nurse, SMALL);
  const second = world.test.staff.nurse2;
  const confirm = async (name: string): Promise<void> => {
    await page.getByLabel('更正理由').click();
    await page.getByRole('option', { name: '录错' }).click();
    await page.getByLabel('复核人工牌与 PIN').fill(second.badge);
    await page.getByLabel(/^PIN/).fill(second.pin);
    await judged(page, `${output}correct-${name}`);
    await page.getByRole('button', { name: '更正', exact: true }).click();
    await page.getByLabel('更正理由').waitFor({ state: 'hidden' });
  };

  await openScreen(page, `/runs/${din}/end`);
  await page.getByRole('button', { name: '更正称量' }).click();
  await page.getByLabel(/袋总重/).fill('445');
  await page.getByLabel(/空袋皮重/).fill('25');
  await confirm('end');
  await page.getByText('409', { exact: false }).first().waitFor();
  const { reader } = world.test.station.core.store;
  assert.deepEqual(reader.get('donation', din)?.netGrams, 420);

  await openScreen(page, '/boxes');
  await page.getByRole('cell', { name: '07' }).first().click();
  await page.getByRole('button', { name: '更正箱温' }).click();
  await page.getByLabel(/箱内温度/).fill('4.8');
  await confirm('box');
  const [box] = reader.all('box');
  assert.equal(box?.temperatures.handedOver?.tenthsC, 48);
});
