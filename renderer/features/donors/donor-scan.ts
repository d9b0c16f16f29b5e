import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { useClient } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import type { ScanHandler } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import type { Token } from '#shared/codes/tokens.ts';

/** A document number that was scanned and is not registered yet: the registration form begins with it. */
export const useScannedDocument = create<{ number: string }>(() => ({ number: '' }));

type What = { cardId: string } | { documentNumber: string };

function wanted(tokens: readonly Token[]): What | undefined {
  for (const token of tokens) {
    if (token.kind === 'donorCard') return { cardId: token.id };
    if (token.kind === 'residentId') return { documentNumber: token.number };
  }
  return undefined;
}

/** A donor card or identity card opens the donor; an unknown identity card begins a registration. */
export function useDonorScan(): void {
  const client = useClient();
  const { t } = useTranslation('donors');
  const handler: ScanHandler = async (scan) => {
    const what = wanted(scan.tokens);
    if (what === undefined) return 'pass';
    const found = await client.query('donors.lookUp', what);
    const [only] = found;
    if (found.length === 1 && only !== undefined) {
      go(`/donors/${only.donorId}`);
      return { verdict: 'moved', text: `${only.name} ${only.number}` };
    }
    if (found.length > 1) {
      go('/duplicates');
      return { verdict: 'caution', text: t('duplicates.lead') };
    }
    if ('documentNumber' in what) {
      useScannedDocument.setState({ number: what.documentNumber });
      go('/donors/new');
      return { verdict: 'moved', text: t('register.title') };
    }
    return { verdict: 'caution', text: t('file.unknown') };
  };
  useScan('screen', handler);
}
