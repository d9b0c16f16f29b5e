import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import styles from './honours.module.css';
import type { PaperDetail } from './words.ts';

/** The stop for a character that the print font lacks: named, and nothing printed until decided. */
export function GlyphDialog(props: {
  paper: PaperDetail;
  busy: boolean;
  onStay: () => void;
  onLeave: (handWritten: string[]) => void;
}): ReactElement | null {
  const { t, i18n } = useTranslation('honours');
  const { name, missingCharacters } = props.paper;
  const first = missingCharacters[0];
  if (first === undefined) return null;
  const all = [...new Set(missingCharacters.map(({ character }) => character))];
  return (
    <Dialog
      open
      wide
      title={t('glyph.title', { character: all.join('') })}
      stay={{ label: t('glyph.stay'), onPress: props.onStay }}
      act={{ label: t('glyph.leave'), onPress: () => props.onLeave(all), busy: props.busy }}
    >
      {missingCharacters.map((one) => (
        <div className={styles['glyph']} key={one.position}>
          <div className={styles['glyphBox']}>
            <b lang="zh-CN">{one.character}</b>
            <span>{one.codePoint}</span>
          </div>
          <div>
            <p>{t('glyph.where', { name, position: one.position })}</p>
            <div className={styles['faces']}>
              {one.faces.map((face) => (
                <StatusTag key={face.en} kind="stop">
                  {t('glyph.noneIn', { face: i18n.language === 'en' ? face.en : face.zh })}
                </StatusTag>
              ))}
            </div>
          </div>
        </div>
      ))}
    </Dialog>
  );
}
