import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { QueryState } from '../../visits/query-states.tsx';
import { ClinicalSection } from './clinical-section.tsx';
import { type Draft, readDraft, startedDraft } from './draft.ts';
import { useFieldName } from './fields.tsx';
import { DonorSection, GivingSection, NameSection, TestsSection } from './sections.tsx';
import { ProductSections, StorageSection } from './stock-sections.tsx';

/** A new disease programme by filling a form, or the next revision of one made so before. */
export function ProgrammeScreen(): ReactElement {
  const { programme } = useRouteParams();
  const started = useStationQuery(
    'rulesets.programmeForm',
    programme === undefined ? {} : { programme },
  );
  if (started.data === undefined) return <QueryState error={started.error} />;
  return <FormPanes key={programme ?? ''} started={started.data} />;
}

const back = (): void => go('/rules');

function FormPanes(props: { started: OutputOf<'rulesets.programmeForm'> }): ReactElement {
  const { t } = useTranslation('rulesets');
  const [draft, setDraft] = useState(() => startedDraft(props.started));
  const edit = { draft, change: setDraft };
  useCommand({ id: 'back', keys: 'Esc', label: t('programmeForm.back'), run: back, bar: true });
  return (
    <>
      <ScreenHead
        title={t(props.started.form === null ? 'programmeForm.title' : 'programmeForm.revise')}
        note={t('programmeForm.intro')}
      >
        <Button onPress={back}>{t('programmeForm.back')}</Button>
      </ScreenHead>
      <Panes>
        <Pane padded>
          <NameSection edit={edit} known={props.started.form !== null} />
          <DonorSection edit={edit} />
          <GivingSection edit={edit} />
          <TestsSection edit={edit} />
          <ProductSections edit={edit} />
          <StorageSection edit={edit} />
          <ClinicalSection edit={edit} />
        </Pane>
        <SavePane draft={draft} />
      </Panes>
    </>
  );
}

function SavePane({ draft }: { draft: Draft }): ReactElement {
  const { t } = useTranslation('rulesets');
  const nameOf = useFieldName();
  const { act, outcome, busy } = useAct('rulesets.draftProgramme');
  const read = readDraft(draft);
  const wrong = 'wrong' in read ? read.wrong.map((path) => nameOf(path.split('.'))) : [];
  const save = async (): Promise<void> => {
    if (!('form' in read)) return;
    const done = await act(read.form);
    if (done === undefined) return;
    announce('ok', t('programmeForm.saved', { revision: done.revision }));
    back();
  };
  return (
    <SidePane
      title={t('programmeForm.side')}
      note={t('programmeForm.sideNote')}
      foot={
        <>
          <OutcomePanel outcome={outcome} />
          <Button
            look="primary"
            wide
            busy={busy}
            disabledReason={wrong[0]}
            onPress={() => void save()}
          >
            {t('programmeForm.save')}
          </Button>
        </>
      }
    >
      <Stack gap="small">
        {wrong.length === 0 ? null : <b>{t('programmeForm.missing')}</b>}
        {wrong.map((field) => (
          <span key={field}>{field}</span>
        ))}
      </Stack>
    </SidePane>
  );
}
