import { z } from 'zod';

/** How the line to one device is set; what is left out is as its driver or mapping says. */
export const lineSettings = z.strictObject({
  baudRate: z.int().min(300).max(921_600).optional(),
  dataBits: z.union([z.literal(7), z.literal(8)]).optional(),
  parity: z.enum(['none', 'even', 'odd']).optional(),
  stopBits: z.union([z.literal(1), z.literal(2)]).optional(),
  flow: z.enum(['none', 'rtscts', 'xonxoff']).optional(),
  /** After so many seconds without a byte the device is shown as silent. */
  silentAfterSeconds: z.int().min(1).max(600).optional(),
  /** Of a listening link: the only address that may connect. */
  peer: z.union([z.ipv4(), z.ipv6()]).optional(),
});

export type LineSettings = z.infer<typeof lineSettings>;
