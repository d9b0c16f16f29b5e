import { basename } from 'node:path';

/** Programs of simulated devices, which the demonstration starts as processes of their own. */
const PROGRAMS: Readonly<Record<string, () => Promise<unknown>>> = {
  'analyser-main': () => import('../devices/simulators/analyser-main.ts'),
  'apheresis-main': () => import('../devices/simulators/apheresis-main.ts'),
  'id-card-main': () => import('../devices/simulators/id-card-main.ts'),
  'ipp-printer-main': () => import('../devices/simulators/ipp-printer-main.ts'),
  'label-printer-main': () => import('../devices/simulators/label-printer-main.ts'),
  'mapped-main': () => import('../devices/simulators/mapped-main.ts'),
  'scanner-main': () => import('../devices/simulators/scanner-main.ts'),
};

/**
 * The simulated device that a first argument names, or undefined. An installed program is no Node: it
 * runs none but these files of its own, whatever path the argument gives.
 */
export function ownSimulator(argument: string | undefined): (() => Promise<unknown>) | undefined {
  const name = /^(.+-main)\.(?:js|ts)$/.exec(basename(argument ?? ''))?.[1];
  return name !== undefined && Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
}
