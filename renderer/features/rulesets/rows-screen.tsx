import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, Row, ScreenHead } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { figuresOf } from '#shared/features/rulesets/pages.ts';
import { marksIn, RULE_SOURCES } from '#shared/features/rulesets/sources.ts';
import { QueryState } from '../visits/query-states.tsx';
import { useSay } from '../visits/say.ts';
import styles from './rulesets.module.css';

type Pack = NonNullable<OutputOf<'rulesets.pack'>>;
type RuleRow = Pack['rules'][number];
type Certainty = (typeof CERTAINTIES)[number];

const CERTAINTIES = ['all', 'verified', 'toConfirm', 'confirmed'] as const;
const EVERY = 'every';

interface Filter {
  readonly section: string;
  readonly certainty: Certainty;
  readonly words: string;
}

const back = (): void => go('/rules');

/** Every row of a pack, on offer or adopted: clause, source, certainty, who confirmed it, both languages. */
export function RuleRowsScreen(): ReactElement {
  const { t } = useTranslation('rulesets');
  const say = useSay();
  const { hash = '' } = useRouteParams();
  const asked = useStationQuery('rulesets.pack', { hash });
  const [filter, setFilter] = useState<Filter>({ section: EVERY, certainty: 'all', words: '' });
  useCommand({ id: 'back', keys: 'Esc', label: t('pages.back'), run: back, bar: true });
  if (asked.data === undefined) return <QueryState error={asked.error} />;
  if (asked.data === null)
    return <EmptyState icon="scroll" title={t('rows.title')} fill={t('none')} />;
  const { rules, title } = asked.data;
  const shown = rules.filter((row) => fits(row, filter));
  return (
    <>
      <ScreenHead
        title={say(title)}
        note={t('rows.note', { shown: shown.length, all: rules.length })}
      >
        <Button onPress={back}>{t('pages.back')}</Button>
      </ScreenHead>
      <Panes>
        <Pane>
          <Filters rules={rules} filter={filter} onChange={setFilter} />
          <RowTable rows={shown} />
        </Pane>
      </Panes>
    </>
  );
}

/** Two persons confirmed the value: their names came with the pages that they signed. */
function certaintyOf({ certainty, confirmedBy }: RuleRow): Exclude<Certainty, 'all'> {
  if (certainty === 'verified') return 'verified';
  return confirmedBy ? 'confirmed' : 'toConfirm';
}

function fits(row: RuleRow, { section, certainty, words }: Filter): boolean {
  if (section !== EVERY && row.stage !== section) return false;
  if (certainty !== 'all' && certaintyOf(row) !== certainty) return false;
  const { id, clause, source, item, limit } = row;
  const text = [id, clause, source, item.zh, item.en, limit.zh, limit.en].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Filters(props: {
  rules: readonly RuleRow[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const { rules, filter, onChange } = props;
  const sections = [...new Set(rules.map((row) => row.stage))];
  return (
    <div className={styles['filters']}>
      <Row>
        <Select
          label={t('rows.section')}
          choices={[
            { value: EVERY, label: t('rows.everySection') },
            ...sections.map((value) => ({ value, label: t(`rows.stages.${value}`) })),
          ]}
          value={filter.section}
          onChange={(section) => onChange({ ...filter, section })}
        />
        <Segmented
          label={t('rows.certainty')}
          choices={CERTAINTIES.map((value) => ({ value, label: t(`rows.certainties.${value}`) }))}
          value={filter.certainty}
          onChange={(certainty) => onChange({ ...filter, certainty })}
        />
        <TextField
          label={t('rows.find')}
          value={filter.words}
          onChange={(words) => onChange({ ...filter, words })}
        />
      </Row>
    </div>
  );
}

const TAGS = { verified: 'ok', confirmed: 'ok', toConfirm: 'waiting' } as const;

function RowTable(props: { rows: readonly RuleRow[] }): ReactElement {
  const { t } = useTranslation('rulesets');
  return (
    <Table
      label={t('rows.title')}
      tight
      rows={props.rows}
      rowId={(row) => row.id}
      empty={t('rows.none')}
      columns={[
        { id: 'rule', header: t('rule'), code: true, cell: (row) => row.id, width: '124px' },
        { id: 'item', header: t('item'), cell: (row) => <InBoth text={row.item} />, width: '18%' },
        {
          id: 'limit',
          header: t('limit'),
          cell: (row) => (
            <>
              <InBoth text={row.limit} />
              <span className={styles['figures']}>{figuresOf(row)}</span>
            </>
          ),
        },
        {
          id: 'clause',
          header: t('paper.clause'),
          cell: (row) => <Clause row={row} />,
          width: '20%',
        },
        {
          id: 'certainty',
          header: t('rows.certainty'),
          cell: (row) => <Confirmed row={row} />,
          width: '168px',
        },
        {
          id: 'inForce',
          header: t('rows.inForce'),
          cell: ({ inForceFrom, inForceTo }) => `${inForceFrom ?? ''} – ${inForceTo ?? ''}`,
          width: '152px',
          secondary: true,
        },
      ]}
    />
  );
}

/** A text in the language of the screen, and below it in the other. */
function InBoth(props: { text: { readonly zh: string; readonly en: string } }): ReactElement {
  const { i18n } = useTranslation();
  const { zh, en } = props.text;
  const [first, second] = i18n.language === 'en' ? [en, zh] : [zh, en];
  return (
    <>
      {first}
      {first === second ? null : <span className={styles['figures']}>{second}</span>}
    </>
  );
}

/** Where a value was read, in words; a source without a mark stands as it is written. */
function useSources(): (source: string) => readonly string[] {
  const say = useSay();
  return (source) => {
    const marks = marksIn(source);
    return marks.length === 0 ? [source] : marks.map((mark) => say(RULE_SOURCES[mark] ?? NOTHING));
  };
}

const NOTHING = { zh: '', en: '' };

function Clause({ row }: { row: RuleRow }): ReactElement {
  const { t } = useTranslation('rulesets');
  const sourcesOf = useSources();
  const words = [
    ...sourcesOf(row.source),
    codeWord(['rulesets:rows.whose'], row.jurisdiction ?? ''),
    row.overridableBy ? t('rows.overridable') : '',
  ];
  return (
    <>
      {row.clause}
      <span className={styles['figures']}>{words.filter((word) => word !== '').join(' · ')}</span>
    </>
  );
}

function Confirmed({ row }: { row: RuleRow }): ReactElement {
  const { t } = useTranslation('rulesets');
  const certainty = certaintyOf(row);
  return (
    <>
      <StatusTag kind={TAGS[certainty]}>{t(`rows.certainties.${certainty}`)}</StatusTag>
      {row.confirmedBy ? (
        <span className={styles['figures']}>
          {t('rows.confirmedBy', { by: row.confirmedBy, on: row.confirmedOn ?? '' })}
        </span>
      ) : null}
    </>
  );
}
