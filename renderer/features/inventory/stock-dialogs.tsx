import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { DISCARD_CODES } from '#shared/features/inventory/contract.ts';
import { type Card, unitName } from './unit-cells.tsx';

interface Typed {
  readonly code?: (typeof DISCARD_CODES)[number];
  readonly netGrams?: number | undefined;
  readonly wasteBag: string;
  readonly note: string;
}

/** Discards a unit under two signatures; the default answer keeps it. */
export function DiscardDialog(props: {
  unit: Card;
  onClose: () => void;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('inventory');
  const { unit } = props;
  const [typed, setTyped] = useState<Typed>({ wasteBag: '', note: '' });
  const discarding = useStationCommand('inventory.discardUnit');
  const { code, netGrams, wasteBag, note } = typed;
  const complete = code !== undefined && netGrams !== undefined && wasteBag.trim() !== '';
  const missing =
    code === undefined
      ? t('discard.code')
      : netGrams === undefined
        ? t('discard.grams')
        : wasteBag.trim() === ''
          ? t('discard.wasteBag')
          : undefined;
  return (
    <Dialog
      open
      title={t('discard.title', { unit: unitName(unit) })}
      stay={{ label: t('discard.keep'), onPress: props.onClose }}
    >
      <p>{t('discard.body')}</p>
      <Select
        label={t('discard.code')}
        choices={DISCARD_CODES.map((value) => ({ value, label: t(`discard.codes.${value}`) }))}
        value={code}
        onChange={(value) => setTyped({ ...typed, code: value })}
      />
      <NumberField
        label={t('discard.grams')}
        unit="g"
        value={netGrams}
        onChange={(value) => setTyped({ ...typed, netGrams: value })}
      />
      <TextField
        label={t('discard.wasteBag')}
        value={wasteBag}
        onChange={(value) => setTyped({ ...typed, wasteBag: value })}
        code
      />
      <TextField
        label={t('discard.note')}
        value={note}
        onChange={(value) => setTyped({ ...typed, note: value })}
      />
      <Signature
        label={t('discard.confirm')}
        two
        danger
        busy={discarding.isPending}
        {...(missing === undefined ? {} : { missing })}
        onSign={(proof) => {
          if (!complete) return;
          const input = { unitId: unit.unitId, code, netGrams, wasteBag, note };
          discarding.mutate(
            { input, call: { proof, expects: { [unit.unitId]: unit.version } } },
            {
              onSuccess: (outcome) => {
                if (outcome.status !== 'ok') return;
                props.onClose();
                props.onDone();
              },
            },
          );
        }}
      />
      <OutcomePanel outcome={discarding.data} />
    </Dialog>
  );
}

/** Takes a release back by hand. */
export function WithdrawDialog(props: { unit: Card; onClose: () => void }): ReactElement {
  const { t } = useTranslation('inventory');
  const { unit } = props;
  const [why, setWhy] = useState('');
  const withdrawing = useStationCommand('inventory.withdrawRelease');
  return (
    <Dialog
      open
      title={t('withdraw.title', { unit: unitName(unit) })}
      stay={{ label: t('withdraw.keep'), onPress: props.onClose }}
    >
      <p>{t('withdraw.body')}</p>
      <TextField label={t('withdraw.why')} value={why} onChange={setWhy} />
      <Signature
        label={t('withdraw.confirm')}
        danger
        busy={withdrawing.isPending}
        {...(why.trim() === '' ? { missing: t('withdraw.why') } : {})}
        onSign={(proof) =>
          withdrawing.mutate(
            {
              input: { unitId: unit.unitId, why },
              call: { proof, expects: { [unit.unitId]: unit.version } },
            },
            { onSuccess: (outcome) => outcome.status === 'ok' && props.onClose() },
          )
        }
      />
      <OutcomePanel outcome={withdrawing.data} />
    </Dialog>
  );
}
