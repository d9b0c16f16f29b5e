import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#renderer/app/clock.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { AdminHead } from '#renderer/features/equipment/admin-head.tsx';
import { NotYet } from '#renderer/features/equipment/asked.tsx';
import { useAct } from '#renderer/features/equipment/use-act.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { ROLES, type Role } from '#shared/contract/roles.ts';
import { Signature } from './signature.tsx';

type Grants = Readonly<Record<string, readonly string[]>>;
type Line = { operation: string; roles: readonly Role[]; changes: readonly Change[] };
type Change = { role: Role; added: boolean };

/** The role table in force, operation by operation, beside what this version proposes. */
export function Roles(): ReactElement {
  const { t } = useTranslation('admin');
  const zone = useStation((state) => state.zone);
  const asked = useStationQuery('operators.roleTable', {});
  const table = asked.data;
  if (table === undefined) return <NotYet query={asked} />;
  const lines = linesOf(table.grants, table.proposed);
  const changes = lines.reduce((sum, line) => sum + line.changes.length, 0);
  const from = dateText(Date.parse(table.from), zone);
  return (
    <>
      <AdminHead place="roles" title={t('roles.title')} note={t('roles.note', { from })} />
      <Panes>
        <Pane>
          <Table
            label={t('roles.title')}
            rows={lines}
            rowId={(row) => row.operation}
            tone={(row) => (row.changes.length > 0 ? 'attention' : 'plain')}
            tight
            columns={[
              { id: 'op', header: t('roles.operation'), cell: (row) => row.operation, code: true },
              {
                id: 'roles',
                header: t('staff.roles'),
                cell: (row) => listWords(row.roles.map((role) => t(`operators:roles.${role}`))),
              },
              {
                id: 'changes',
                header: '',
                cell: (row) =>
                  row.changes
                    .map(
                      ({ role, added }) =>
                        `${added ? t('roles.added') : t('roles.removed')} ${t(`operators:roles.${role}`)}`,
                    )
                    .join('、'),
              },
            ]}
          />
        </Pane>
        <Adopt changes={changes} proposed={table.proposed} />
      </Panes>
    </>
  );
}

function Adopt(props: { changes: number; proposed: Grants }): ReactElement {
  const { t } = useTranslation('admin');
  const adopt = useAct('operators.adoptRoleTable', () => t('common.saved'));
  const grants = Object.fromEntries(
    ROLES.map((role) => [role, [...(props.proposed[role] ?? [])]]),
  ) as Record<Role, string[]>;
  const isSame = props.changes === 0;
  return (
    <SidePane
      title={t('roles.adopt')}
      foot={
        isSame ? undefined : (
          <Signature
            label={t('roles.adopt')}
            two
            busy={adopt.busy}
            onSign={(proof) => adopt.run({ grants }, { proof })}
          />
        )
      }
    >
      <Stack>
        <Banner
          tone={isSame ? 'ok' : 'warn'}
          title={isSame ? t('roles.same') : t('roles.differ', { count: props.changes })}
        />
        <OutcomePanel outcome={adopt.outcome} />
      </Stack>
    </SidePane>
  );
}

function linesOf(grants: Grants, proposed: Grants): Line[] {
  const names = new Set([...Object.values(grants), ...Object.values(proposed)].flat());
  return [...names].toSorted().map((operation) => {
    const has = (table: Grants, role: Role) => table[role]?.includes(operation) ?? false;
    return {
      operation,
      roles: ROLES.filter((role) => has(grants, role)),
      changes: ROLES.filter((role) => has(grants, role) !== has(proposed, role)).map((role) => ({
        role,
        added: has(proposed, role),
      })),
    };
  });
}
