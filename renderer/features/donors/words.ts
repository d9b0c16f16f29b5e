import { useTranslation } from 'react-i18next';
import type { BloodGroupView } from '#renderer/ui/donor-banner.tsx';

const isAbo = (text: string | undefined): text is 'A' | 'B' | 'O' | 'AB' =>
  text === 'A' || text === 'B' || text === 'O' || text === 'AB';

/** `A positive` as the banner wants it. */
export function groupView(group: string | null): BloodGroupView {
  const [abo, rhd] = (group ?? '').split(' ');
  return {
    abo: isAbo(abo) ? abo : undefined,
    rhd: rhd === 'positive' || rhd === 'negative' ? rhd : undefined,
  };
}

/** `A positive` in words: A RhD 阳性. */
export function useGroupWords(): (group: string) => string {
  const { t } = useTranslation('donors');
  return (group) => {
    const { abo, rhd } = groupView(group);
    return `${abo ?? ''} ${rhd === undefined ? '' : t(`rhd.${rhd}`)}`.trim();
  };
}
