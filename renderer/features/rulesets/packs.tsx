import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useAct } from '../visits/act.ts';
import { QueryState } from '../visits/query-states.tsx';
import { useSay } from '../visits/say.ts';

type Packs = OutputOf<'rulesets.packs'>;
type Offer = Packs['offers'][number];

/** Rule packs on offer and adopted; two persons adopt one, naming each unverified value. */
export function RulePacksScreen(): ReactElement {
  const { t } = useTranslation('rulesets');
  const packs = useStationQuery('rulesets.packs', {});
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  if (packs.data === undefined) return <QueryState error={packs.error} />;
  const offer = packs.data.offers.find((each) => each.hash === chosen && !each.adopted);
  return (
    <>
      <ScreenHead title={t('title')} note={t('intro')} />
      <Panes>
        <Pane>
          <PackTable packs={packs.data} chosen={chosen} onChoose={setChosen} />
          {offer === undefined ? null : <Values key={offer.hash} offer={offer} />}
        </Pane>
        {offer === undefined ? null : <AdoptPane key={offer.hash} offer={offer} />}
      </Panes>
    </>
  );
}

function PackTable(props: {
  packs: Packs;
  chosen: string | undefined;
  onChoose: (hash: string) => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const say = useSay();
  const { offers, adopted } = props.packs;
  const adoptedOf = (hash: string) => adopted.find((each) => each.hash === hash);
  return (
    <Table
      label={t('title')}
      rows={offers}
      rowId={(row) => row.hash}
      selectedId={props.chosen}
      onOpen={(row) => props.onChoose(row.hash)}
      empty={t('none')}
      columns={[
        { id: 'title', header: t('title'), cell: (row) => <b>{say(row.title)}</b> },
        { id: 'programme', header: t('programme'), cell: (row) => row.programme, secondary: true },
        {
          id: 'revision',
          header: t('revisionHead'),
          cell: (row) => t('revision', { revision: row.revision }),
        },
        {
          id: 'values',
          header: t('rule'),
          cell: (row) =>
            `${t('rules', { count: row.rules })} · ${t('unverified', { count: row.unverified.length })}`,
        },
        {
          id: 'state',
          header: t('inForce'),
          cell: (row) => {
            const done = adoptedOf(row.hash);
            if (done === undefined) return <StatusTag kind="waiting">{t('notInForce')}</StatusTag>;
            const by = t('by', { first: done.adoptedBy, second: done.adoptedSecond });
            return (
              <StatusTag kind={done.inForce ? 'ok' : 'waiting'}>
                {done.inForce ? t('inForce') : t('notInForce')} {done.demo ? t('demo') : ''}{' '}
                {t('from', { date: done.inForceFrom })} · {by}
              </StatusTag>
            );
          },
        },
      ]}
    />
  );
}

function Values(props: { offer: Offer }): ReactElement {
  const { t } = useTranslation('rulesets');
  const say = useSay();
  return (
    <Table
      label={t('unverified', { count: props.offer.unverified.length })}
      tight
      rows={props.offer.unverified}
      rowId={(row) => row.ruleId}
      columns={[
        { id: 'rule', header: t('rule'), code: true, cell: (row) => row.ruleId, width: '140px' },
        { id: 'item', header: t('item'), cell: (row) => say(row.item) },
        { id: 'limit', header: t('limit'), cell: (row) => say(row.limit) },
        {
          id: 'source',
          header: t('source'),
          cell: (row) => `${row.clause} · ${row.source}`,
          secondary: true,
        },
      ]}
    />
  );
}

function AdoptPane(props: { offer: Offer }): ReactElement {
  const { t } = useTranslation('rulesets');
  const { offer } = props;
  const [named, setNamed] = useState<readonly string[]>([]);
  const [pin, setPin] = useState('');
  const [badge, setBadge] = useState('');
  const [secondPin, setSecondPin] = useState('');
  const { act, outcome, busy } = useAct('rulesets.adoptPack');
  const total = offer.unverified.length;
  const adopt = async (): Promise<void> => {
    const { packId, revision } = offer;
    const proof = { pin, second: { badge, pin: secondPin } };
    if ((await act({ packId, revision, confirmed: [...named] }, { proof })) !== undefined)
      announce('ok', t('adoptedToast'));
    setPin('');
    setSecondPin('');
  };
  const missing =
    named.length < total
      ? t('confirmed', { done: named.length, total })
      : pin === ''
        ? t('ownPin')
        : badge === '' || secondPin === ''
          ? t('secondBadge')
          : undefined;
  return (
    <SidePane
      title={t('adopt')}
      note={t('confirmed', { done: named.length, total })}
      foot={
        <>
          <OutcomePanel outcome={outcome} />
          <PinField label={t('ownPin')} value={pin} onChange={setPin} onSubmit={() => undefined} />
          <TextField label={t('secondBadge')} value={badge} onChange={setBadge} code />
          <PinField
            label={t('secondPin')}
            value={secondPin}
            onChange={setSecondPin}
            onSubmit={() => undefined}
          />
          <Button
            look="primary"
            wide
            busy={busy}
            disabledReason={missing}
            onPress={() => void adopt()}
          >
            {t('adopt')}
          </Button>
        </>
      }
    >
      <Stack gap="small">
        {offer.unverified.map(({ ruleId }) => (
          <Checkbox
            key={ruleId}
            checked={named.includes(ruleId)}
            onChange={(on) =>
              setNamed(on ? [...named, ruleId] : named.filter((each) => each !== ruleId))
            }
          >
            {t('confirmOne', { id: ruleId })}
          </Checkbox>
        ))}
      </Stack>
    </SidePane>
  );
}
