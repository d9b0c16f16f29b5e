import { useTranslation } from 'react-i18next';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { useStation } from '#renderer/app/station-state.ts';
import type { StatusKind } from '#renderer/ui/status-tag.tsx';
import type { Bilingual } from '#shared/features/rulesets/model.ts';

/** The side of a text in both languages that this screen shows. */
export function useSide(): (text: Bilingual) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === 'en' ? text.en : text.zh);
}

/** `MM-DD HH:mm` of an instant in the station's zone. */
export function useMoment(): (utc: string) => string {
  const zone = useStation((state) => state.zone);
  return (utc) => {
    const at = Date.parse(utc);
    return Number.isNaN(at) ? '' : `${dateText(at, zone).slice(5)} ${timeText(at, zone)}`;
  };
}

/** How the state of tests looks. */
export const STATE_KIND: Readonly<Record<'qualified' | 'unqualified' | 'pending', StatusKind>> = {
  qualified: 'ok',
  unqualified: 'stop',
  pending: 'waiting',
};

/** How the state of a bag or a tube looks; a sample for tests alone has no bag. */
export const FIT_KIND: Readonly<Record<'expected' | 'fit' | 'unfit' | 'none', StatusKind>> = {
  none: 'notApplicable',
  expected: 'waiting',
  fit: 'ok',
  unfit: 'stop',
};

/** How the state of a run looks. */
export const RUN_KIND: Readonly<Record<'open' | 'valid' | 'invalid', StatusKind>> = {
  open: 'running',
  valid: 'ok',
  invalid: 'stop',
};

/** How a group looks. */
export const GROUP_KIND: Readonly<
  Record<'confirmed' | 'waiting' | 'disputed' | 'none', StatusKind>
> = {
  none: 'notApplicable',
  confirmed: 'ok',
  waiting: 'waiting',
  disputed: 'hold',
};

/** A person's name; what the station did by itself says so. */
export function usePerson(): (name: string) => string {
  const { t } = useTranslation('laboratory');
  return (name) => (name === 'station' ? t('ui.station') : name);
}

/** Minutes as people read them: `13 min`, `5 h 31 min`. */
export function spanText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
