import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { AdminHead } from '#renderer/features/equipment/admin-head.tsx';
import { ListEmpty } from '#renderer/features/equipment/asked.tsx';
import { ActiveTag } from '#renderer/features/equipment/chairs.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, Row, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { EnrolPane } from './enrol-pane.tsx';
import { StaffPane } from './staff-pane.tsx';

export type Account = OutputOf<'operators.staff'>[number];

/** Accounts with their roles, PIN state and lock-outs. */
export function Staff(): ReactElement {
  const { t } = useTranslation(['admin', 'operators']);
  const asked = useStationQuery('operators.staff', {});
  const staff = asked.data ?? [];
  const zone = useStation((state) => state.zone);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const account = staff.find((row) => row.staffId === chosen);
  return (
    <>
      <AdminHead
        place="staff"
        title={t('staff.title')}
        note={t('staff.note', { count: staff.length })}
      >
        <Button onPress={() => setChosen('new')}>{t('staff.add')}</Button>
      </AdminHead>
      <Panes>
        <Pane>
          <SharedBadges staff={staff} onOpen={setChosen} />
          <Table
            label={t('staff.title')}
            rows={staff}
            rowId={(row) => row.staffId}
            selectedId={chosen}
            onOpen={(row) => setChosen(row.staffId)}
            tone={(row) => (row.locked || isShared(row, staff) ? 'attention' : 'plain')}
            empty={
              <ListEmpty
                query={asked}
                icon="person"
                title={t('staff.empty')}
                fill={t('staff.emptyFill')}
              />
            }
            columns={[
              { id: 'name', header: t('staff.name'), cell: (row) => row.name },
              { id: 'badge', header: t('staff.badge'), cell: (row) => row.badge, code: true },
              {
                id: 'roles',
                header: t('staff.roles'),
                cell: (row) => listWords(row.roles.map((role) => t(`operators:roles.${role}`))),
              },
              {
                id: 'pin',
                header: t('staff.pin'),
                cell: (row) => <PinTag account={row} zone={zone} />,
              },
              {
                id: 'state',
                header: t('common.state'),
                cell: (row) => <ActiveTag active={row.active} />,
                secondary: true,
              },
            ]}
          />
        </Pane>
        {chosen === 'new' ? <EnrolPane staff={staff} onDone={setChosen} /> : null}
        {account === undefined ? null : (
          <StaffPane key={account.staffId} account={account} staff={staff} />
        )}
      </Panes>
    </>
  );
}

/** Whether another active account carries the same badge, as after an exchange of two stations. */
function isShared(account: Account, staff: readonly Account[]): boolean {
  const { active, badge, staffId } = account;
  return (
    active && staff.some((row) => row.active && row.badge === badge && row.staffId !== staffId)
  );
}

/** Accounts whose badge opens nothing until one of them has another; a press opens the account. */
function SharedBadges(props: {
  staff: readonly Account[];
  onOpen: (staffId: string) => void;
}): ReactElement | null {
  const { t } = useTranslation('signIn');
  const shared = props.staff.filter((row) => isShared(row, props.staff));
  if (shared.length === 0) return null;
  return (
    <Stack>
      <Banner tone="warn" title={t('shared.title', { count: shared.length })}>
        {t('shared.todo')}
      </Banner>
      <Row>
        {shared.map((row) => (
          <Button key={row.staffId} look="quiet" onPress={() => props.onOpen(row.staffId)}>
            {t('shared.account', { name: row.name, badge: row.badge })}
          </Button>
        ))}
      </Row>
    </Stack>
  );
}

function PinTag(props: { account: Account; zone: string }): ReactElement {
  const { t } = useTranslation('admin');
  const { locked, lockedUntil, pin } = props.account;
  if (locked) {
    return (
      <StatusTag kind="stop">
        {lockedUntil === null
          ? t('staff.locked')
          : t('staff.lockedUntil', { time: timeText(Date.parse(lockedUntil), props.zone) })}
      </StatusTag>
    );
  }
  if (pin === 'set') return <StatusTag kind="ok">{t('staff.pinSet')}</StatusTag>;
  return (
    <StatusTag kind="caution">
      {pin === 'none' ? t('staff.pinNone') : t('staff.pinTemporary')}
    </StatusTag>
  );
}
