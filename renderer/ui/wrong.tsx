import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type MarkedChar, markDifferences } from './char-diff.ts';
import { Icon } from './icon.tsx';
import styles from './wrong.module.css';

export type WrongProps = {
  title?: string;
  /** Where, who, and what was NOT done: 3 号椅 高远航。没有开始采集，没有写入这个号。 */
  detail: string;
  expected: { code: string; note: string };
  scanned: { code: string; note: string };
  /** Two lines on what to do. */
  steps: readonly string[];
  /** The other way out: a supervisor's badge and a reason. */
  override?: { title: string; text: string; control?: ReactNode };
  code: string;
  when: string;
};

const IGNORE_MS = 800;
const swallowed = ['keydown', 'keyup', 'keypress', 'pointerdown', 'pointerup', 'click'] as const;

function CodeChars(props: { chars: MarkedChar[]; look: string }): ReactElement {
  return (
    <p className={styles['code']}>
      {props.chars.map((part) =>
        part.char === ' ' ? (
          <span key={part.key} className={styles['gap']}>
            {' '}
          </span>
        ) : (
          <span key={part.key} className={part.differs ? styles[props.look] : styles['char']}>
            {part.char}
          </span>
        ),
      )}
    </p>
  );
}

/** Swallows keys, presses and touch for 800 ms so that a scanner's Enter cannot dismiss the page. */
function useDeafMoment(): void {
  useEffect(() => {
    const until = performance.now() + IGNORE_MS;
    const stop = (event: Event): void => {
      if (performance.now() > until) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const name of swallowed) window.addEventListener(name, stop, { capture: true });
    return () => {
      for (const name of swallowed) window.removeEventListener(name, stop, { capture: true });
    };
  }, []);
}

/**
 * The full-screen stop for a code that does not match (ux-guide 4). It has no button that closes
 * it: only the right code, or a supervisor's badge with a reason, handled by the scan router's
 * overlay layer. The strip of running chairs stays above it.
 */
export function Wrong(props: WrongProps): ReactElement {
  const { t } = useTranslation('kit');
  const heading = useRef<HTMLHeadingElement>(null);
  useDeafMoment();
  useEffect(() => heading.current?.focus(), []);
  const marked = markDifferences(props.expected.code, props.scanned.code);
  return (
    <div
      className={styles['wrong']}
      role="alertdialog"
      aria-modal="true"
      aria-label={props.title ?? t('wrong.headline')}
    >
      <div className={styles['body']}>
        <header className={styles['head']}>
          <svg viewBox="0 0 120 120" width="132" height="132" aria-hidden>
            <path
              d="M37 6h46l31 31v46l-31 31H37L6 83V37z"
              fill="none"
              stroke="currentColor"
              strokeWidth="7"
            />
            <path
              d="M41 41l38 38M79 41L41 79"
              stroke="currentColor"
              strokeWidth="10"
              strokeLinecap="round"
            />
          </svg>
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {props.title ?? t('wrong.headline')}
            </h1>
            <p>{props.detail}</p>
          </div>
        </header>
        <div className={styles['compare']}>
          <section>
            <h2>{t('wrong.expected')}</h2>
            <CodeChars chars={marked.expected} look="outlined" />
            <p>{props.expected.note}</p>
          </section>
          <section>
            <h2>{t('wrong.scanned')}</h2>
            <CodeChars chars={marked.scanned} look="solid" />
            <p>{props.scanned.note}</p>
          </section>
        </div>
        <div className={styles['act']}>
          <section>
            <h2>{t('wrong.doThis')}</h2>
            <ol>
              {props.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
          {props.override === undefined ? null : (
            <section>
              <h2>{props.override.title}</h2>
              <p>{props.override.text}</p>
              {props.override.control ?? (
                <p className={styles['badge']}>
                  <Icon name="badge" />
                  {t('wrong.waitBadge')}
                </p>
              )}
            </section>
          )}
        </div>
      </div>
      <footer className={styles['foot']}>
        <span>{t('wrong.ignored')}</span>
        <span className={styles['mono']}>{props.code}</span>
        <span>{props.when}</span>
      </footer>
    </div>
  );
}
