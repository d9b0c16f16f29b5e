import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { useSession } from '#renderer/app/session.ts';
import { useSaid } from '#renderer/features/labeling/said.ts';
import { Scroll } from '#renderer/features/labeling/scroll.tsx';
import { Signature, type SignatureProof } from '#renderer/features/operators/signature.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Glyph } from '#renderer/ui/glyph.tsx';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Flag, StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './inventory.module.css';
import { plasmaColumns } from './unit-cells.tsx';
import { useUnitScan } from './unit-scan.ts';

type Listed = OutputOf<'inventory.releaseList'>['units'][number];

/** The release list: exceptions first with every open reason, then one signature for the rest. */
export function ReleaseScreen(): ReactElement {
  const { t } = useTranslation('inventory');
  const { data } = useStationQuery('inventory.releaseList', {});
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState(false);
  const all = data?.units ?? [];
  const blocked = all.filter((unit) => unit.open.length > 0);
  const ready = all.filter((unit) => unit.open.length === 0);
  const chosen = ready.filter((unit) => looked.has(unit.unitId));
  const look = (unitId: string, on: boolean): void => {
    const next = new Set(looked);
    if (on) next.add(unitId);
    else next.delete(unitId);
    setLooked(next);
  };
  useUnitScan(({ units }) => {
    const found = units.filter((unit) => all.some((row) => row.unitId === unit.unitId));
    const [one] = found;
    if (one === undefined || found.length > 1)
      return {
        verdict: 'caution',
        text: found.length > 1 ? t('stock.several') : t('release.scanNot'),
      };
    if (!ready.some((row) => row.unitId === one.unitId))
      return { verdict: 'caution', text: t('release.blocked') };
    look(one.unitId, true);
    return { verdict: 'ok', text: t('release.scanAdded') };
  });
  return (
    <>
      <ScreenHead title={t('release.title')} note={t('release.hint')}>
        <Flag kind={blocked.length > 0 ? 'stop' : 'waiting'}>
          {t('release.blocked')} {blocked.length}
        </Flag>
        <Flag kind="ok">
          {t('release.ready')} {ready.length}
        </Flag>
      </ScreenHead>
      <Panes>
        <Pane>
          <ReleaseTable rows={removed ? ready : all} looked={looked} onLook={look} />
          {blocked.length === 0 ? null : (
            <div className={styles['padded']}>
              <Button onPress={() => setRemoved(!removed)}>
                {removed ? t('release.showAll') : t('release.remove', { units: blocked.length })}
              </Button>
            </div>
          )}
        </Pane>
        <Decision
          chosen={chosen}
          ready={ready.length}
          blocked={blocked.length}
          pack={data?.pack ?? null}
          onDone={() => setLooked(new Set())}
        />
      </Panes>
    </>
  );
}

function ReleaseTable(props: {
  rows: readonly Listed[];
  looked: ReadonlySet<string>;
  onLook: (unitId: string, on: boolean) => void;
}): ReactElement {
  const { t } = useTranslation('inventory');
  const said = useSaid();
  const columns: Column<Listed>[] = [
    ...plasmaColumns<Listed>(t),
    {
      id: 'conditions',
      header: t('columns.conditions'),
      numeric: true,
      secondary: true,
      cell: (row) => `${row.met}/${row.total}`,
    },
    {
      id: 'freezer',
      header: t('columns.freezer'),
      secondary: true,
      cell: (row) => said(row.freezer),
    },
    {
      id: 'visual',
      header: t('columns.visual'),
      cell: (row) =>
        row.open.length > 0 ? (
          '—'
        ) : (
          <Checkbox
            checked={props.looked.has(row.unitId)}
            onChange={(on) => props.onLook(row.unitId, on)}
          >
            {t('release.look')}
          </Checkbox>
        ),
    },
    {
      id: 'verdict',
      header: t('columns.verdict'),
      cell: (row) =>
        row.open.length > 0 ? (
          <StatusTag kind="stop">{t('release.blocked')}</StatusTag>
        ) : (
          <StatusTag kind="ok">{t('release.ready')}</StatusTag>
        ),
    },
  ];
  return (
    <Table
      label={t('release.title')}
      columns={columns}
      rows={props.rows}
      rowId={(row) => row.unitId}
      tone={(row) => (row.open.length > 0 ? 'stop' : 'plain')}
      detail={(row) =>
        row.open.length === 0 ? undefined : (
          <ul className={styles['reasons']}>
            {row.open.map((one) => (
              <li key={one.ruleId}>
                <Glyph shape="octagon" />
                <span>
                  <b>{said(one.item)}</b> {said(one.input)}（{said(one.limit)}）
                </span>
              </li>
            ))}
          </ul>
        )
      }
      empty={<EmptyState icon="release" title={t('release.title')} fill={t('release.empty')} />}
    />
  );
}

function Decision(props: {
  chosen: readonly Listed[];
  ready: number;
  blocked: number;
  pack: OutputOf<'inventory.releaseList'>['pack'];
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('inventory');
  const said = useSaid();
  const user = useSession((state) => state.user);
  const releasing = useStationCommand('inventory.releaseUnits');
  const { chosen, pack } = props;
  const sign = (proof: SignatureProof): void => {
    const units = chosen.map(({ unitId }) => ({ unitId, visual: 'ok' as const }));
    const expects = Object.fromEntries(chosen.map((unit) => [unit.unitId, unit.version]));
    releasing.mutate(
      { input: { units }, call: { proof, expects } },
      {
        onSuccess: (outcome) => {
          if (outcome.status !== 'ok') return;
          const { released, refused } = outcome.value;
          const counts = { units: released.length, refused: refused.length };
          if (refused.length > 0) announce('caution', t('release.partly', counts));
          else announce('ok', t('release.done', counts));
          props.onDone();
        },
      },
    );
  };
  const missing =
    props.ready === 0
      ? t('release.missingUnits')
      : chosen.length === 0
        ? t('release.missingLook')
        : undefined;
  const released = releasing.data?.status === 'ok' ? releasing.data.value.released.length : 0;
  return (
    <SidePane
      title={t('release.panel')}
      padded={false}
      foot={
        <Signature
          label={t('release.button', { units: chosen.length })}
          two
          busy={releasing.isPending}
          onSign={sign}
          {...(missing === undefined ? {} : { missing })}
        />
      }
    >
      <Scroll label={t('release.panel')} padded>
        <div className={styles['person']}>
          <span>
            <b>{user?.name}</b>
            <small>{t('release.releaser')}</small>
          </span>
        </div>
        <Facts
          items={[
            {
              name: t('release.will'),
              value: t('release.willUnits', {
                units: chosen.length,
                donations: new Set(chosen.map(({ din }) => din)).size,
              }),
            },
            { name: t('release.stay'), value: t('release.stayUnits', { units: props.blocked }) },
            {
              name: t('release.pack'),
              value:
                pack === null
                  ? '—'
                  : `${said(pack.title)} r${pack.revision}${pack.demo ? ' DEMO' : ''}`,
            },
            { name: t('release.after'), value: t('release.afterHint') },
          ]}
        />
        <OutcomePanel outcome={releasing.data} />
        {released > 0 ? <Button onPress={() => go('/stock')}>{t('release.putAway')}</Button> : null}
      </Scroll>
    </SidePane>
  );
}
