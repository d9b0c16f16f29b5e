/**
 * Three digits that follow from a station's id, so that a restored copy, which is a new station, counts
 * in another block and repeats none of its numbers.
 */
export function stationBlockOf(station: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < station.length; at += 1)
    hash = Math.imul(hash ^ station.charCodeAt(at), 0x01000193) >>> 0;
  return String(hash % 1000).padStart(3, '0');
}
