import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { systemClock } from '#electron/ports/clock.ts';
import { event } from '#shared/contract/events.ts';
import { agreeing, makeWorld, seated, type World } from '#tests/features/collection/world.ts';
import { value } from '#tests/support/station.ts';
import { openScannerDesk, output, type ScannerDesk, SMALL } from './support/desk.ts';
import { judged, openScreen, typedSignIn } from './support/screen.ts';

let desk: ScannerDesk;
let world: World;

/** A station with one donor's draw running. */
async function setUp(): Promise<void> {
  world = await makeWorld({ clock: systemClock });
  desk = await openScannerDesk(world.test.station);
  const donor = world.donor('000731', { targetMl: 200 });
  const start = agreeing(world, donor, await seated(world, donor));
  value(await world.test.command('collection.start', start, { proof: world.nurse.as() }));
}

after(() => desk?.close());

const look = (page: Page, name: string) => judged(page, `${output}sign-in-${name}`);
const running = (page: Page) => page.getByRole('region', { name: '正在采集 1' });

test('lock, tries left and switch, with a draw running all the while', async (t) => {
  await setUp();
  const { page, problems } = await desk.open(SMALL);
  // Before the sign-in: a timer that is begun by one clock is never ended by another.
  await page.clock.install();
  await typedSignIn(page, world.nurse);
  await openScreen(page, '/chairs');

  await t.test('a warning comes before the lock, and staying costs nothing', async () => {
    await page.clock.fastForward(285_000);
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).first().waitFor();
    await page.getByText(/还有 \d+ s 锁屏/).waitFor();
    await page.getByRole('button', { name: '继续用' }).click();
    await page.getByText(/还有 \d+ s 锁屏/).waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('region', { name: '登录' }).count(), 0);
  });

  await t.test('the lock hides the desk and never the running draw', async () => {
    await page.clock.fastForward(310_000);
    await page.clock.runFor(2000);
    await page.getByRole('region', { name: '登录' }).waitFor();
    await running(page).waitFor();
    assert.ok(await running(page).isVisible());
    await look(page, 'locked');
  });

  await t.test(
    'a failed PIN says how many more lock, and the draw stays on the screen',
    async () => {
      for (const [wrong, left] of [
        ['111999', 4],
        ['111998', 3],
      ] as const) {
        await page.getByLabel(/^PIN/).fill(wrong);
        await page.getByRole('button', { name: /解锁/ }).click();
        await page.getByText(`再错 ${left} 次就会锁定`).waitFor();
        assert.ok(await running(page).isVisible());
      }
      await look(page, 'tries');
    },
  );

  await t.test('another person takes the screen over without waiting', async () => {
    const { supervisor } = world.test.staff;
    await page.getByRole('button', { name: '不是我，换人' }).click();
    await page.getByLabel('工牌号').fill(supervisor.badge);
    await page.getByRole('button', { name: '输入 PIN' }).click();
    await page.getByLabel(/^PIN/).fill(supervisor.pin);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '登录' }).waitFor({ state: 'detached' });
    await page.getByText(supervisor.name).first().waitFor();
  });

  await t.test('a name of two people leads to the badge, before any PIN is tried', async () => {
    const { name } = world.nurse;
    const twin = { staffId: 'staff-twin', personId: 'person-twin', badge: 'B-TWIN' };
    world.seed(event('operators.staffEnrolled', { ...twin, name, roles: ['nurse'] }));
    const other = await desk.open(SMALL);
    await other.page.getByRole('button', { name: '按姓名登录' }).click();
    await other.page.getByLabel('姓名').fill(name);
    await other.page.getByRole('button', { name: '输入 PIN' }).click();
    await other.page.getByLabel(/^PIN/).fill('111999');
    await other.page.keyboard.press('Enter');
    await other.page.getByText(/请扫自己的工牌/).waitFor();
    await look(other.page, 'name-shared');
    await other.page.getByLabel('工牌号').fill(world.nurse.badge);
    await other.page.getByRole('button', { name: '输入 PIN' }).click();
    await other.page.getByLabel(/^PIN/).fill(world.nurse.pin);
    await other.page.keyboard.press('Enter');
    await other.page.getByRole('region', { name: '登录' }).waitFor({ state: 'detached' });
    await other.context.close();
  });
  assert.deepEqual(problems, []);
});
