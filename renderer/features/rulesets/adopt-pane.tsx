import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { useAct } from '../visits/act.ts';
import type { OfferKey, Pages } from './page-pane.tsx';
import { TwoSign } from './sign-parts.tsx';

/** Every page is signed: the pack is tried on the recorded history, then two persons adopt it. */
export function AdoptPane(props: {
  offer: OfferKey;
  isContrast: boolean;
  replay: Pages['replay'];
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const { offer, replay } = props;
  const adoption = useAct('rulesets.adoptPack');
  const trial = useAct('rulesets.replayPack');
  if (props.isContrast)
    return (
      <SidePane title={t('kinds.contrast')}>
        <Banner tone="info" title={t('contrastNote')} />
      </SidePane>
    );
  return (
    <SidePane
      title={t('adopt')}
      note={t('replay.lead')}
      foot={
        <>
          <OutcomePanel outcome={adoption.outcome} />
          <TwoSign
            label={t('adopt')}
            missing={replay === null ? t('replay.action') : undefined}
            busy={adoption.busy}
            onSign={async (proof) => {
              const done = await adoption.act({ ...offer }, { proof });
              if (done !== undefined) announce('ok', t('adoptedToast'));
            }}
          />
        </>
      }
    >
      <Stack>
        <OutcomePanel outcome={trial.outcome} />
        <Button busy={trial.busy} onPress={() => void trial.act({ ...offer })}>
          {t('replay.action')}
        </Button>
        {replay === null ? null : (
          <Facts
            items={[
              { name: t('replay.from'), value: replay.inForceFrom },
              { name: t('replay.visits'), value: replay.visits },
              { name: t('replay.units'), value: replay.units },
              { name: t('replay.otherwise'), value: replay.otherwise.length },
              { name: t('replay.donors'), value: replay.donors },
            ]}
          />
        )}
      </Stack>
    </SidePane>
  );
}
