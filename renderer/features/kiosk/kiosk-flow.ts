import type { QueryClient } from '@tanstack/react-query';
import { isPrivateQuery, type StationClient } from '#renderer/app/operations.ts';
import { signOut, useSession } from '#renderer/app/session.ts';

/**
 * The nurse's session ended in the core; the window forgets her, what she saw, and keeps the donor's
 * token alone.
 */
export function beginKiosk(queries: QueryClient, token: string): void {
  signOut();
  useSession.setState({ kiosk: { token } });
  queries.removeQueries({ predicate: isPrivateQuery });
}

/** Wipes the donor's screen, here and in the core; what follows is the staff's sign-in. */
export async function endKiosk(client: StationClient, queries: QueryClient): Promise<void> {
  if (useSession.getState().kiosk === undefined) return;
  const told = client.command('kiosk.giveBack', {});
  useSession.setState({ kiosk: undefined });
  queries.removeQueries({ predicate: isPrivateQuery });
  await told;
}
