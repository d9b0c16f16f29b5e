import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSay } from '../visits/say.ts';
import { ContrastPane } from './contrast-pane.tsx';
import { AddException, type Exception } from './exceptions.tsx';
import styles from './rulesets.module.css';
import { TwoSign } from './sign-parts.tsx';

export type Pages = NonNullable<OutputOf<'rulesets.pages'>>;
export type ConfirmPage = Pages['pages'][number];
export interface OfferKey {
  readonly packId: string;
  readonly revision: number;
}

/** Digits of the page check as they stand on the paper. */
const SHORT = 16;

/** One page of unverified values: read against the paper, exceptions named, signed by two persons. */
export function PageStep(props: {
  offer: OfferKey;
  page: ConfirmPage;
  of: number;
  isContrast: boolean;
  inTabs: (panel: ReactNode) => ReactElement;
  onSigned: () => void;
}): ReactElement {
  const { offer, page } = props;
  const [exceptions, setExceptions] = useState<readonly Exception[]>([]);
  const drop = (ruleId: string) => exceptions.filter((each) => each.ruleId !== ruleId);
  return (
    <>
      <Pane>
        {props.inTabs(
          <Stack>
            <Values page={page} />
            <div className={styles['inset']}>
              <AddException
                rules={page.rows.map((row) => row.ruleId)}
                onAdd={(each) => setExceptions([...drop(each.ruleId), each])}
              />
            </div>
          </Stack>,
        )}
      </Pane>
      {props.isContrast ? (
        <ContrastPane />
      ) : (
        <SignPane
          offer={offer}
          page={page}
          of={props.of}
          exceptions={exceptions}
          onDrop={(ruleId) => setExceptions(drop(ruleId))}
          onSigned={props.onSigned}
        />
      )}
    </>
  );
}

function SignPane(props: {
  offer: OfferKey;
  page: ConfirmPage;
  of: number;
  exceptions: readonly Exception[];
  onDrop: (ruleId: string) => void;
  onSigned: () => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const { offer, exceptions } = props;
  const { page, pageHash } = props.page;
  const { act, outcome, busy } = useAct('rulesets.confirmPage');
  return (
    <SidePane
      title={t('pages.title', { page, of: props.of })}
      note={t('pages.lead')}
      foot={
        <>
          <OutcomePanel outcome={outcome} />
          <TwoSign
            label={
              exceptions.length === 0
                ? t('pages.sign', { page })
                : t('pages.signWithout', { page, count: exceptions.length })
            }
            missing={undefined}
            busy={busy}
            onSign={async (proof) => {
              const signed = { ...offer, page, pageHash, exceptions: [...exceptions] };
              if ((await act(signed, { proof })) === undefined) return;
              announce('ok', t('pages.signed', { page }));
              props.onSigned();
            }}
          />
        </>
      }
    >
      <Stack>
        <Facts
          items={[{ name: t('paper.check'), value: <Code>{pageHash.slice(0, SHORT)}</Code> }]}
        />
        {exceptions.map((each) => (
          <Banner
            key={each.ruleId}
            tone="warn"
            title={`${each.ruleId}：${each.why}`}
            actions={
              <Button look="quiet" onPress={() => props.onDrop(each.ruleId)}>
                {t('pages.takeBack')}
              </Button>
            }
          />
        ))}
      </Stack>
    </SidePane>
  );
}

function Values(props: { page: ConfirmPage }): ReactElement {
  const { t } = useTranslation('rulesets');
  const say = useSay();
  const { page, rows, signed } = props.page;
  const why = (ruleId: string) => signed?.exceptions.find((each) => each.ruleId === ruleId)?.why;
  return (
    <>
      {signed === null ? null : (
        <p className={styles['inset']}>
          {t('pages.by', { first: signed.by, second: signed.second, at: signed.at.slice(0, 10) })}
        </p>
      )}
      <Table
        label={t('pages.tab', { page })}
        tight
        rows={rows}
        rowId={(row) => row.ruleId}
        tone={(row) => (why(row.ruleId) === undefined ? 'plain' : 'attention')}
        detail={(row) => why(row.ruleId)}
        columns={[
          { id: 'rule', header: t('rule'), code: true, cell: (row) => row.ruleId, width: '140px' },
          { id: 'item', header: t('item'), cell: (row) => say(row.item) },
          {
            id: 'limit',
            header: t('limit'),
            cell: (row) => (
              <>
                {say(row.limit)}
                <span className={styles['figures']}>{row.figures}</span>
              </>
            ),
          },
          { id: 'clause', header: t('paper.clause'), cell: (row) => row.clause },
          { id: 'source', header: t('source'), cell: (row) => row.source, secondary: true },
        ]}
      />
    </>
  );
}
