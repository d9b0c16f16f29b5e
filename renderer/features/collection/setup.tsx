import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { refusalText } from '#renderer/app/refusals.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { ActionSlot, BannerSlot } from '#renderer/app/slots.tsx';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes } from '#renderer/ui/pane.tsx';
import { Flag } from '#renderer/ui/status-tag.tsx';
import { DonorHead } from './donor-head.tsx';
import { SetupList } from './setup-list.tsx';
import { SetupNow } from './setup-now.tsx';
import { openRun, useSetupScan } from './setup-scan.ts';
import {
  type ChairView,
  currentStep,
  doneSteps,
  stepsOf,
  useSetupDraft,
  type WaitingVisit,
} from './setup-state.ts';
import { useSetting } from './use-setting.ts';
import { VoidNumber } from './void-number.tsx';

/** Set-up of a chair: what is scanned once, and what is scanned before the needle. */
export function Setup(): ReactElement {
  const { t } = useTranslation('collection');
  const { chairId = '', visitId } = useRouteParams();
  const [chosen, setChosen] = useState<string | undefined>(visitId);
  const chair = useStationQuery('collection.chair', { chairId });
  const { draft, change, reset } = useSetupDraft();
  const client = useClient();
  const [outcome, setOutcome] = useState<Outcome<unknown> | undefined>(undefined);
  const view = chair.data;
  const visit = view === undefined ? undefined : visitAt(view.waiting, chosen, chairId);
  const done = view === undefined ? new Set<never>() : doneSteps(view, draft, visit);

  const start = async (badge: string | undefined): Promise<Outcome<unknown>> => {
    const { card, saidName, saidBirth, number = '', arm } = draft;
    const answer = await client.command(
      'collection.start',
      {
        chairId,
        donor: card?.raw ?? null,
        said: { name: saidName, birthDate: saidBirth ?? '' },
        number,
        arm,
      },
      badge === undefined ? {} : { proof: { badge } },
    );
    setOutcome(answer);
    if (answer.status === 'ok') openRun(answer.value.din);
    return answer;
  };

  const setting = useSetting(view, visit, draft);
  useSetupScan({
    view,
    visit,
    setting: setting.state,
    draft,
    done,
    change,
    choose: setChosen,
    start,
  });
  useCommand({
    id: 'collection.recheck',
    keys: 'F5',
    label: t('setup.recheck'),
    bar: true,
    run: () => {
      reset();
      setOutcome(undefined);
    },
  });
  useCommand({
    id: 'collection.noCard',
    keys: 'F8',
    label: t('setup.noCard'),
    bar: true,
    disabled: visit === undefined,
    run: () => change({ noCard: true }),
  });
  if (view === undefined) return <QueryState error={chair.error} />;
  const current = currentStep(view, done);
  return (
    <>
      {visit === undefined ? null : (
        <BannerSlot>
          <DonorHead
            person={visit.person}
            flags={<Flag kind="ok">{t('board.target', { target: visit.targetMl ?? 0 })}</Flag>}
          />
        </BannerSlot>
      )}
      <Panes density="bedside">
        <Pane
          title={t('setup.title', { chair: view.name })}
          note={t('setup.done', { done: done.size, left: stepsOf(view).length - done.size })}
        >
          <ColdProblems problems={view.coldProblems} />
          <SetupList
            view={view}
            visit={visit}
            draft={draft}
            done={done}
            current={current}
            setting={setting.state}
          />
          <OutcomePanel outcome={outcome} />
        </Pane>
        <SetupNow
          view={view}
          visit={visit}
          draft={draft}
          current={current}
          done={done}
          setting={setting}
          change={change}
          onChoose={setChosen}
          onStart={() => void start(undefined)}
          onOutcome={setOutcome}
        />
      </Panes>
      <ActionSlot>
        <VoidNumber visit={visit} onOutcome={setOutcome} />
        {view.preparation === null ? null : (
          <ClearChair preparationId={view.preparation.preparationId} onOutcome={setOutcome} />
        )}
      </ActionSlot>
    </>
  );
}

/** What would stop every needle of the site, said before anybody sits down. */
function ColdProblems(props: { problems: ChairView['coldProblems'] }): ReactElement | null {
  const { t } = useTranslation('collection');
  const [first] = props.problems;
  if (first === undefined) return null;
  const words = props.problems.map((each) => refusalText(each).title);
  return (
    <Banner tone="danger" title={t('draw.noCold')} code={first.code}>
      {words.join(' ')}
    </Banner>
  );
}

/** The donor of this chair: the chosen one, or the one whose number lies here. */
function visitAt(
  waiting: readonly WaitingVisit[],
  chosen: string | undefined,
  chairId: string,
): WaitingVisit | undefined {
  return (
    waiting.find((each) => each.visitId === chosen) ??
    waiting.find((each) => each.chairId === chairId)
  );
}

function ClearChair(props: {
  preparationId: string;
  onOutcome: (outcome: Outcome<unknown>) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const client = useClient();
  const clear = async (): Promise<void> => {
    const input = { preparationId: props.preparationId, code: 'wrongItem' as const };
    props.onOutcome(await client.command('collection.clearChair', input));
  };
  return <Button onPress={() => void clear()}>{t('setup.clear')}</Button>;
}
