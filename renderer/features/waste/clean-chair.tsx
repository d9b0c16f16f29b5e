import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { comparable } from '#renderer/features/collection/verdicts.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { OpenBag } from './open-bag.tsx';
import { useOpenBag } from './use-bag.ts';

/** A chair after its donor: one tap says that it is clean and where the used set lies. */
export function CleanChair(props: { chairId: string; name: string }): ReactElement {
  const { t } = useTranslation('waste');
  const zone = useStation((state) => state.zone);
  const turn = useStationQuery('collection.turnRound', {});
  const bag = useOpenBag();
  const clean = useAnnouncedAct('collection.cleanChair', () => t('clean.done'));
  const back = (): void => go('/chairs');
  useCommand({ id: 'back', keys: 'Esc', label: t('clean.back'), run: back, bar: true });
  if (turn.data === undefined) return <QueryState error={turn.error} />;
  const chair = turn.data.chairs.find((each) => each.chairId === props.chairId);
  const sets = turn.data.sets.filter((each) => each.chair === chair?.code);
  const isTaken = chair?.since === null;
  const needsBag = sets.length > 0 && bag === undefined;
  const missing = isTaken ? t('clean.taken') : needsBag ? t('clean.noBag') : undefined;
  return (
    <Panes density="bedside">
      <Pane title={t('clean.title', { chair: props.name })} padded>
        <Stack>
          <p>{t('clean.text')}</p>
          {isTaken ? <Banner tone="warn" title={t('clean.taken')} /> : null}
          <Facts
            items={[
              { name: t('clean.number'), value: comparable(chair?.din ?? '') },
              {
                name: t('clean.since'),
                value: chair?.since ? timeText(Date.parse(chair.since), zone) : '—',
              },
              ...sets.map((set) => ({
                name: t('clean.set'),
                value: `${set.lot} ${set.kitSerial} · ${t(`how.${set.how}`)}`,
              })),
            ]}
          />
          <OutcomePanel outcome={clean.outcome} />
        </Stack>
      </Pane>
      <SidePane
        title={t('clean.bag')}
        foot={
          <Button
            look="primary"
            wide
            busy={clean.busy}
            disabledReason={missing}
            onPress={() => clean.run({ chairId: props.chairId, bagId: bag?.bagId ?? null })}
          >
            {sets.length > 0 && bag !== undefined
              ? t('clean.actBag', { bag: bag.number })
              : t('clean.act')}
          </Button>
        }
      >
        {bag === undefined ? (
          <Stack>
            <p>{t('clean.noBag')}</p>
            <OpenBag />
          </Stack>
        ) : (
          <Facts items={[{ name: t(`kind.${bag.kind}`), value: bag.number }]} />
        )}
      </SidePane>
    </Panes>
  );
}
