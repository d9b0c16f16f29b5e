import assert from 'node:assert/strict';
import type { Core } from '#electron/station/core.ts';
import type { Proof } from '#shared/contract/envelope.ts';
import { type CommandName, operations } from '#shared/contract/index.ts';
import { isSignedBy, signedActs } from '#shared/features/signatures/signed.ts';

const SIGNING = new Set<string>(
  Object.values(signedActs).flatMap((act): readonly string[] => act.by),
);

/** INV-31: what an operation of the signed ones did stands under a sealed signature of its own. */
export function assertSealed(
  core: Core,
  name: CommandName,
  commandId: string,
  proof?: Proof,
): void {
  const { second } = operations[name];
  if (!SIGNING.has(name) || (second?.when === 'ifGiven' && !proof?.second)) return;
  const told = core.store.db
    .prepare('SELECT type, inputs FROM journal WHERE commandId = ?')
    .all(commandId) as { type: never; inputs: string }[];
  const sealed = told.filter(({ type, inputs }) => {
    return isSignedBy(type, name) && JSON.parse(inputs)?.signed !== undefined;
  });
  assert.ok(sealed.length > 0, `INV-31 ${name} sealed no signature`);
}
