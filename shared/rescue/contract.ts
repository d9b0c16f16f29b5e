import { z } from 'zod';

/** A sentence in both languages: the page shows the one that is chosen. */
const sentence = z.strictObject({ zh: z.string(), en: z.string() });

/** The key as typed from the recovery sheet; empty where the key store of this machine has it. */
const key = z.string().max(400).default('');
const path = z.string().trim().min(1).max(1000);
const nothing = z.strictObject({});

/** A copy of the records that lies where copies are kept; `at` is UTC. */
const copy = z.strictObject({ file: z.string(), at: z.string(), bytes: z.int() });

/**
 * What the rescue screen may ask while a data folder cannot be opened. None of it makes a new station
 * where records were, and none writes into the folder. `opened` tells that the door now leads to a
 * station, which the page finds at the usual address; these names it does not know.
 */
export const rescueContract = {
  /** What is wrong, and what there is to go on from. */
  'rescue.state': {
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      problem: z.string(),
      sentence,
      /** The folder is open, but its records are in doubt: it can only be read. */
      readsOnly: z.boolean(),
      /** The key store of this machine has the folder's key. */
      hasKey: z.boolean(),
      hasDatabase: z.boolean(),
      copies: z.array(copy),
      /** Proposals for the two fields that name a place. */
      restoreTo: z.string(),
      exportTo: z.string(),
    }),
  },
  /** Tries the start again. */
  'rescue.open': { input: nothing, output: z.strictObject({ opened: z.literal(true) }) },
  /** Opens a copy, or the folder's own database (`null`), for reading only; nothing is recorded. */
  'rescue.read': {
    input: z.strictObject({ file: path.nullable(), key }),
    output: z.strictObject({ opened: z.literal(true) }),
  },
  /** Takes the files as they are to another place, and with the key all entries that can be read. */
  'rescue.export': {
    input: z.strictObject({ to: path, key }),
    output: z.strictObject({
      folder: z.string(),
      files: z.int(),
      /** A proved copy that can be restored; null where nothing could be read. */
      salvaged: z
        .strictObject({ file: z.string(), entries: z.int(), expected: z.int() })
        .nullable(),
    }),
  },
  /** Makes a station of a copy in another, empty folder and opens it. */
  'rescue.restore': {
    input: z.strictObject({ file: path, to: path, key }),
    output: z.strictObject({ opened: z.literal(true), folder: z.string() }),
  },
} as const;

export type RescueName = keyof typeof rescueContract;
export type RescueInput<Name extends RescueName> = z.infer<(typeof rescueContract)[Name]['input']>;
export type RescueOutput<Name extends RescueName> = z.infer<
  (typeof rescueContract)[Name]['output']
>;

/** Whether a name is one of the rescue screen's. */
export function isRescueName(name: string): name is RescueName {
  return Object.hasOwn(rescueContract, name);
}
