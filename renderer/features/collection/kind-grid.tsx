import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import {
  REACTION_CATEGORIES,
  REACTIONS,
  type ReactionKind,
} from '#shared/features/collection/reaction-words.ts';
import styles from './reactions.module.css';

/** Every kind of reaction under its category, one tap each. */
export function KindGrid(props: {
  value: ReactionKind | undefined;
  onChange: (kind: ReactionKind) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  return (
    <div className={styles['kinds']}>
      {REACTION_CATEGORIES.map((category) => (
        <fieldset key={category} className={styles['kindRow']}>
          <legend>{t(`react.category.${category}`)}</legend>
          {REACTIONS[category].map((kind) => (
            <Button
              key={kind}
              look={kind === props.value ? 'primary' : 'plain'}
              onPress={() => props.onChange(kind)}
            >
              {t(`reactionKind.${kind}`)}
            </Button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
