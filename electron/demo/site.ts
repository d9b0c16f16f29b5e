import { DEMO_STAFF, demoPerson, FIRST_PIN } from '#shared/features/operators/demo-staff.ts';
import type { DemoDriver } from './driver.ts';

/** Founds the invented site and enrols its staff, each with a PIN of her own. */
export async function foundDemoSite(driver: DemoDriver): Promise<void> {
  const [a, b] = [demoPerson('adminA'), demoPerson('adminB')];
  const administrator = ({ name, badge, pin }: typeof a) => ({ name, badge, pin });
  const year = Number(driver.clock.now().slice(0, 4));
  const input = {
    name: '海河血液中心（演示）',
    room: '采浆一室',
    facilityCode: 'A9999',
    licenceNumber: '津卫血站字（演示）第 0001 号',
    licenceExpires: `${year + 2}-12-31`,
    contactPhone: '022-0000 0000',
    demo: true,
    administrators: [administrator(a), administrator(b)] as [
      ReturnType<typeof administrator>,
      ReturnType<typeof administrator>,
    ],
  };
  const envelope = { commandId: driver.commandId(), input };
  const founded = await driver.station.call('operators.foundSite', envelope, { door: 'terminal' });
  if (founded.status !== 'ok') throw new Error(`demo: founding: ${JSON.stringify(founded)}`);
  const persons = new Map<string, string>();
  for (const person of DEMO_STAFF) {
    if (person.roles.includes('admin')) continue;
    const enrolled = await driver.act(
      'operators.enrolStaff',
      {
        name: person.name,
        badge: person.badge,
        roles: [...person.roles],
        pin: FIRST_PIN,
        ...(person.alsoIs ? { personId: persons.get(person.alsoIs) ?? '' } : {}),
      },
      { as: 'adminA', signed: true },
    );
    persons.set(person.key, enrolled.personId);
    await choosePin(driver, person.badge, person.pin);
  }
}

async function choosePin(driver: DemoDriver, badge: string, newPin: string): Promise<void> {
  const token = await driver.signIn(badge, FIRST_PIN);
  const call = (name: string, input: unknown, pin?: string) =>
    driver.station.call(
      name,
      {
        commandId: driver.commandId(),
        input,
        proof: { actor: { kind: 'session', token }, ...(pin ? { pin } : {}) },
      },
      { door: 'terminal' },
    );
  const changed = await call('operators.changePin', { newPin }, FIRST_PIN);
  if (changed.status !== 'ok') throw new Error(`demo: PIN: ${JSON.stringify(changed)}`);
  await call('operators.signOut', { token });
}
