import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Flag } from '#renderer/ui/status-tag.tsx';
import type { Risk } from '#shared/features/visits/risk.ts';

/** Why a donor is watched more closely, from check-in on. */
export function RiskFlags({ risks }: { risks: readonly Risk[] }): ReactElement {
  const { t } = useTranslation('visits');
  return (
    <>
      {risks.map((risk) => (
        <Flag key={risk} kind={risk === 'firstTime' ? 'first' : 'caution'}>
          {t(`flags.${risk}`)}
        </Flag>
      ))}
    </>
  );
}
