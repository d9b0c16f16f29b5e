import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { takePhoto } from '#renderer/app/scan/card-photo.ts';
import type { Scan, ScanHandler } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import type { Token } from '#shared/codes/tokens.ts';
import { forgetDocument, keepDocument } from './read-card.ts';

type What = { cardId: string } | { documentNumber: string };

function wanted(tokens: readonly Token[]): What | undefined {
  for (const token of tokens) {
    if (token.kind === 'donorCard') return { cardId: token.id };
    if (token.kind === 'residentId') return { documentNumber: token.number };
  }
  return undefined;
}

/** Keeps the document of a scan for forms and files; a donor card brings none. */
function keepRead({ raw, tokens }: Pick<Scan, 'raw' | 'tokens'>): void {
  const read = tokens.find((token) => token.kind === 'residentId');
  if (read) keepDocument(read, takePhoto(raw));
  else forgetDocument();
}

/** A donor card or identity card opens the donor; an unknown identity card begins a registration. */
export function useDonorScan(): void {
  const client = useClient();
  const { t } = useTranslation('donors');
  const handler: ScanHandler = async (scan) => {
    const what = wanted(scan.tokens);
    if (what === undefined) return 'pass';
    keepRead(scan);
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
      go('/donors/new');
      return { verdict: 'moved', text: t('register.title') };
    }
    return { verdict: 'caution', text: t('file.unknown') };
  };
  useScan('screen', handler);
}
