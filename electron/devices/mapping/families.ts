import { assertNever } from '#shared/kernel/assert-never.ts';
import { lisFamily } from '../drivers/lis-family.ts';
import { hexFrameFamily } from '../protocols/hex-frame.ts';
import { hl7Family } from '../protocols/hl7-family.ts';
import { jsonLineFamily } from '../protocols/json-line.ts';
import { poct1aFamily } from '../protocols/poct1a-family.ts';
import type { ProtocolFamily } from '../protocols/receiver.ts';
import { lineFamily } from '../protocols/text-line.ts';
import type { ProtocolSettings } from './schema.ts';

/** The byte machines of a protocol as a mapping file sets it; `now` stands in answers that carry a time. */
export function familyOf(settings: ProtocolSettings, now: () => string): ProtocolFamily {
  switch (settings.family) {
    case 'line': {
      const { start, end, maxBytes, check, encoding, content, agree } = settings;
      return lineFamily({ shape: { start, end, maxBytes }, check, encoding, content, agree });
    }
    case 'hexFrame':
      return hexFrameFamily(settings.types);
    case 'jsonLine':
      return jsonLineFamily;
    case 'lis':
      return lisFamily(settings.encoding);
    case 'hl7':
      return hl7Family(settings.encoding);
    case 'poct1a':
      return poct1aFamily(now);
    default:
      return assertNever(settings);
  }
}
