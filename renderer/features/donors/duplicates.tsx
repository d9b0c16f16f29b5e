import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, Row, ScreenHead, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { QueryState } from '../visits/query-states.tsx';
import styles from './donors.module.css';
import type { DonorSummary } from './search-hit.tsx';
import { useGroupWords } from './words.ts';

type Pair = OutputOf<'donors.duplicates'>[number];

/** Look-alikes side by side: one person or two, with a reason. No number before that. */
export function DuplicatesScreen(): ReactElement {
  const { t } = useTranslation('donors');
  useCommand({
    id: 'back',
    keys: 'Esc',
    label: t('file.back'),
    run: () => go('/donors'),
    bar: true,
  });
  const pairs = useStationQuery('donors.duplicates', {});
  return (
    <>
      <ScreenHead title={t('duplicates.title')} note={t('duplicates.lead')} />
      <Panes>
        <Pane padded>
          {pairs.data === undefined ? <QueryState error={pairs.error} /> : null}
          {pairs.data?.length === 0 ? (
            <EmptyState icon="donors" title={t('duplicates.none')} fill={t('register.scan')} />
          ) : null}
          <Stack gap="large">
            {pairs.data?.map((pair) => (
              <PairCard key={pair.pairId} pair={pair} />
            ))}
          </Stack>
        </Pane>
      </Panes>
    </>
  );
}

function PairCard(props: { pair: Pair }): ReactElement {
  const { t } = useTranslation('donors');
  const { pair } = props;
  const [why, setWhy] = useState('');
  const { act, outcome, busy } = useAct('donors.decideDuplicate');
  const [twins, setTwins] = useState(false);
  const decide = (verdict: 'same' | 'different'): void => {
    const expects = { [pair.pairId]: pair.version };
    void act({ pairId: pair.pairId, verdict, twins, why }, { expects });
  };
  const missing = why.trim() === '' ? t('duplicates.why') : undefined;
  return (
    <Stack>
      <Banner tone="warn" title={t('duplicates.undecided')}>
        {listWords(pair.grounds.map((ground) => codeWord(['donors:duplicates.grounds'], ground)))}
      </Banner>
      <div className={styles['pair']}>
        <PersonCard person={pair.a} />
        <PersonCard person={pair.b} />
      </div>
      <TextField label={t('duplicates.why')} value={why} onChange={setWhy} />
      <Checkbox checked={twins} onChange={setTwins}>
        {t('duplicates.twins')}
      </Checkbox>
      <OutcomePanel outcome={outcome} />
      <Row>
        <Button busy={busy} disabledReason={missing} onPress={() => decide('different')}>
          {t('duplicates.different')}
        </Button>
        <Button busy={busy} disabledReason={missing} onPress={() => decide('same')}>
          {t('duplicates.same')}
        </Button>
      </Row>
    </Stack>
  );
}

function PersonCard(props: { person: DonorSummary }): ReactElement {
  const { t } = useTranslation('donors');
  const group = useGroupWords();
  const { person } = props;
  return (
    <section className={styles['person']} aria-label={`${person.name} ${person.number}`}>
      <Row align="between">
        <b>
          <bdi>{person.name}</bdi>
        </b>
        <a href={`#/donors/${person.donorId}`}>
          <Code>{person.number}</Code>
        </a>
      </Row>
      <Facts
        items={[
          { name: t('register.sex'), value: t(`sex.${person.sex}`) },
          { name: t('register.birthDate'), value: person.birthDate },
          { name: t('file.document'), value: <Code>{person.documentMasked}</Code> },
          { name: t('file.phone'), value: person.phoneMasked },
          {
            name: t('columns.group'),
            value: person.group === null ? t('search.groupUnknown') : group(person.group),
          },
          {
            name: t('file.givings'),
            value: person.lastGivenOn ?? t('search.firstTime'),
          },
        ]}
      />
      {person.deferred ? <StatusTag kind="caution">{t('search.deferred')}</StatusTag> : null}
    </section>
  );
}
