import { type DonationPlan, playDonation } from './donation.ts';
import { type RegisteredDonor, registerDonor } from './donors.ts';
import type { DemoDriver } from './driver.ts';
import type { DemoEquipment } from './equipment.ts';
import { DEMO_DONORS, type DemoDonorKey } from './people.ts';
import { playVisit, type VisitPlan } from './visit.ts';

/** The invented donors as they come: registered at their first visit, known at the next. */
export class DemoCast {
  readonly equipment: DemoEquipment;
  readonly #known = new Map<DemoDonorKey, RegisteredDonor>();
  readonly #numbers = new Map<DemoDonorKey, string>();

  constructor(equipment: DemoEquipment) {
    this.equipment = equipment;
  }

  /** The donor, registered when she comes for the first time. */
  async donor(driver: DemoDriver, key: DemoDonorKey): Promise<RegisteredDonor> {
    const known = this.#known.get(key);
    if (known) return known;
    const twin = key === 'lookAlike' ? this.#known.get('returning') : undefined;
    const plan = DEMO_DONORS[key];
    const donor = await registerDonor(driver, twin ? { ...plan, birthDate: twin.birthDate } : plan);
    this.#known.set(key, donor);
    return donor;
  }

  /** A visit as far as the plan says; answers its id. */
  async visit(driver: DemoDriver, key: DemoDonorKey, plan: VisitPlan): Promise<string> {
    return playVisit(driver, await this.donor(driver, key), this.equipment, plan);
  }

  /** A donation as far as the plan says; its number is kept under the donor's name. */
  async donation(driver: DemoDriver, key: DemoDonorKey, plan: DonationPlan): Promise<string> {
    const din = await playDonation(driver, await this.donor(driver, key), this.equipment, plan);
    this.#numbers.set(key, din);
    return din;
  }

  /** Today's visit of a donor. */
  async visitOf(driver: DemoDriver, key: DemoDonorKey): Promise<string> {
    const { donorId } = await this.donor(driver, key);
    const { visitId } = await driver.ask('visits.current', { donorId }, 'nurse');
    if (visitId === null) throw new RangeError(`no visit of ${key} today`);
    return visitId;
  }

  /** Number of the donor's newest donation. */
  din(key: DemoDonorKey): string {
    const din = this.#numbers.get(key);
    if (!din) throw new RangeError(`no donation of ${key} yet`);
    return din;
  }
}
