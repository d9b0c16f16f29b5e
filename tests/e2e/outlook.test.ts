import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { systemClock } from '#electron/ports/clock.ts';
import { addDays, addMonths, localDateOf } from '#shared/kernel/civil-date.ts';
import { adoptPacks, assessed, registered } from '../features/visits/journey.ts';
import { founded, value } from '../support/station.ts';
import { LARGE, openScannerDesk, output, SMALL } from './support/desk.ts';
import { judged, openScreen } from './support/screen.ts';

const today = localDateOf(systemClock.now(), 'Asia/Shanghai');
const station = await founded({ ports: { clock: systemClock } });
await adoptPacks(station);
const donorId = await registered(station, { name: '韩𠮷远' });
await assessed(station, donorId);
for (const [donationType, collectedOn] of [
  ['wholeBlood', addDays(today, -40)],
  ['convalescentPlasma', addDays(today, -5)],
] as const)
  value(
    await station.command(
      'collection.recordHistory',
      {
        donorId,
        donationType,
        collectedOn,
        volumeMl: 400,
        completed: true,
        redCellsReturned: true,
      },
      { proof: station.staff.nurse.as() },
    ),
  );
const desk = await openScannerDesk(station.station);

after(() => desk.close());

/** Whether the face was read that holds the characters of names which the screen's own lacks. */
function isReserveFaceRead(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.fonts].some(
      ({ family, status }) => family.includes('LXGW WenKai') && status === 'loaded',
    ),
  );
}

test('from the file: what she may give and when, each reason, another day, and as it stood', async () => {
  for (const size of [SMALL, LARGE]) {
    const { page } = await desk.signIn(station.staff.nurse, size);
    await openScreen(page, `/donors/${donorId}`);
    await page.getByRole('button', { name: '何时能献' }).click();
    const answers = page.getByRole('table', { name: '何时能献' });
    await answers.getByText(`自 ${addMonths(addDays(today, -40), 6)} 起可以`).waitFor();
    await page.getByRole('table', { name: '恢复期血浆' }).getByText('INT-7').waitFor();
    await judged(page, `${output}outlook-${size.width}`);
    assert.ok(await isReserveFaceRead(page), 'a rare character of her name is drawn, not boxed');
    await answers.getByText('全血', { exact: true }).click();
    await page.getByRole('table', { name: '全血' }).getByText('INT-1').first().waitFor();
    const day = page.getByRole('group', { name: '问的日期' }).getByRole('textbox');
    const later = addMonths(addDays(today, -40), 6).split('-');
    for (const [n, part] of later.entries()) await day.nth(n).fill(part);
    await answers.getByText('可以献').first().waitFor();
    await judged(page, `${output}outlook-day-${size.width}`);
    await page.context().close();
  }
});
