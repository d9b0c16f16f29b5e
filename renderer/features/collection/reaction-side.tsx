import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useSession } from '#renderer/app/session.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import {
  GRADES,
  REACTION_OUTCOMES,
  RELATEDNESS,
} from '#shared/features/collection/reaction-words.ts';
import { ChangeReactionDialog } from './change-reaction-dialog.tsx';
import { Transfer } from './emergency-list.tsx';
import type { BedsideStaff, OpenReaction } from './reactions.tsx';

/** Of a word that is chosen: none yet, or one of the list. */
type Chosen<List extends readonly unknown[]> = List[number] | undefined;

/** What is done about a reaction, and how it is closed: outcome, grade, cause, who calls afterwards. */
export function ReactionSide(props: { row: OpenReaction; staff: BedsideStaff }): ReactElement {
  const { t } = useTranslation('collection');
  const { row, staff } = props;
  const own = useSession((state) => state.user?.staffId);
  const close = useAct('collection.closeReaction');
  const [ending, setEnding] = useState<Chosen<typeof REACTION_OUTCOMES>>(undefined);
  const [grade, setGrade] = useState<`${(typeof GRADES)[number]}` | undefined>(undefined);
  const [cause, setCause] = useState<Chosen<typeof RELATEDNESS>>(undefined);
  const [owner, setOwner] = useState<string | undefined>(own);
  const missing = [
    ending === undefined ? t('reactionPanel.outcome') : undefined,
    grade === undefined ? t('react.grade') : undefined,
    cause === undefined ? t('react.relatedness') : undefined,
    owner === undefined ? t('reactionPanel.owner') : undefined,
  ].filter((word) => word !== undefined);
  const save = async (): Promise<void> => {
    if (ending === undefined || grade === undefined || cause === undefined || owner === undefined)
      return;
    const told = { outcome: ending, grade: Number(grade), relatedness: cause };
    await close.act({ reactionId: row.reactionId, ...told, callOwnerId: owner });
  };
  return (
    <SidePane
      title={row.person.name}
      note={t('react.atChair', { chair: row.chair })}
      foot={
        <Button
          look="primary"
          wide
          busy={close.busy}
          disabledReason={missing.length > 0 ? missing.join(' · ') : undefined}
          onPress={() => void save()}
        >
          {t('reactionPanel.close')}
        </Button>
      }
    >
      <Stack>
        <OutcomePanel outcome={close.outcome} />
        <Physician row={row} />
        <RadioGroup
          label={t('reactionPanel.outcome')}
          value={ending}
          onChange={setEnding}
          choices={REACTION_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        {ending === 'referred' && row.severity !== 'severe' ? <Transfer row={row} /> : null}
        <Select
          label={t('react.grade')}
          value={grade}
          onChange={setGrade}
          choices={GRADES.map((each) => ({
            value: `${each}` as const,
            label: t(`react.gradeWords.g${each}`),
          }))}
        />
        <Select
          label={t('react.relatedness')}
          value={cause}
          onChange={setCause}
          choices={RELATEDNESS.map((value) => ({ value, label: t(`react.related.${value}`) }))}
        />
        <Select
          label={t('reactionPanel.owner')}
          value={owner}
          onChange={setOwner}
          choices={staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
      </Stack>
    </SidePane>
  );
}

/** The call for the physician, its escalation, and the change of kind or severity. */
function Physician({ row }: { row: OpenReaction }): ReactElement {
  const { t } = useTranslation('collection');
  const { reactionId, physicianCalledAt, physicianArrivedAt, unansweredAt, takenBy } = row;
  const call = useAct('collection.callPhysician');
  const take = useAct('collection.takeEscalation');
  const isSupervisor = useSession((state) => state.user?.roles.includes('supervisor') ?? false);
  const [changing, setChanging] = useState(false);
  const waits = physicianCalledAt !== null && physicianArrivedAt === null;
  return (
    <Stack gap="small">
      {waits ? (
        <Banner
          tone={unansweredAt === null ? 'warn' : 'danger'}
          title={unansweredAt === null ? t('reactionPanel.scanArrival') : t('react.unanswered')}
          actions={
            isSupervisor && unansweredAt !== null && takenBy === null ? (
              <Button busy={take.busy} onPress={() => void take.act({ reactionId })}>
                {t('react.take')}
              </Button>
            ) : undefined
          }
        >
          {takenBy === null ? undefined : t('react.taken', { name: takenBy })}
        </Banner>
      ) : null}
      {physicianCalledAt === null ? (
        <Button look="danger" busy={call.busy} onPress={() => void call.act({ reactionId })}>
          {t('react.call')}
        </Button>
      ) : null}
      <Button onPress={() => setChanging(true)}>{t('react.change')}</Button>
      <OutcomePanel outcome={call.outcome} />
      <OutcomePanel outcome={take.outcome} />
      {changing ? <ChangeReactionDialog row={row} onDone={() => setChanging(false)} /> : null}
    </Stack>
  );
}
