import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Scroll } from '#renderer/features/labeling/scroll.tsx';
import { Signature, type SignatureProof } from '#renderer/features/operators/signature.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts, StepRow, Steps } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { type Card, GroupCell, unitName } from './unit-cells.tsx';

/** A unit that was taken out by a scan of its label, and the scan at the hand-over. */
export interface Taken {
  readonly unit: Card;
  readonly first: string;
  readonly second?: string;
}

/** Who receives it, in what, and the two scans; the signature is the last thing asked. */
export function HandOver(props: { taken: Taken | undefined; onDone: () => void }): ReactElement {
  const { t } = useTranslation('inventory');
  const { taken } = props;
  const steps = (
    <Steps label={t('issue.title')}>
      <StepRow state={taken ? 'done' : 'current'} what={t('issue.scanFirst')} />
      <StepRow state={again(taken)} what={t('issue.scanAgain')} />
    </Steps>
  );
  if (taken === undefined)
    return (
      <SidePane title={t('issue.title')} padded={false}>
        {steps}
      </SidePane>
    );
  return (
    <SidePane
      title={unitName(taken.unit)}
      padded={false}
      foot={
        <Button look="quiet" onPress={props.onDone}>
          {t('issue.clear')}
        </Button>
      }
    >
      <Scroll label={t('issue.title')} padded>
        <Stack>
          <Facts
            items={[
              { name: t('columns.group'), value: <GroupCell card={taken.unit} /> },
              { name: t('columns.expires'), value: taken.unit.expiresText },
            ]}
          />
          {steps}
          <Fields taken={taken} onDone={props.onDone} />
        </Stack>
      </Scroll>
    </SidePane>
  );
}

const again = (taken: Taken | undefined) =>
  taken === undefined ? 'waiting' : taken.second === undefined ? 'current' : 'done';

function Fields(props: { taken: Taken; onDone: () => void }): ReactElement {
  const { t } = useTranslation('inventory');
  const { unit, first, second } = props.taken;
  const list = useStationQuery('inventory.consignees', {}).data ?? [];
  const open = list.filter(({ active }) => active);
  const [consigneeId, setConsignee] = useState<string>();
  const [receiver, setReceiver] = useState('');
  const [boxTenthsC, setBox] = useState<number>();
  const issuing = useStationCommand('inventory.issueUnit');
  const missing = (
    [
      ['consignee', consigneeId === undefined],
      ['receiver', receiver.trim() === ''],
      ['box', boxTenthsC === undefined],
      ['again', second === undefined],
    ] as const
  ).find(([, isMissing]) => isMissing)?.[0];
  const sign = async (proof: SignatureProof): Promise<void> => {
    if (consigneeId === undefined || boxTenthsC === undefined || second === undefined) return;
    const { unitId, version } = unit;
    const outcome = await issuing.mutateAsync({
      input: { unitId, scans: [first, second], consigneeId, receiver, boxTenthsC },
      call: { proof, expects: { [unitId]: version } },
    });
    if (outcome.status !== 'ok') return;
    const consignee = open.find((one) => one.consigneeId === consigneeId)?.name ?? '';
    announce('ok', t('issue.done', { consignee }));
    props.onDone();
  };
  return (
    <>
      {open.length === 0 ? <p>{t('issue.noList')}</p> : null}
      <Select
        label={t('issue.consignee')}
        choices={open.map((one) => ({ value: one.consigneeId, label: one.name }))}
        value={consigneeId}
        onChange={setConsignee}
      />
      <Row columns={2}>
        <TextField label={t('issue.receiver')} value={receiver} onChange={setReceiver} />
        <NumberField
          label={t('issue.box')}
          unit="℃"
          decimals={1}
          value={boxTenthsC}
          onChange={setBox}
        />
      </Row>
      <Signature
        label={t('issue.act')}
        busy={issuing.isPending}
        {...(missing === undefined ? {} : { missing: t(`issue.missing.${missing}`) })}
        onSign={(proof) => void sign(proof)}
      />
      <OutcomePanel outcome={issuing.data} />
    </>
  );
}
