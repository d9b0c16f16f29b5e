import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { SidePane, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { useSay } from '../visits/say.ts';
import { PackWays } from './pack-ways.tsx';
import { TwoSign } from './sign-parts.tsx';

type Adopted = OutputOf<'rulesets.packs'>['adopted'][number];

/** Gives an adopted pack its last day; two persons sign. `last` where no other pack would follow. */
export function RetirePane(props: {
  pack: Adopted;
  madeByForm: boolean;
  last: boolean;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const say = useSay();
  const { pack } = props;
  const { act, outcome, busy } = useAct('rulesets.retirePack');
  const [day, setDay] = useState<CivilDate | undefined>(undefined);
  const [why, setWhy] = useState('');
  const missing =
    day === undefined ? t('retire.lastDay') : why.trim() === '' ? t('retire.why') : undefined;
  return (
    <SidePane
      title={t('retire.title')}
      note={`${say(pack.title)} ${t('revision', { revision: pack.revision })}`}
    >
      <Stack>
        <PackWays pack={pack} madeByForm={props.madeByForm} />
        {props.last ? (
          <Banner tone="warn" title={t('retire.none', { programme: pack.programme })} />
        ) : null}
        <DateSegments label={t('retire.lastDay')} value={day} onChange={setDay} />
        <TextField label={t('retire.why')} value={why} onChange={setWhy} />
        <OutcomePanel outcome={outcome} />
        <TwoSign
          label={t('retire.action')}
          danger
          missing={missing}
          busy={busy}
          onSign={async (proof) => {
            if (day === undefined) return;
            const input = { hash: pack.hash, inForceTo: day, why };
            if ((await act(input, { proof })) !== undefined) announce('ok', t('retire.done'));
          }}
        />
      </Stack>
    </SidePane>
  );
}
