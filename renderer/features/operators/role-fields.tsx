import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '#renderer/features/equipment/admin.module.css';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { ROLES, type Role } from '#shared/contract/roles.ts';

/** The nine roles as statements to tick; several may be held. */
export function RoleFields(props: {
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
}): ReactElement {
  const { t } = useTranslation(['operators', 'admin']);
  return (
    <fieldset className={styles['roles']}>
      <legend>{t('admin:staff.roles')}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          checked={props.value.includes(role)}
          onChange={(on) =>
            props.onChange(ROLES.filter((r) => (r === role ? on : props.value.includes(r))))
          }
        >
          {t(`roles.${role}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
