import {
  layerOrder,
  type Scan,
  type ScanHandler,
  type ScanLayer,
  type ScanVerdict,
} from './scan.ts';

export type Registered = { layer: ScanLayer; handler: ScanHandler };

/**
 * Whom to ask while WRONG is on the screen: overlays (the supervisor's way out) and the handler that
 * gave it, for only the right code takes it away.
 */
export function askingOrderWhileWrong(
  registered: readonly Registered[],
  owner: ScanHandler,
): ScanHandler[] {
  const overlays = registered.filter((entry) => entry.layer === 'overlay').reverse();
  return [...overlays.map((entry) => entry.handler), owner];
}

/**
 * Handlers in the order in which they are asked: overlay, step, identity-locked screen, global; the
 * newest first within a layer. An overlay blocks: while one is there, nobody below it is asked.
 */
export function askingOrder(registered: readonly Registered[]): ScanHandler[] {
  const blocked = registered.some((entry) => entry.layer === 'overlay');
  return layerOrder
    .filter((layer) => !blocked || layer === 'overlay')
    .flatMap((layer) =>
      registered
        .filter((entry) => entry.layer === layer)
        .reverse()
        .map((entry) => entry.handler),
    );
}

export type Routed = { verdict: ScanVerdict; by: ScanHandler };

/** Asks until one answers; undefined where nobody wants the code. */
export async function routeScan(
  scan: Scan,
  handlers: readonly ScanHandler[],
): Promise<Routed | undefined> {
  for (const handler of handlers) {
    const answer = await handler(scan);
    if (answer !== 'pass') return { verdict: answer, by: handler };
  }
  return undefined;
}
