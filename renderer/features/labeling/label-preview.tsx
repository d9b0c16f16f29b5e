import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Glyph } from '#renderer/ui/glyph.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './labeling.module.css';
import { usePicture } from './use-preview.ts';

type Preview = OutputOf<'labeling.previewLabel'>;

/** The label on its paper, and each symbol as an independent reader read it from the picture. */
export function LabelPreview(props: {
  preview: Preview | undefined;
  outcome: Outcome<Preview> | undefined;
  waits: boolean;
}): ReactElement {
  const { t } = useTranslation('labeling');
  const { preview } = props;
  const picture = usePicture(preview?.pngBase64);
  if (props.waits) return <p className={styles['padded']}>{t('screen.previewWaits')}</p>;
  if (preview === undefined)
    return (
      <div className={styles['padded']}>
        <OutcomePanel outcome={props.outcome} />
      </div>
    );
  return (
    <div className={styles['preview']}>
      {picture === undefined ? null : (
        <img className={styles['paper']} src={picture} alt={t('screen.previewAlt')} />
      )}
      <div className={styles['between']}>
        <StatusTag kind={preview.ok ? 'ok' : 'stop'}>
          {preview.ok
            ? t('screen.previewOk', { count: preview.symbols.length })
            : t('screen.previewFailed')}
        </StatusTag>
        <span>{t('screen.noName')}</span>
      </div>
      <ul className={styles['decoded']}>
        {preview.symbols.map((symbol) => (
          <li key={symbol.name}>
            {preview.ok ? <Glyph shape="tickOpen" size={16} /> : null}
            {codeWord(['labeling:symbols'], symbol.name)}
            <Code>{symbol.text}</Code>
          </li>
        ))}
        {preview.problems.map((problem) => (
          <li key={`${problem.code}${problem.detail}`}>
            <Code>{problem.code}</Code> {problem.detail}
          </li>
        ))}
      </ul>
    </div>
  );
}
