import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useClient } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useAct } from '../visits/act.ts';
import { openPdf } from '../visits/open-pdf.ts';
import { TwoSign } from './sign-parts.tsx';

export type Pages = NonNullable<OutputOf<'rulesets.pages'>>;
export type ConfirmPage = Pages['pages'][number];
export interface OfferKey {
  readonly packId: string;
  readonly revision: number;
}

/** Digits of the page check as they stand on the paper. */
const SHORT = 16;

interface Exception {
  readonly ruleId: string;
  readonly why: string;
}

/** One page of unverified values: read against the paper, exceptions named, signed by two persons. */
export function PagePane(props: {
  offer: OfferKey;
  page: ConfirmPage;
  of: number;
  onSigned: () => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const { offer, page } = props;
  const { act, outcome, busy } = useAct('rulesets.confirmPage');
  const [exceptions, setExceptions] = useState<readonly Exception[]>([]);
  const sign = { ...offer, page: page.page, pageHash: page.pageHash, exceptions: [...exceptions] };
  return (
    <SidePane
      title={t('pages.title', { page: page.page, of: props.of })}
      note={t('pages.lead')}
      foot={
        <>
          <OutcomePanel outcome={outcome} />
          <TwoSign
            label={
              exceptions.length === 0
                ? t('pages.sign', { page: page.page })
                : t('pages.signWithout', { page: page.page, count: exceptions.length })
            }
            missing={undefined}
            busy={busy}
            onSign={async (proof) => {
              if ((await act(sign, { proof })) === undefined) return;
              announce('ok', t('pages.signed', { page: page.page }));
              props.onSigned();
            }}
          />
        </>
      }
    >
      <Stack>
        <PrintList offer={offer} />
        <Facts
          items={[{ name: t('paper.check'), value: <Code>{page.pageHash.slice(0, SHORT)}</Code> }]}
        />
        {exceptions.map((each) => (
          <Banner
            key={each.ruleId}
            tone="warn"
            title={`${each.ruleId}：${each.why}`}
            actions={
              <Button
                look="quiet"
                onPress={() => setExceptions(exceptions.filter((other) => other !== each))}
              >
                {t('pages.takeBack')}
              </Button>
            }
          />
        ))}
        <AddException
          rules={page.rows.map((row) => row.ruleId)}
          onAdd={(each) =>
            setExceptions([...exceptions.filter((old) => old.ruleId !== each.ruleId), each])
          }
        />
      </Stack>
    </SidePane>
  );
}

/** Opens the printable list; what could not be drawn is said. */
function PrintList(props: { offer: OfferKey }): ReactElement {
  const { t, i18n } = useTranslation('rulesets');
  const client = useClient();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const print = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'zh-CN';
    const paper = await client.query('rulesets.pagesPaper', { ...props.offer, language });
    setProblem(paper.problem ?? undefined);
    if (paper.pdf !== null) openPdf(paper.pdf);
  };
  return (
    <>
      {problem === undefined ? null : (
        <Banner tone="warn" title={t('pages.printFailed', { problem })} />
      )}
      <Button onPress={() => void print()}>{t('pages.print')}</Button>
    </>
  );
}

function AddException(props: {
  rules: readonly string[];
  onAdd: (exception: Exception) => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const [ruleId, setRule] = useState<string | undefined>(undefined);
  const [why, setWhy] = useState('');
  const missing = ruleId === undefined ? t('rule') : why.trim() === '' ? t('pages.why') : undefined;
  const add = (): void => {
    if (ruleId === undefined || missing !== undefined) return;
    props.onAdd({ ruleId, why: why.trim() });
    setRule(undefined);
    setWhy('');
  };
  return (
    <Stack gap="small">
      <Select
        label={t('pages.exception')}
        choices={props.rules.map((value) => ({ value, label: value }))}
        value={ruleId}
        onChange={setRule}
      />
      <TextField label={t('pages.why')} value={why} onChange={setWhy} />
      <Row align="end">
        <Button disabledReason={missing} onPress={add}>
          {t('pages.addException')}
        </Button>
      </Row>
    </Stack>
  );
}
