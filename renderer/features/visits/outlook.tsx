import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { toldVerdict } from '#shared/features/visits/outlook-words.ts';
import { type CivilDate, localDateOf } from '#shared/kernel/civil-date.ts';
import { openPdf } from './open-pdf.ts';
import { keyOf, useKindName } from './outlook-kind.ts';
import { OutlookReasons } from './outlook-reasons.tsx';
import { QueryState } from './query-states.tsx';
import { useSay } from './say.ts';

export type Outlooks = NonNullable<OutputOf<'visits.explain'>>;
export type OutlookAnswer = Outlooks['types'][number];

const KIND = {
  eligible: 'ok',
  later: 'waiting',
  no: 'stop',
  incomplete: 'hold',
  noRules: 'hold',
} as const;

/** The last instant of a day at this desk: what was known when it ended. */
function endOf(day: CivilDate): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}

/** “May she give what, when?” for staff: any day, now or as rules and facts stood. */
export function OutlookScreen(): ReactElement {
  const { t } = useTranslation('visits');
  const donorId = useRouteParams()['donorId'] ?? '';
  const [on, setOn] = useState<CivilDate | undefined>(undefined);
  const [stood, setStood] = useState<CivilDate | undefined>(undefined);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const back = (): void => go(`/donors/${donorId}`);
  useCommand({ id: 'back', keys: 'Esc', label: t('outlook.back'), run: back, bar: true });
  const asked = {
    donorId,
    ...(on === undefined ? {} : { on }),
    ...(stood === undefined ? {} : { asOf: endOf(stood) }),
  };
  const explained = useStationQuery('visits.explain', asked);
  return (
    <>
      <ScreenHead title={t('outlook.title')} note={t('outlook.note')}>
        <Button onPress={back}>{t('outlook.back')}</Button>
      </ScreenHead>
      <Panes>
        <Pane>
          {explained.data === undefined ? (
            <QueryState error={explained.error} />
          ) : (
            <Answers outlooks={explained.data} chosen={chosen} onChoose={setChosen} />
          )}
        </Pane>
        <SidePane title={t('outlook.asked')} foot={<PrintButton asked={asked} />}>
          <Stack>
            <DateSegments label={t('outlook.on')} value={on} onChange={setOn} />
            <DateSegments
              label={t('outlook.asOf')}
              hint={t('outlook.asOfNote')}
              value={stood}
              onChange={setStood}
            />
            {explained.data ? <Used outlooks={explained.data} /> : null}
          </Stack>
        </SidePane>
      </Panes>
    </>
  );
}

function PrintButton(props: {
  asked: { readonly donorId: string; readonly on?: string; readonly asOf?: string };
}): ReactElement {
  const { t, i18n } = useTranslation('visits');
  const client = useClient();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const print = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'zh-CN';
    const paper = await client.query('visits.explainPaper', { ...props.asked, language });
    setProblem(paper.problem ?? undefined);
    if (paper.pdf !== null) openPdf(paper.pdf);
  };
  return (
    <Stack gap="small">
      {problem === undefined ? null : (
        <Banner tone="warn" title={t('outlook.printFailed', { problem })} />
      )}
      <Button look="primary" wide onPress={() => void print()}>
        {t('outlook.print')}
      </Button>
    </Stack>
  );
}

function Used(props: { outlooks: Outlooks }): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const zone = useStation((state) => state.zone);
  const { donor, on, asOf, packs } = { ...props.outlooks, donor: props.outlooks.name };
  const moment =
    asOf === null
      ? t('outlook.now')
      : `${localDateOf(asOf, zone)} ${timeText(Date.parse(asOf), zone)}`;
  return (
    <Facts
      items={[
        { name: t('outlook.donor'), value: `${donor} ${props.outlooks.number}` },
        { name: t('outlook.on'), value: on },
        { name: t('outlook.upTo'), value: moment },
        ...packs.map((pack) => ({
          name: say(pack.title),
          value: `${t('outlook.revision', { revision: pack.revision })}${pack.demo ? ' DEMO' : ''}`,
        })),
      ]}
    />
  );
}

function Answers(props: {
  outlooks: Outlooks | null;
  chosen: string | undefined;
  onChoose: (key: string) => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  const kindName = useKindName();
  if (props.outlooks === null)
    return (
      <EmptyState
        icon="searchPerson"
        title={t('outlook.unknown')}
        fill={t('outlook.unknownFill')}
      />
    );
  const { types } = props.outlooks;
  if (types.length === 0)
    return (
      <EmptyState icon="scroll" title={t('outlook.noPacks')} fill={t('outlook.noPacksFill')} />
    );
  const answer = types.find((each) => keyOf(each) === props.chosen) ?? types[0];
  return (
    <Stack>
      <Table
        label={t('outlook.title')}
        rows={types}
        rowId={keyOf}
        selectedId={answer && keyOf(answer)}
        onOpen={(row) => props.onChoose(keyOf(row))}
        columns={[
          {
            id: 'type',
            header: t('outlook.type'),
            cell: (row) => <b>{kindName(row)}</b>,
          },
          {
            id: 'verdict',
            header: t('outlook.verdict'),
            cell: (row) => {
              const told = toldVerdict(row);
              return (
                <StatusTag kind={KIND[told]}>
                  {t(`outlook.verdicts.${told}`, { from: row.from ?? '' })}
                </StatusTag>
              );
            },
          },
          {
            id: 'against',
            header: t('outlook.against'),
            cell: (row) => row.against.map((reason) => reason.ruleId).join('、') || '—',
          },
        ]}
      />
      {answer === undefined ? null : <OutlookReasons key={keyOf(answer)} answer={answer} />}
    </Stack>
  );
}
