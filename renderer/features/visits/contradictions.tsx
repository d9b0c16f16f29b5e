import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/ui/banner.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useSay } from './say.ts';
import type { VisitView } from './visit-screen.tsx';
import styles from './visits.module.css';

/** Words of the reviewing nurse by contradiction. */
export type Words = Readonly<Record<string, string>>;

/** Contradictions that have no word yet. */
export function wordless(visit: VisitView, words: Words): readonly string[] {
  return visit.contradictions
    .filter(({ id, words: noted }) => noted === null && (words[id] ?? '').trim() === '')
    .map(({ id }) => id);
}

/** Answers that cannot all be true, each with the nurse's word. */
export function Contradictions(props: {
  visit: VisitView;
  open: boolean;
  words: Words;
  onWords: (words: Words) => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { visit, open, words, onWords } = props;
  return (
    <>
      {visit.contradictions.map(({ id, text, words: noted }) => (
        <section key={id} className={styles['asked']} aria-label={id}>
          <Banner tone="warn" title={t('review.contradiction')}>
            {id} {say(text)}
          </Banner>
          {noted === null ? null : <p>{t('review.noted', { words: noted })}</p>}
          {open && noted === null ? (
            <TextField
              label={t('review.word')}
              value={words[id] ?? ''}
              onChange={(word) => onWords({ ...words, [id]: word })}
            />
          ) : null}
        </section>
      ))}
    </>
  );
}
