/** `yyyymmdd[hhmm[ss[.ffff]]][±hhmm]` as LIS02 and HL7 write it. */
const DIGITS = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:(\d\d)(?:\.\d{1,4})?)?)?([+-]\d{4})?$/;
/** ISO 8601 with a time of day, as POCT1-A2 writes it. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * A time as a device writes it to UTC text with milliseconds; '' when it is no time. `utcOffsetMinutes` is how far
 * its clock is ahead of UTC, used where the text names no zone.
 */
export function deviceTime(written: string, utcOffsetMinutes: number): string {
  const match = DIGITS.exec(written) ?? ISO.exec(written);
  if (match === null) return '';
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const value = Date.parse(local);
  if (Number.isNaN(value) || new Date(value).toISOString() !== local) return '';
  const offset = zone === undefined ? utcOffsetMinutes : zoneMinutes(zone);
  return offset === undefined ? '' : new Date(value - offset * 60_000).toISOString();
}

function zoneMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
