/** What a machine is told before a run: donation number, target in mL, serial of its kit. */
export interface MachineValues {
  readonly din: string;
  readonly targetMl: number;
  readonly kit: string;
}

/** What came of the newest word about a machine's values; `confirmed` is a person's, at its display. */
export type SettingOutcome =
  | 'agrees'
  | 'differs'
  | 'refused'
  | 'noAnswer'
  | 'notProgrammable'
  | 'confirmed';

/** What is known of the values at the machine of a preparation, whose id it has: the newest word stands. */
export interface MachineSettingRow extends MachineValues {
  readonly id: string;
  readonly outcome: SettingOutcome;
  /** What the machine said that it holds; null where it said nothing. */
  readonly read: MachineValues | null;
  /** The machine's own code, where it refused. */
  readonly code: string | null;
  readonly at: string;
  readonly by: string;
  readonly stamp: string;
}
