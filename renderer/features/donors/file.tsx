import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useMay } from '#renderer/app/may.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { ActionSlot, BannerSlot } from '#renderer/app/slots.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DonorBanner } from '#renderer/ui/donor-banner.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Flag } from '#renderer/ui/status-tag.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useProgrammes } from '../rulesets/programmes.ts';
import { SignatureList } from '../signatures/signature-list.tsx';
import { QueryState } from '../visits/query-states.tsx';
import { AlikeGivings } from './alike-givings.tsx';
import { AssessmentForm } from './assessment-form.tsx';
import { CardComparison } from './card-comparison.tsx';
import { Deferrals } from './deferrals.tsx';
import { useDonorScan } from './donor-scan.ts';
import { Givings, History } from './file-tables.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { PastGivings } from './past-givings.tsx';
import { DonorPhoto } from './photo-keep.tsx';
import { Privacy } from './privacy.tsx';
import { IdentityWarnings, PersonRecords } from './records.tsx';
import { StartVisit } from './start-visit.tsx';
import { TestSamples } from './test-samples.tsx';
import { groupView } from './words.ts';

export type DonorFile = NonNullable<OutputOf<'donors.file'>>;

/** A donor's file: who she is, what holds her back, what the hospital says, what happened. */
export function DonorFileScreen(): ReactElement {
  const { t } = useTranslation('donors');
  const donorId = useRouteParams()['donorId'] ?? '';
  useDonorScan();
  const file = useStationQuery('donors.file', { donorId });
  useNotedLook(donorId);
  if (file.data === undefined) return <QueryState error={file.error} />;
  if (file.data === null)
    return <EmptyState icon="searchPerson" title={t('file.unknown')} fill={t('register.scan')} />;
  return <FileOf file={file.data} />;
}

/** Opening a file is a look: the station writes it down once a person and day. */
function useNotedLook(donorId: string): void {
  const { mutate } = useStationCommand('donors.openFile');
  useEffect(() => mutate({ input: { donorId } }), [donorId, mutate]);
}

function FileOf(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation(['donors', 'visits']);
  const { summary, pairs } = props.file;
  useCommand({
    id: 'back',
    keys: 'Esc',
    label: t('file.back'),
    run: () => go('/donors'),
    bar: true,
  });
  const [tab, setTab] = useState<'givings' | 'deferrals' | 'history' | 'privacy'>('history');
  const mayRecord = useMay('collection.recordHistory');
  const mayRule = useMay('donors.ruleGivings');
  const undecided = pairs.filter((pair) => pair.verdict === 'undecided');
  return (
    <>
      <BannerSlot>
        <DonorBanner
          name={summary.name}
          sex={t(`sex.${summary.sex}`)}
          birthDate={summary.birthDate}
          age={summary.age}
          number={summary.number}
          group={groupView(summary.group)}
          flags={
            <>
              {summary.lookAlike ? <Flag kind="caution">{t('search.lookAlike')}</Flag> : null}
              {summary.deferred ? <Flag kind="caution">{t('search.deferred')}</Flag> : null}
              {summary.lastGivenOn === null ? (
                <Flag kind="first">{t('search.firstTime')}</Flag>
              ) : null}
            </>
          }
        />
      </BannerSlot>
      <ScreenHead
        title={t('file.title')}
        note={`${t(`documentKinds.${props.file.documentKind}`)} ${summary.documentMasked}`}
      >
        <OldGroup file={props.file} />
        <Button onPress={() => go(`/donors/${summary.donorId}/outlook`)}>
          {t('visits:outlook.title')}
        </Button>
        <Button onPress={() => go(`/donors/${summary.donorId}/amend`)}>{t('file.amend')}</Button>
      </ScreenHead>
      <Panes>
        <Pane>
          <SignatureList of={{ kind: 'donor', donorId: summary.donorId }} broken />
          {undecided.length === 0 ? null : (
            <Banner
              tone="warn"
              title={t('duplicates.lead')}
              actions={<Button onPress={() => go('/duplicates')}>{t('duplicates.title')}</Button>}
            />
          )}
          <CardComparison file={props.file} />
          <IdentityWarnings file={props.file} />
          <Tabs
            label={t('file.title')}
            value={tab}
            onChange={setTab}
            items={[
              { id: 'history', label: t('file.history'), panel: <History file={props.file} /> },
              {
                id: 'givings',
                label: t('file.givings'),
                panel: (
                  <Stack>
                    <Givings file={props.file} />
                    {mayRecord ? <PastGivings donorId={summary.donorId} /> : null}
                    {mayRule ? <AlikeGivings donorId={summary.donorId} /> : null}
                  </Stack>
                ),
              },
              {
                id: 'deferrals',
                label: t('file.deferrals'),
                panel: <Deferrals file={props.file} />,
              },
              {
                id: 'privacy',
                label: t('consents.title'),
                panel: <Privacy file={props.file} />,
              },
            ]}
          />
        </Pane>
        <SidePane title={t('file.assessments')}>
          <Stack gap="large">
            <Assessments file={props.file} />
            <TestSamples donorId={summary.donorId} />
            <DonorPhoto file={props.file} />
            <PersonRecords file={props.file} />
            <SignatureList of={{ kind: 'donor', donorId: summary.donorId }} />
          </Stack>
        </SidePane>
      </Panes>
      <ActionSlot>
        <StartVisit file={props.file} />
      </ActionSlot>
    </>
  );
}

function OldGroup(props: { file: DonorFile }): ReactElement | null {
  const { t } = useTranslation('donors');
  const [open, setOpen] = useState(false);
  const may = useMay('donors.recordGroup');
  if (!may) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('group.action')}</Button>
      {open ? <GroupDialog file={props.file} onDone={() => setOpen(false)} /> : null}
    </>
  );
}

function Assessments(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation(['donors', 'visits']);
  const [adding, setAdding] = useState(false);
  const { assessments, summary } = props.file;
  const { nameOf } = useProgrammes();
  if (adding) return <AssessmentForm donorId={summary.donorId} onDone={() => setAdding(false)} />;
  return (
    <Stack>
      {assessments.length === 0 ? <p>{t('donors:file.noAssessments')}</p> : null}
      {assessments.map((row) => (
        <Facts
          key={row.assessmentId}
          items={[
            { name: t('donors:file.programme'), value: nameOf(row.programme) },
            {
              name: t(
                row.asymptomatic ? 'donors:assessment.firstPositiveOn' : 'visits:assessment.onset',
              ),
              value: row.onsetOn,
            },
            { name: t('visits:assessment.discharged'), value: row.dischargedOn },
            {
              name: t('visits:assessment.tests'),
              value: listWords(row.negativeTests.map((at) => at.slice(0, 10))),
            },
            { name: t('visits:assessment.doctor'), value: `${row.hospital} ${row.doctor}` },
            {
              name: t('visits:assessment.fit'),
              value: t(row.fitForDonation ? 'visits:assessment.fitYes' : 'visits:assessment.fitNo'),
            },
          ]}
        />
      ))}
      <Button onPress={() => setAdding(true)}>{t('donors:assessment.add')}</Button>
    </Stack>
  );
}
