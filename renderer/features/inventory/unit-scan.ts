import { useClient } from '#renderer/app/operations.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import type { OutputOf } from '#shared/contract/index.ts';

type Found = OutputOf<'inventory.readScan'>;

/** A scan as the stock reads it, units and shelf; torn codes and badges go on to whoever wants them. */
export function useUnitScan(
  take: (found: Found, raw: string) => ScanVerdict | Promise<ScanVerdict>,
): void {
  const client = useClient();
  useScan('screen', async (scan) => {
    if (scan.problem !== null || scan.tokens.some((token) => token.kind === 'staffBadge'))
      return 'pass';
    return take(await client.query('inventory.readScan', { text: scan.raw }), scan.raw);
  });
}
