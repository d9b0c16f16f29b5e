import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { ROLES } from '#shared/contract/roles.ts';
import type { RoleCell, RoleGroup, RoleLine } from './role-lines.ts';
import styles from './role-matrix.module.css';

/** Role by operation, under a heading for each slice; a change is told in words, not by colour alone. */
export function RoleMatrix(props: { groups: readonly RoleGroup[] }): ReactElement {
  const { t } = useTranslation(['admin', 'operators']);
  return (
    <table className={styles['matrix']} aria-label={t('roles.title')}>
      <thead>
        <tr>
          <th scope="col">{t('roles.operation')}</th>
          {ROLES.map((role) => (
            <th key={role} scope="col">
              {t(`operators:roles.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      {props.groups.map((group) => (
        <tbody key={group.slice}>
          <tr>
            <th className={styles['group']} scope="rowgroup" colSpan={ROLES.length + 1}>
              {group.slice === ''
                ? t('roles.unknown')
                : codeWord(['operations:slices'], group.slice)}
            </th>
          </tr>
          {group.lines.map((line) => (
            <Line key={line.operation} line={line} isKnown={group.slice !== ''} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Line(props: { line: RoleLine; isKnown: boolean }): ReactElement {
  const { operation, cells } = props.line;
  return (
    <tr>
      <th scope="row">{codeWord(['operations:titles'], operation)}</th>
      {cells.map((cell) => (
        <td key={cell.role} data-change={cell.change}>
          <Mark cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function Mark(props: { cell: RoleCell }): string {
  const { t } = useTranslation('admin');
  const { granted, change } = props.cell;
  if (change !== undefined) return t(`roles.${change}`);
  return granted ? '✓' : '';
}
