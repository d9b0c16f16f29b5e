import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { SidePane, Stack } from '#renderer/ui/pane.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useAct } from '../visits/act.ts';
import { TwoSign } from './sign-parts.tsx';

/** Adoption of a pack on offer: each unverified value is named, then two persons sign. */
export function AdoptPane(props: {
  offer: OutputOf<'rulesets.packs'>['offers'][number];
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const { packId, revision, unverified } = props.offer;
  const [named, setNamed] = useState<readonly string[]>([]);
  const { act, outcome, busy } = useAct('rulesets.adoptPack');
  const counted = t('confirmed', { done: named.length, total: unverified.length });
  return (
    <SidePane
      title={t('adopt')}
      note={counted}
      foot={
        <>
          <OutcomePanel outcome={outcome} />
          <TwoSign
            label={t('adopt')}
            missing={named.length < unverified.length ? counted : undefined}
            busy={busy}
            onSign={async (proof) => {
              const input = { packId, revision, confirmed: [...named] };
              if ((await act(input, { proof })) !== undefined) announce('ok', t('adoptedToast'));
            }}
          />
        </>
      }
    >
      <Stack gap="small">
        {unverified.map(({ ruleId }) => (
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
