import { deviceService } from '../devices/runtime/service.ts';
import { callsWatch } from '../features/calls/handlers.ts';
import { chairPrintService } from '../features/collection/chair-print-service.ts';
import { answersWatch } from '../features/collection/reactions.ts';
import { freezingWatch } from '../features/components/freezing-watch.ts';
import { inProcessPrintService } from '../features/components/in-process-print.ts';
import { printService } from '../features/honours/print-service.ts';
import { rulesWatch } from '../features/inventory/rules-watch.ts';
import { labelPrintService } from '../features/labeling/print-service.ts';
import type { News } from '../ports/doorway.ts';
import { copiesWatch } from './copies-watch.ts';
import type { Station } from './create-station.ts';
import { recordsWatch } from './records-watch.ts';

/** What a service of the station may use: devices, printers, copies. */
export interface ServiceHost {
  readonly station: Station;
  /** The data folder; addresses of demo devices are relative to it. */
  readonly folder: string;
  /** Live samples and serial scans on their way to the screens; they decide nothing. */
  readonly publish: (news: News) => void;
}

/** Something that runs beside the core until it is stopped; starting and stopping never throw. */
export type Service = (host: ServiceHost) => Promise<{ readonly stop: () => Promise<void> }>;

/** Every service, started in this order and stopped in the other. */
export const services: readonly Service[] = [
  labelPrintService,
  chairPrintService,
  printService,
  deviceService,
  freezingWatch,
  callsWatch,
  answersWatch,
  rulesWatch,
  inProcessPrintService,
  recordsWatch,
  copiesWatch,
];
