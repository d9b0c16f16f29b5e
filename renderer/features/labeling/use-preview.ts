import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Outcome } from '#renderer/app/client.ts';
import { useClient } from '#renderer/app/operations.ts';
import type { OutputOf } from '#shared/contract/index.ts';

type Preview = OutputOf<'labeling.previewLabel'>;

/** The picture of the label as it would print, asked again whenever `stamp` changes. */
export function usePreview(input: {
  readonly unitId: string;
  readonly printerId: string | undefined;
  readonly stockId: string | undefined;
  readonly stamp: string;
}): { readonly preview: Preview | undefined; readonly outcome: Outcome<Preview> | undefined } {
  const client = useClient();
  const { unitId, printerId, stockId, stamp } = input;
  const asked = printerId !== undefined && stockId !== undefined;
  const { data } = useQuery({
    queryKey: ['labeling.previewLabel', unitId, printerId, stockId, stamp],
    enabled: asked,
    // Only the same unit's picture may stay while it is drawn anew.
    placeholderData: (before, query) => (query?.queryKey[1] === unitId ? before : undefined),
    queryFn: () => {
      const place = { unitId, printerId: printerId ?? '', stockId: stockId ?? '' };
      return client.command('labeling.previewLabel', place) as Promise<Outcome<Preview>>;
    },
  });
  return { preview: data?.status === 'ok' ? data.value : undefined, outcome: data };
}

/** An address for a picture's bytes while the calling part is shown. */
export function usePicture(base64: string | null | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (base64 === null || base64 === undefined) return setAddress(undefined);
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [base64]);
  return address;
}
