import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { dateText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { AdminHead } from '#renderer/features/equipment/admin-head.tsx';
import { NotYet } from '#renderer/features/equipment/asked.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Flag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { ROLES, type Role } from '#shared/contract/roles.ts';
import { changesIn, type Grants, roleGroups } from './role-lines.ts';
import { RoleMatrix } from './role-matrix.tsx';
import { Signature } from './signature.tsx';

/** The role table in force, role by operation, beside what this version proposes. */
export function Roles(): ReactElement {
  const asked = useStationQuery('operators.roleTable', {});
  return asked.data === undefined ? <NotYet query={asked} /> : <RoleTable table={asked.data} />;
}

function RoleTable(props: { table: OutputOf<'operators.roleTable'> }): ReactElement {
  const { t } = useTranslation('admin');
  const zone = useStation((state) => state.zone);
  const { grants, proposed, from } = props.table;
  const groups = useMemo(() => roleGroups(grants, proposed), [grants, proposed]);
  const changes = changesIn(groups);
  const note = t('roles.note', { from: dateText(Date.parse(from), zone) });
  return (
    <>
      <AdminHead place="roles" title={t('roles.title')} note={note}>
        {changes === 0 ? <Flag kind="ok">{t('roles.same')}</Flag> : null}
      </AdminHead>
      <Panes>
        <Pane>
          <RoleMatrix groups={groups} />
        </Pane>
        {changes === 0 ? null : <Adopt changes={changes} proposed={proposed} />}
      </Panes>
    </>
  );
}

function Adopt(props: { changes: number; proposed: Grants }): ReactElement {
  const { t } = useTranslation('admin');
  const adopt = useAnnouncedAct('operators.adoptRoleTable', () => t('common.saved'));
  const grants = Object.fromEntries(
    ROLES.map((role) => [role, [...(props.proposed[role] ?? [])]]),
  ) as Record<Role, string[]>;
  return (
    <SidePane
      title={t('roles.adopt')}
      foot={
        <Signature
          label={t('roles.adopt')}
          two
          busy={adopt.busy}
          onSign={(proof) => adopt.run({ grants }, { proof })}
        />
      }
    >
      <Stack>
        <Banner tone="warn" title={t('roles.differ', { count: props.changes })} />
        <OutcomePanel outcome={adopt.outcome} />
      </Stack>
    </SidePane>
  );
}
