import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useClient } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { ActionSlot } from '#renderer/app/slots.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Pane, Stack } from '#renderer/ui/pane.tsx';
import { StepRow, Steps } from '#renderer/ui/rows.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import styles from './collection.module.css';
import type { RunView } from './run-marks.ts';
import { comparable, refusedVerdict, type WrongWords } from './verdicts.ts';

/** Bag, tubes, record and donor, one by one; a tube of another donor stops the screen. */
export function EndMatch(props: { view: RunView; title: string }): ReactElement {
  const { t } = useTranslation('collection');
  const { view } = props;
  const [scans, setScans] = useState<Readonly<Record<string, string>>>({});
  const [donor, setDonor] = useState<string | undefined>(undefined);
  const [name, setName] = useState('');
  const [birth, setBirth] = useState<CivilDate | undefined>(undefined);
  const { act, outcome, busy } = useAct('collection.match');
  const rest = useAct('collection.startRest');
  useMatchScan(view, (container, raw) => setScans({ ...scans, [container]: raw }), setDonor);
  const matched = view.state !== 'ended';
  const missing = view.requiredContainers.filter((each) => scans[each] === undefined);
  const asked = donor !== undefined || (name.trim() !== '' && birth !== undefined);
  const finish = async (): Promise<void> => {
    const said = birth === undefined ? {} : { said: { name, birthDate: birth } };
    const done = await act({
      din: view.din,
      donor: donor ?? null,
      ...(donor === undefined ? said : {}),
      scans: Object.values(scans),
    });
    if (done === undefined) return;
    await rest.act({ din: view.din });
    go('/rest');
  };
  const current = missing[0] ?? 'donor';
  return (
    <Pane title={props.title} note={comparable(view.din)}>
      <div className={styles['setupList']}>
        <Steps label={props.title}>
          {view.requiredContainers.map((container) => (
            <StepRow
              key={container}
              state={
                matched || scans[container] !== undefined
                  ? 'done'
                  : container === current
                    ? 'current'
                    : 'waiting'
              }
              what={codeWord(['collection:container'], container)}
              value={t(matched || scans[container] !== undefined ? 'end.ticked' : 'end.waiting')}
            />
          ))}
          <StepRow
            state={matched || asked ? 'done' : current === 'donor' ? 'current' : 'waiting'}
            what={t('setup.donor')}
            detail={t('setup.ask')}
            value={
              matched
                ? t('end.ticked')
                : donor === undefined
                  ? t('end.waiting')
                  : view.person.number
            }
          />
        </Steps>
      </div>
      <div className={styles['padded']}>
        <Stack>
          {matched ? null : <p>{t('end.scanHint')}</p>}
          {donor === undefined && !matched ? (
            <>
              <TextField label={t('setup.saidName')} value={name} onChange={setName} />
              <DateSegments label={t('setup.saidBirth')} value={birth} onChange={setBirth} />
            </>
          ) : null}
          <OutcomePanel outcome={outcome} />
          <OutcomePanel outcome={rest.outcome} />
        </Stack>
      </div>
      <ActionSlot>
        {matched ? null : (
          <Button
            look="primary"
            busy={busy}
            disabledReason={
              missing.length === 0 && asked
                ? undefined
                : listWords([
                    ...missing.map((each) => codeWord(['collection:container'], each)),
                    ...(asked ? [] : [t('setup.donor')]),
                  ])
            }
            onPress={() => void finish()}
          >
            {t('end.complete')}
          </Button>
        )}
      </ActionSlot>
    </Pane>
  );
}

function useMatchScan(
  view: RunView,
  tick: (container: string, raw: string) => void,
  donor: (raw: string) => void,
): void {
  const { t } = useTranslation('collection');
  const client = useClient();
  const words: WrongWords = {
    title: t('wrong.title'),
    detail: `${view.person.name}。${t('wrong.nothingMatched')}`,
    expectedNote: t('wrong.expectedDonation'),
    scannedNote: t('wrong.scannedOther'),
    steps: [t('wrong.stepDown'), t('wrong.stepTube')],
  };
  useScan(
    'step',
    view.state === 'ended'
      ? async (scan): Promise<ScanVerdict | 'pass'> => {
          const kind = scan.tokens[0]?.kind;
          const raw = scan.aim === undefined ? scan.raw : `${scan.aim}${scan.raw}`;
          if (kind === 'din') {
            const answer = await client.command('collection.checkMatch', {
              din: view.din,
              scan: raw,
            });
            if (answer.status !== 'ok') return refusedVerdict(answer, words);
            const { container } = answer.value;
            tick(container, raw);
            return { verdict: 'ok', text: codeWord(['collection:container'], container) };
          }
          if (kind !== 'donorCard' && kind !== 'residentId') return 'pass';
          const answer = await client.command('collection.checkSetup', {
            chairId: view.chairId,
            step: 'donor',
            visitId: view.visitId,
            scan: raw,
          });
          if (answer.status !== 'ok') return refusedVerdict(answer, words);
          donor(raw);
          return { verdict: 'ok', text: answer.value.what };
        }
      : undefined,
  );
}
