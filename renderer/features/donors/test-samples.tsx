import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useMay } from '#renderer/app/may.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSide } from '../laboratory/words.ts';
import { useProgrammes } from '../rulesets/programmes.ts';
import { openPdf } from '../visits/open-pdf.ts';
import styles from './donors.module.css';
import { ProgrammeChoice } from './programme-choice.tsx';

type Sample = OutputOf<'donors.testSamples'>[number];

const LOOK = { qualified: 'ok', unqualified: 'stop', pending: 'waiting' } as const;

/** Samples that were taken for tests alone, each in one word, and the way to take one. */
export function TestSamples(props: { donorId: string }): ReactElement | null {
  const { t } = useTranslation('donors');
  const { donorId } = props;
  const mayRead = useMay('donors.testSamples');
  const mayTake = useMay('donors.takeTestSample');
  const [taking, setTaking] = useState(false);
  const samples = useStationQuery('donors.testSamples', { donorId }, { enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Stack>
      <h2>{t('tests.title')}</h2>
      {samples.data?.length === 0 ? <p>{t('tests.none')}</p> : null}
      {samples.data?.map((sample) => (
        <SampleLine key={sample.number} sample={sample} mayPrint={mayTake} />
      ))}
      {mayTake ? <Button onPress={() => setTaking(true)}>{t('tests.take')}</Button> : null}
      {taking ? <TakeDialog donorId={donorId} onDone={() => setTaking(false)} /> : null}
    </Stack>
  );
}

function SampleLine(props: { sample: Sample; mayPrint: boolean }): ReactElement {
  const { t } = useTranslation('donors');
  const { number, takenOn, by, state, validUntil, valid } = props.sample;
  const isOver = validUntil !== null && !valid;
  return (
    <Stack gap="small">
      <Row>
        <Code strong>{number}</Code>
        <StatusTag kind={isOver ? 'notApplicable' : LOOK[state]}>
          {t(`tests.state.${state}`)}
        </StatusTag>
      </Row>
      <p>
        {t('tests.taken', { on: takenOn, by })}
        {validUntil === null
          ? ''
          : ` · ${isOver ? t('tests.over') : t('tests.validUntil', { on: validUntil })}`}
      </p>
      {props.mayPrint ? <LabelsButton number={number} /> : null}
    </Stack>
  );
}

function LabelsButton(props: { number: string }): ReactElement {
  const { t } = useTranslation('donors');
  const { act, outcome, busy } = useAct('donors.renderTubeLabels');
  const print = async (): Promise<void> => {
    const drawn = await act({ number: props.number });
    if (drawn !== undefined) openPdf(drawn.pdf);
  };
  return (
    <Row>
      <Button busy={busy} onPress={() => void print()}>
        {t('tests.labels')}
      </Button>
      <OutcomePanel outcome={outcome} />
    </Row>
  );
}

function TakeDialog(props: { donorId: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const side = useSide();
  const { donorId, onDone } = props;
  const { programmes } = useProgrammes();
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const programme = programmes.length > 1 ? picked : programmes[0]?.programme;
  const named = programme === undefined ? {} : { programme };
  const offer = useStationQuery('donors.testOffer', named, { enabled: programme !== undefined });
  const { act, outcome, busy } = useAct('donors.takeTestSample');
  const labels = useAct('donors.renderTubeLabels');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [consentSeen, setConsent] = useState(false);
  const missing =
    programmes.length > 1 && programme === undefined
      ? t('file.programme')
      : chosen.size === 0
        ? t('tests.missing.tests')
        : consentSeen
          ? undefined
          : t('tests.missing.consent');
  const choose = (next: string): void => {
    setPicked(next);
    setChosen(new Set());
  };
  const toggle = (test: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(test);
    else next.delete(test);
    setChosen(next);
  };
  const take = async (): Promise<void> => {
    if (missing !== undefined) return;
    const taken = await act({ donorId, ...named, tests: [...chosen], consentSeen });
    if (taken === undefined) return;
    announce('ok', t('tests.done', { number: taken.number }));
    const drawn = await labels.act({ number: taken.number });
    if (drawn !== undefined) openPdf(drawn.pdf);
    onDone();
  };
  return (
    <CommandDialog
      wide
      title={t('tests.take')}
      stay={{ label: t('tests.stay'), onPress: onDone }}
      command={{ outcome, busy }}
      act={{
        label: t('tests.act'),
        onPress: () => void take(),
        ...(missing === undefined ? {} : { disabledReason: missing }),
      }}
    >
      <p>{t('tests.lead')}</p>
      <ProgrammeChoice value={programme} onChange={choose} />
      {offer.data?.tests.length === 0 ? <p>{t('tests.noOffer')}</p> : null}
      <fieldset className={styles['choices']}>
        <legend>{t('tests.what')}</legend>
        {offer.data?.tests.map(({ test, name }) => (
          <Checkbox key={test} checked={chosen.has(test)} onChange={(isOn) => toggle(test, isOn)}>
            {side(name)}
          </Checkbox>
        ))}
      </fieldset>
      <Checkbox checked={consentSeen} onChange={setConsent}>
        {t('tests.consent')}
      </Checkbox>
    </CommandDialog>
  );
}
