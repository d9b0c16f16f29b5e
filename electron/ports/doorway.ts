import type { Answer, Push } from '#shared/contract/envelope.ts';

/** Which door a call came through; journaled at sign-in, shown on the settings screen. */
export type Door = 'desktop' | 'loopback' | 'terminal' | 'control';

/** What reaches a screen without being asked for. Samples and scans decide nothing. */
export type News =
  | { readonly kind: 'push'; readonly push: Push }
  | { readonly kind: 'sample'; readonly sample: unknown }
  | { readonly kind: 'scan'; readonly scan: unknown };

/** The station core as a door sees it: no exception crosses it. */
export interface Doorway {
  /** Calls an operation by name; `envelope` is unchecked data from outside. */
  call(name: string, envelope: unknown, door: Door): Promise<Answer>;
  /** News after commits, live samples and serial scans; answers the way to stop listening. */
  listen(listener: (news: News) => void): () => void;
}

/** Which document a door shows first: the station, or what is left where it cannot be opened. */
export type FirstDocument = '/index.html' | '/rescue.html';
