import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandEnd } from '#renderer/app/command-end.tsx';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { BagFields, type Intake, useBagDraft } from './bag-fields.tsx';
import { CorrectBag } from './correct-bag.tsx';

type Bag = NonNullable<Intake['bag']>;

/** What is seen on a bag; once it is on record, what stands there and the way to put it right. */
export function BagForm(props: { data: Intake; onDone: () => void }): ReactElement {
  const { bag } = props.data;
  return bag === null ? <TakeBag {...props} /> : <BagOnRecord data={props.data} bag={bag} />;
}

function TakeBag(props: { data: Intake; onDone: () => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data, onDone } = props;
  const command = useStationCommand('laboratory.receiveBag');
  const bag = useBagDraft();
  const save = async (): Promise<void> => {
    if (bag.seen === undefined) return;
    const outcome = await command.mutateAsync({ input: { din: data.din, ...bag.seen } });
    if (outcome.status !== 'ok') return;
    const kind = outcome.value.ok && !outcome.value.varies ? 'ok' : 'caution';
    announce(kind, t('ui.intake.saved', { what: t('ui.intake.bag') }));
    onDone();
  };
  return (
    <Stack>
      <BagFields data={data} bag={bag} />
      <CommandEnd
        command={command}
        missing={bag.seen === undefined ? t('ui.intake.missing') : undefined}
        label={t('ui.intake.saveBag')}
        onSend={() => void save()}
      />
    </Stack>
  );
}

function BagOnRecord(props: { data: Intake; bag: Bag }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data, bag } = props;
  const [correcting, setCorrecting] = useState(false);
  return (
    <Stack>
      {bag.varies ? <Banner tone="danger" title={t('ui.intake.varied')} /> : null}
      <Facts
        items={[
          { name: t('ui.intake.netGrams'), value: `${bag.netGrams} g` },
          { name: t('ui.intake.leak'), value: t(bag.leak ? 'ui.intake.yes' : 'ui.intake.no') },
          { name: t('ui.haemolysis.label'), value: t(`ui.haemolysis.${bag.haemolysis}`) },
          {
            name: t('ui.intake.colour'),
            value: t(bag.colourOk ? 'ui.intake.normal' : 'ui.intake.abnormal'),
          },
        ]}
      />
      <Button onPress={() => setCorrecting(true)}>{t('ui.intake.correct')}</Button>
      {correcting ? <CorrectBag data={data} bag={bag} onDone={() => setCorrecting(false)} /> : null}
    </Stack>
  );
}
