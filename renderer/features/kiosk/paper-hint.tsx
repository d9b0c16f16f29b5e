import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import type { VisitView } from '../visits/visit-screen.tsx';

/** Whose turn it is at a paper: nobody typed it, somebody else did, or whoever looks did herself. */
export function PaperHint({ paper }: { paper: VisitView['paper'] }): ReactElement {
  const { t } = useTranslation('kiosk');
  const zone = useStation((state) => state.zone);
  const first = paper?.entries[0];
  if (first === undefined) return <p>{t('paper.first')}</p>;
  const time = timeText(Date.parse(first.at), zone);
  if (first.mine) return <Banner tone="warn" title={t('paper.own', { time })} />;
  return <p>{t('paper.second', { name: first.by, time })}</p>;
}
