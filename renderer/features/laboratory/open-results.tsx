import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useSession } from '#renderer/app/session.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { READ_PURPOSES } from '#shared/features/laboratory/contract.ts';
import type { Matrix } from './matrix.tsx';

const NO_ROLES: readonly string[] = [];

type Purpose = (typeof READ_PURPOSES)[number];

/** What a role usually opens results for; the person may choose another. */
function usualPurpose(roles: readonly string[]): Purpose {
  if (roles.includes('labTech')) return 'testing';
  return roles.includes('qualityRelease') ? 'release' : 'counselling';
}

/** Infection results stay closed until somebody opens them by a recorded act. */
export function OpenResults(props: { matrix: Matrix }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { matrix } = props;
  const roles = useSession((state) => state.user?.roles ?? NO_ROLES);
  const [purpose, setPurpose] = useState<Purpose>(() => usualPurpose(roles));
  const command = useStationCommand('laboratory.openResults');
  const isClosed = matrix.mayOpen && matrix.masked;
  const open = (): void => command.mutate({ input: { din: matrix.din, purpose } });
  useCommand(
    isClosed
      ? { id: 'lab.openResults', keys: 'F4', label: t('ui.matrix.open'), bar: true, run: open }
      : undefined,
  );
  if (!matrix.mayOpen) return <Banner tone="info" title={t('ui.matrix.masked')} />;
  if (!isClosed)
    return (
      <StatusTag kind="running">
        {t('ui.matrix.opened', { minutes: Math.ceil((matrix.openForMs ?? 0) / 60_000) })}
      </StatusTag>
    );
  return (
    <Stack>
      <Banner tone="info" title={t('ui.matrix.closed')}>
        {t('ui.matrix.closedHint')}
      </Banner>
      <Select<Purpose>
        label={t('ui.matrix.purpose')}
        value={purpose}
        onChange={setPurpose}
        choices={READ_PURPOSES.map((value) => ({ value, label: t(`ui.matrix.purposes.${value}`) }))}
      />
      <OutcomePanel outcome={command.data?.status === 'ok' ? undefined : command.data} />
      <Button look="primary" wide keyCap="F4" busy={command.isPending} onPress={open}>
        {t('ui.matrix.open')}
      </Button>
    </Stack>
  );
}
