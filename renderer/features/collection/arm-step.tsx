import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useNow } from '#renderer/app/clock.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { ChairView, SetupDraft, WaitingVisit } from './setup-state.ts';

/** The arm: one tap says that its skin and vein are sound and starts the dry time; it stops nothing. */
export function ArmStep(props: {
  view: ChairView;
  visit: WaitingVisit | undefined;
  arm: SetupDraft['arm'];
  onChange: (arm: SetupDraft['arm']) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const { view, visit, arm } = props;
  const { act, outcome, busy } = useAct('collection.disinfectArm');
  const now = useNow();
  const check = view.arms.find((each) => each.visitId === visit?.visitId && each.arm === arm);
  const left = check === undefined ? 0 : Math.round((Date.parse(check.dryAt) - now) / 1000);
  const side = t(`setup.${arm}`);
  return (
    <Stack gap="small">
      <Segmented
        label={t('setup.arm')}
        value={arm}
        onChange={props.onChange}
        choices={[
          { value: 'left', label: t('setup.left') },
          { value: 'right', label: t('setup.right') },
        ]}
      />
      {visit === undefined ? null : check === undefined ? (
        <Button
          busy={busy}
          onPress={() => void act({ chairId: view.chairId, visitId: visit.visitId, arm })}
        >
          {t('draw.disinfect', { arm: side })}
        </Button>
      ) : (
        <Row>
          {left > 0 ? (
            <StatusTag kind="waiting">
              {`${t('draw.drying', { arm: side })} ${left} ${t('draw.seconds')}`}
            </StatusTag>
          ) : (
            <StatusTag kind="ok">{t('draw.dry', { arm: side })}</StatusTag>
          )}
        </Row>
      )}
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}
