import { ok, type Result } from '#shared/kernel/result.ts';
import type { Door, Doorway, News } from '../ports/doorway.ts';
import { createStation, type Station, type StationPorts } from './create-station.ts';
import { services as allServices, type Service } from './services.ts';
import type { StartProblem } from './start-problem.ts';

/** A station with its devices, printers and copies running, as a door needs it. */
export interface OpenFolder extends Doorway {
  readonly station: Station;
  readonly close: () => Promise<void>;
}

/**
 * Opens a data folder with everything that runs beside the core. The one composition root of all
 * doors: what differs between them is only the key store and how calls arrive.
 */
export async function openFolder(
  ports: StationPorts,
  services: readonly Service[] = allServices,
): Promise<Result<OpenFolder, StartProblem>> {
  const started = await createStation({
    guardClock: ports.keyStore.kind !== 'demo',
    ...ports,
    pages: 'beside',
  });
  if (!started.ok) return started;
  const station = started.value;
  const listeners = new Set<(news: News) => void>();
  const publish = (news: News) => {
    for (const listener of listeners) listener(news);
  };
  const unsubscribe = station.subscribe((push) => publish({ kind: 'push', push }));
  const running: { readonly stop: () => Promise<void> }[] = [];
  for (const start of services) {
    running.unshift(await start({ station, folder: ports.folder, publish }));
  }
  return ok({
    station,
    call: (name, envelope, door) => station.call(name, envelope, { door: originOf(door) }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      unsubscribe();
      for (const service of running) await service.stop();
      station.close();
    },
  });
}

function originOf(door: Door): 'desktop' | 'loopback' | 'terminal' {
  return door === 'control' ? 'terminal' : door;
}
