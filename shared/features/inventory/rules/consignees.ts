import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';

export interface ConsigneeInput {
  readonly consigneeId?: string | undefined;
  readonly name: string;
  readonly phone: string;
  readonly active: boolean;
}

/**
 * Puts a hospital on the list of those that may receive units, or changes its line. Refused for a line
 * that is not there and for a name that another line in use carries.
 */
export function setConsignee(
  input: ConsigneeInput,
  { read, newId }: DecideContext,
): Decision<NewEvent, { consigneeId: string }> {
  const { consigneeId = newId(), ...line } = input;
  if (input.consigneeId !== undefined && !read.get('consignee', input.consigneeId))
    return refused(reason('inventory.consigneeUnknown'));
  const isTaken = read
    .all('consignee')
    .some((row) => row.active && row.id !== consigneeId && row.name === line.name);
  if (isTaken && line.active)
    return refused(reason('inventory.consigneeTwice', { name: line.name }));
  return accepted([event('inventory.consigneeSet', { consigneeId, ...line })], { consigneeId });
}
