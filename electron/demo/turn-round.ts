import type { DemoDriver } from './driver.ts';

/** Cleans a chair after its donor; the used set goes into the bag in use. */
export async function cleanChair(
  driver: DemoDriver,
  chairId: string,
  nurse: { readonly as: string },
): Promise<void> {
  const { here } = await driver.ask('waste.bags', {}, nurse.as);
  const bagId = here.find(({ state }) => state === 'open')?.bagId ?? null;
  await driver.act('collection.cleanChair', { chairId, bagId }, nurse);
}

/** In the morning bags of earlier days are sealed, weighed and taken away, and the day's is opened. */
export async function freshWasteBag(driver: DemoDriver): Promise<void> {
  await wasteTakenAway(driver);
  const { here } = await driver.ask('waste.bags', {}, 'charge');
  if (here.length === 0) await driver.act('waste.openBag', { kind: 'infectious' }, CHARGE);
}

async function wasteTakenAway(driver: DemoDriver): Promise<void> {
  const { here } = await driver.ask('waste.bags', {}, 'charge');
  const old = here.filter(({ number }) => !number.startsWith(dayMark(driver.today())));
  for (const { bagId, state } of old) {
    if (state === 'open') await driver.act('waste.sealBag', { bagId, grams: 2310 }, CHARGE);
  }
  if (old.length === 0) return;
  const bagIds = old.map(({ bagId }) => bagId);
  await driver.act('waste.handOverBags', { bagIds }, { ...CHARGE, second: 'volunteer' });
}

const CHARGE = { as: 'charge' } as const;

function dayMark(day: string): string {
  return `W${day.slice(2).replaceAll('-', '')}-`;
}
