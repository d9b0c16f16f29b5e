import { type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CivilDate, parseCivilDate } from '#shared/kernel/civil-date.ts';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { Glyph } from './glyph.tsx';

type Parts = { year: string; month: string; day: string };
type Part = keyof Parts;

const order: ReadonlyArray<{ part: Part; length: number; label: `date.${Part}` }> = [
  { part: 'year', length: 4, label: 'date.year' },
  { part: 'month', length: 2, label: 'date.month' },
  { part: 'day', length: 2, label: 'date.day' },
];

function partsOf(value: CivilDate | undefined): Parts {
  if (value === undefined) return { year: '', month: '', day: '' };
  return { year: value.slice(0, 4), month: value.slice(5, 7), day: value.slice(8, 10) };
}

function complete(parts: Parts): boolean {
  return parts.year.length === 4 && parts.month.length === 2 && parts.day.length === 2;
}

/**
 * A civil date typed 年/月/日 without a calendar: eight digits in a row go through all three.
 * Gives `undefined` while unfinished and for a day that does not exist, which it says.
 */
export function DateSegments(props: {
  label: string;
  value: CivilDate | undefined;
  onChange: (value: CivilDate | undefined) => void;
  error?: string;
  hint?: string;
}): ReactElement {
  const { t } = useTranslation('kit');
  const id = useId();
  const [parts, setParts] = useState<Parts>(() => partsOf(props.value));
  const inputs = useRef<Partial<Record<Part, HTMLInputElement | null>>>({});
  const parsed = parseCivilDate(`${parts.year}-${parts.month}-${parts.day}`);
  const error = complete(parts) && parsed === undefined ? t('date.invalid') : props.error;

  const put = (index: number, text: string): void => {
    const digits = text.normalize('NFKC').replaceAll(/\D/g, '');
    const next = { ...parts };
    let rest = digits;
    let last = index;
    for (let at = index; at < order.length && (at === index || rest !== ''); at += 1) {
      const spec = order[at];
      if (spec === undefined) break;
      next[spec.part] = rest.slice(0, spec.length);
      rest = rest.slice(spec.length);
      last = at;
    }
    setParts(next);
    props.onChange(
      complete(next) ? parseCivilDate(`${next.year}-${next.month}-${next.day}`) : undefined,
    );
    const ended = order[last];
    const full = ended !== undefined && next[ended.part].length === ended.length;
    const goal = full ? order[last + 1] : undefined;
    if (goal !== undefined) inputs.current[goal.part]?.select();
  };

  return (
    <fieldset className={cx(styles['field'], styles['bare'])} aria-describedby={`${id}-note`}>
      <legend className={styles['label']}>{props.label}</legend>
      <div className={cx(styles['segments'], error !== undefined && styles['invalid'])}>
        {order.map(({ part, label }, index) => (
          <span key={part} className={styles['segment']}>
            <input
              ref={(input) => {
                inputs.current[part] = input;
              }}
              className={cx(part === 'year' && styles['year'])}
              inputMode="numeric"
              autoComplete="off"
              aria-label={`${props.label} ${t(label)}`}
              aria-invalid={error !== undefined}
              placeholder={part === 'year' ? '····' : '··'}
              value={parts[part]}
              onFocus={(event) => event.target.select()}
              onChange={(event) => put(index, event.target.value)}
              onKeyDown={(event) => {
                const before = order[index - 1];
                if (event.key === 'Backspace' && parts[part] === '' && before !== undefined) {
                  inputs.current[before.part]?.select();
                }
              }}
            />
            <span aria-hidden>{t(label)}</span>
          </span>
        ))}
      </div>
      <p id={`${id}-note`} className={error === undefined ? styles['hint'] : styles['error']}>
        {error === undefined ? (
          (props.hint ?? t('date.hint'))
        ) : (
          <>
            <Glyph shape="octagon" />
            {error}
          </>
        )}
      </p>
    </fieldset>
  );
}
