import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { STANDING_KIND, standingOf } from './standing.ts';

/** Where the station stands with its newest validation, leading to it. */
export function ValidationStanding(): ReactElement | null {
  const { t } = useTranslation('validation');
  const runs = useStationQuery('validation.runs', {});
  if (runs.data === undefined) return null;
  const standing = standingOf(runs.data[0]);
  return (
    <a href="#/validation">
      <StatusTag kind={STANDING_KIND[standing]}>{t(`standing.${standing}`)}</StatusTag>
    </a>
  );
}
