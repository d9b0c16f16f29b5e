const SAME_MS = 1500;

/**
 * Ignores the same code from the same scanner within 1.5 s (devices-and-labels 3.5). Another
 * scanner's reading of the same code is the second person's check and always counts. Times in ms.
 */
export function createDuplicateFilter(): (source: string, raw: string, at: number) => boolean {
  const last = new Map<string, { raw: string; at: number }>();
  return (source, raw, at) => {
    const before = last.get(source);
    const duplicate =
      before !== undefined && before.raw === raw && at - before.at >= 0 && at - before.at < SAME_MS;
    // The time is that of the reading which counted: a code held under the scanner does not block itself forever.
    if (!duplicate) last.set(source, { raw, at });
    return duplicate;
  };
}
