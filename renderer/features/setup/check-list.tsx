import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { codeWord, type WordGroup } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { refusalText } from '#renderer/app/refusals.ts';
import { go } from '#renderer/app/router-link.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { NotYet } from '#renderer/features/equipment/asked.tsx';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StepRow, Steps } from '#renderer/ui/rows.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type SetUp = OutputOf<'equipment.setUp'>;

/** Everything that must stand before the first donor; each missing line says where it is done. */
export function CheckList(): ReactElement {
  const { t } = useTranslation('setup');
  const asked = useStationQuery('equipment.setUp', {});
  const setUp = asked.data;
  if (setUp === undefined) return <NotYet query={asked} />;
  const done = setUp.items.filter((item) => item.done).length;
  const first = setUp.items.find((item) => !item.done)?.item;
  return (
    <>
      <ScreenHead title={t('title')} note={t('note')}>
        <b>{t('done', { done, total: setUp.items.length })}</b>
      </ScreenHead>
      <Panes>
        <Pane>
          <Steps label={t('title')}>
            {setUp.items.map((item) => (
              <ItemRow key={item.item} item={item} isCurrent={item.item === first} />
            ))}
          </Steps>
        </Pane>
        <OpenPane setUp={setUp} missing={setUp.items.length - done} />
      </Panes>
    </>
  );
}

function ItemRow(props: { item: SetUp['items'][number]; isCurrent: boolean }): ReactElement {
  const { t } = useTranslation('setup');
  const { item } = props;
  const state = item.done ? 'done' : props.isCurrent ? 'current' : 'waiting';
  return (
    <StepRow
      state={state}
      what={codeWord(['equipment:setUp'], item.item)}
      detail={item.missing === null ? undefined : <Missing item={item} />}
      value={
        <Button
          look={item.done ? 'quiet' : 'plain'}
          label={`${t(item.done ? 'look' : 'go')} ${codeWord(['equipment:setUp'], item.item)}`}
          onPress={() => go(item.where)}
        >
          {t(item.done ? 'look' : 'go')}
        </Button>
      }
    />
  );
}

function Missing(props: { item: SetUp['items'][number] }): ReactElement {
  useTranslation();
  const { missing, params } = props.item;
  const words = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      codeWord(WORDS[name] ?? [], String(value)),
    ]),
  );
  return <>{refusalText({ code: missing ?? '', params: words }).title}</>;
}

/** Codes in a sentence's parameters become words: kinds of devices, lots and places, roles. */
const WORDS: Readonly<Record<string, readonly WordGroup[]>> = {
  role: ['operators:roles'],
  kind: ['equipment:placeKind', 'equipment:lotKind', 'equipment:kind'],
};

function OpenPane(props: { setUp: SetUp; missing: number }): ReactElement {
  const { t } = useTranslation('setup');
  const zone = useStation((state) => state.zone);
  const open = useAnnouncedAct('operators.openSite', () => t('openedNow'));
  const { openedAt } = props.setUp;
  if (openedAt !== null) {
    const at = Date.parse(openedAt);
    const time = `${dateText(at, zone)} ${timeText(at, zone)}`;
    return (
      <SidePane title={t('openTitle')}>
        <Stack>
          <Banner tone="ok" title={t('opened', { time })} />
          {props.missing === 0 ? null : (
            <Banner tone="warn" title={t('stillMissing', { count: props.missing })} />
          )}
        </Stack>
      </SidePane>
    );
  }
  return (
    <SidePane
      title={t('openTitle')}
      foot={
        <Signature
          label={t('open')}
          two
          busy={open.busy}
          missing={props.missing === 0 ? undefined : t('notYet', { count: props.missing })}
          onSign={(proof) => open.run({}, { proof })}
        />
      }
    >
      <Stack>
        <p>{t('openText')}</p>
        <OutcomePanel outcome={open.outcome} />
      </Stack>
    </SidePane>
  );
}
