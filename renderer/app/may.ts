import { type OperationName, operations } from '#shared/contract/index.ts';
import { useSession } from './session.ts';

/**
 * Whether the person at the desk has one of the roles that the contract proposes for an operation: for
 * what a screen offers. The core decides.
 */
export function useMay(name: OperationName): boolean {
  const roles = useSession((state) => state.user?.roles);
  const audience = operations[name].roles;
  if (typeof audience === 'string') return audience !== 'station';
  return roles?.some((role) => audience.includes(role)) === true;
}
