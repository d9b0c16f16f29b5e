import { siteOf } from '#shared/features/operators/rules.ts';
import { defineQueries } from '../../station/handlers.ts';
import { practiceGroups } from './codes.ts';
import { simulatedDevices } from './devices.ts';

/** Reads of the demonstration tools; empty in a folder that is not a demo. */
export const demoQueries = defineQueries({
  'demo.codes': (_input, { read, station, today }) => {
    const groups = siteOf(read, station)?.demo ? practiceGroups(read, today) : [];
    return { groups: groups.map((group) => ({ ...group, codes: [...group.codes] })) };
  },
  'demo.devices': async (_input, ctx) => ({
    devices: siteOf(ctx.read, ctx.station)?.demo ? await simulatedDevices(ctx) : [],
  }),
});
