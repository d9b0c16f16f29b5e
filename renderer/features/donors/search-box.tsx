import {
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { KeyCap } from '#renderer/ui/code.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './donors.module.css';
import { SearchHit, type VisitNext } from './search-hit.tsx';

type Hits = OutputOf<'donors.search'>;

const LIST = 'donor-search-list';
const hitId = (donorId: string) => `donor-hit-${donorId}`;

/** What the typed text was taken for. */
function headOf(text: string): 'byInitials' | 'byNumber' | 'byName' {
  if (/^[a-z\s]+$/i.test(text)) return 'byInitials';
  return /\d/.test(text) ? 'byNumber' : 'byName';
}

/** What each donor on site waits for, by donor. */
function useOnSite(): ReadonlyMap<string, VisitNext> {
  const board = useStationQuery('visits.board', {}).data;
  return useMemo(() => {
    const rows = board?.rows ?? [];
    return new Map(rows.toReversed().map((row) => [row.donorId, row.next]));
  }, [board]);
}

/** Finds a donor as you type; arrows choose, Enter opens, Esc folds and keeps the text. */
export function SearchBox(): ReactElement {
  const { t } = useTranslation('donors');
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const asked = useDeferredValue(text.trim());
  const kept = useRef<Hits | undefined>(undefined);
  const search = useStationQuery('donors.search', { text: asked }, { enabled: asked !== '' });
  if (search.data !== undefined) kept.current = search.data;
  const hits = asked === '' ? undefined : (search.data ?? kept.current);
  const rows = hits?.rows ?? [];
  const onSite = useOnSite();
  const shown = open && asked !== '' && hits !== undefined;
  useCommand({
    id: 'donors.find',
    keys: 'F2',
    label: t('search.find'),
    run: () => input.current?.focus(),
    bar: true,
  });
  const openRow = useCallback((donorId: string): void => {
    setOpen(false);
    go(`/donors/${donorId}`);
  }, []);
  const current = rows[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0));
    else if (event.key === 'Escape' && shown) setOpen(false);
    else if (event.key === 'Enter' && event.ctrlKey) go('/donors/new');
    else if (event.key === 'Enter' && shown && current) openRow(current.donorId);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles['search']}>
      <div className={styles['box']}>
        <Icon name="search" />
        <input
          ref={input}
          role="combobox"
          aria-label={t('search.placeholder')}
          aria-expanded={shown}
          aria-controls={LIST}
          aria-activedescendant={shown && current ? hitId(current.donorId) : undefined}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          spellCheck="false"
          value={text}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        {shown ? (
          <span className={styles['quiet']}>{t('search.count', { count: rows.length })}</span>
        ) : null}
        <KeyCap>F2</KeyCap>
      </div>
      {shown ? (
        <div className={styles['list']}>
          <div className={styles['head']}>
            <b>{t(`search.${headOf(asked)}`, { text: asked })}</b>
            <span>{hits.more ? t('search.more') : t('search.hint')}</span>
          </div>
          {rows.length === 0 ? (
            <p className={styles['none']}>{t('search.nobody', { text: asked })}</p>
          ) : null}
          <div className={styles['rows']} id={LIST} role="listbox" aria-label={t('title')}>
            {rows.map((row, index) => (
              <SearchHit
                key={row.donorId}
                id={hitId(row.donorId)}
                row={row}
                next={onSite.get(row.donorId)}
                current={index === at}
                onOpen={openRow}
              />
            ))}
          </div>
          <div className={styles['foot']}>
            <span className={styles['hints']}>
              <KeyCap>↑↓</KeyCap>
              {t('search.choose')}
              <KeyCap>Enter</KeyCap>
              {t('search.open')}
              <KeyCap>Esc</KeyCap>
              {t('search.fold')}
            </span>
            <a href="#/donors/new" onMouseDown={(event) => event.preventDefault()}>
              {t('search.register')} <KeyCap>Ctrl Enter</KeyCap>
            </a>
          </div>
        </div>
      ) : null}
    </div>
  );
}
