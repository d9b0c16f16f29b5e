import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useClient } from '#renderer/app/operations.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './collection.module.css';
import { LabelPrinter, useLabelPrinter } from './label-printer.tsx';
import type { NowProps } from './setup-now.tsx';
import type { WaitingVisit } from './setup-state.ts';

/** Scan the sheet, print at the chair, or type the number with its check character. */
export function NumberStep(props: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const { visit, view } = props;
  const printerId = useLabelPrinter(view);
  const print = async (): Promise<void> => {
    if (visit === undefined) return;
    setBusy(true);
    const input = { visitId: visit.visitId, chairId: view.chairId };
    const given = await client.command('collection.assignNumber', input);
    props.onOutcome(given);
    if (given.status === 'ok') {
      const { din } = given.value;
      props.onOutcome(await client.command('collection.printChairLabels', { din, printerId }));
    }
    setBusy(false);
  };
  return (
    <Stack>
      {visit?.printed === true ? null : (
        <div className={styles['sheet']} aria-hidden>
          {Array.from({ length: 8 }, (_, index) => `sticker-${index}`).map((key) => (
            <i key={key} />
          ))}
        </div>
      )}
      {visit?.din === null || (visit?.printed === true && view.printers.length > 1) ? (
        <LabelPrinter view={view} />
      ) : null}
      {visit?.din === null ? (
        <Button busy={busy} onPress={() => void print()}>
          {t('setup.printNumber')}
        </Button>
      ) : (
        <>
          {visit?.printed === true ? (
            <PrintState visit={visit} printerId={printerId} onOutcome={props.onOutcome} />
          ) : null}
          <Typed {...props} />
        </>
      )}
    </Stack>
  );
}

function Typed(props: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const client = useClient();
  const [typed, setTyped] = useState('');
  const { visit, view } = props;
  const check = async (): Promise<void> => {
    const outcome = await client.command('collection.checkSetup', {
      chairId: view.chairId,
      step: 'number',
      scan: typed,
      visitId: visit?.visitId,
    });
    props.onOutcome(outcome);
    if (outcome.status === 'ok') props.change({ number: typed });
  };
  return (
    <>
      <TextField label={t('setup.typed')} value={typed} onChange={setTyped} code />
      <Button disabled={typed === ''} onPress={() => void check()}>
        {t('setup.checkTyped')}
      </Button>
    </>
  );
}

/** What became of the number's stickers, and the way to print missing or spoilt ones again. */
function PrintState(props: {
  visit: WaitingVisit;
  printerId: string | undefined;
  onOutcome: NowProps['onOutcome'];
}): ReactElement {
  const { t } = useTranslation('collection');
  const client = useClient();
  const [why, setWhy] = useState<string | undefined>(undefined);
  const { din, print } = props.visit;
  const unsent = print?.unsent ?? [];
  const state = print === null ? undefined : (print.outcome ?? 'waiting');
  const isOut = print !== null && unsent.length === 0;
  const again = async (reason: string | undefined): Promise<void> => {
    if (din === null) return;
    const only = unsent.length > 0 ? { only: [...unsent] } : {};
    const { printerId } = props;
    const input = { din, printerId, ...only, ...(reason === undefined ? {} : { why: reason }) };
    const outcome = await client.command('collection.printChairLabels', input);
    props.onOutcome(outcome);
    if (outcome.status === 'ok') setWhy(undefined);
  };
  const missing = listWords(
    unsent.map((container) => codeWord(['collection:container'], container)),
  );
  return (
    <>
      {state === undefined ? null : (
        <Banner
          tone={
            state === 'printed' ? 'ok' : state === 'waiting' || state === 'sent' ? 'info' : 'warn'
          }
          title={t(`setup.printState.${state}`, { missing, printer: print?.printer ?? '' })}
        />
      )}
      {why === undefined ? (
        <Button onPress={() => (isOut ? setWhy('') : void again(undefined))}>
          {t(isOut ? 'setup.printAgain' : print === null ? 'setup.printNow' : 'setup.printRest')}
        </Button>
      ) : (
        <>
          <TextField label={t('setup.printAgainWhy')} value={why} onChange={setWhy} autoFocus />
          <Button
            disabledReason={why.trim() === '' ? t('setup.printAgainWhy') : undefined}
            onPress={() => void again(why)}
          >
            {t('setup.printAgain')}
          </Button>
        </>
      )}
    </>
  );
}
