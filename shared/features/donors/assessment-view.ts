import { z } from 'zod';
import { civil, code, id, utc } from '../../contract/fields.ts';

/** What the hospital found before the donor came here, as it was shown and taken down. */
export const assessment = z.strictObject({
  assessmentId: id,
  programme: code,
  onsetOn: civil,
  asymptomatic: z.boolean(),
  dischargedOn: civil,
  negativeTests: z.array(utc).readonly(),
  doctor: z.string(),
  hospital: z.string(),
  documentSeen: z.boolean(),
  fitForDonation: z.boolean(),
  recordedAt: utc,
});
