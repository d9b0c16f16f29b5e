import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useMay } from '#renderer/app/may.ts';
import { announce } from '#renderer/app/notices.ts';
import { useClient } from '#renderer/app/operations.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { DonorFile } from './file.tsx';
import { UnmergeDialog } from './unmerge-dialog.tsx';

/** What must be known before anything else: an expired document, somebody who looks like her. */
export function IdentityWarnings(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation('donors');
  const { file } = props;
  const mine = new Set(file.records.map(({ donorId }) => donorId));
  const twins = file.pairs
    .filter((pair) => pair.twins)
    .map((pair) => (mine.has(pair.a.donorId) ? pair.b : pair.a));
  return (
    <>
      {file.documentExpired ? (
        <Banner tone="warn" title={t('file.documentExpired', { date: file.documentUntil })} />
      ) : null}
      {twins.map(({ donorId, name, number }) => (
        <Banner key={donorId} tone="warn" title={t('file.twin', { name, number })} />
      ))}
    </>
  );
}

/** The records of this person, each of which two persons may take out again. */
export function PersonRecords(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation('donors');
  const { records } = props.file;
  const [out, setOut] = useState<string | undefined>(undefined);
  const [suspecting, setSuspecting] = useState(false);
  const may = useMay('donors.unmerge');
  const record = records.find(({ donorId }) => donorId === out);
  return (
    <Stack gap="small">
      {records.length > 1
        ? records.map(({ donorId, name, number }) => (
            <Row key={donorId} align="between">
              <span>
                <Code>{number}</Code> <bdi>{name}</bdi>
              </span>
              <Button
                disabledReason={may ? undefined : t('unmerge.roles')}
                onPress={() => setOut(donorId)}
              >
                {t('unmerge.action')}
              </Button>
            </Row>
          ))
        : null}
      <Row>
        <Button look="quiet" onPress={() => setSuspecting(true)}>
          {t('suspect.action')}
        </Button>
      </Row>
      {record ? <UnmergeDialog record={record} onDone={() => setOut(undefined)} /> : null}
      {suspecting ? (
        <SuspectDialog donorId={props.file.summary.donorId} onDone={() => setSuspecting(false)} />
      ) : null}
    </Stack>
  );
}

function SuspectDialog(props: { donorId: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const client = useClient();
  const { act, outcome, busy } = useAct('donors.suspectDuplicate');
  const [number, setNumber] = useState('');
  const [why, setWhy] = useState('');
  const [unknown, setUnknown] = useState(false);
  const missing =
    number.trim() === '' ? t('suspect.other') : why.trim() === '' ? t('suspect.why') : undefined;
  const save = async (): Promise<void> => {
    const [other, ...more] = await client.query('donors.lookUp', { number });
    setUnknown(other === undefined || more.length > 0);
    if (other === undefined || more.length > 0) return;
    const { donorId } = props;
    if ((await act({ donorId, otherId: other.donorId, why })) === undefined) return;
    announce('ok', t('suspect.done'));
    props.onDone();
  };
  return (
    <CommandDialog
      title={t('suspect.action')}
      stay={{ label: t('cancel'), onPress: props.onDone }}
      command={{ outcome, busy }}
      act={{
        label: t('suspect.action'),
        onPress: () => void save(),
        disabledReason: missing,
      }}
    >
      <TextField
        label={t('suspect.other')}
        code
        value={number}
        onChange={setNumber}
        error={unknown ? t('suspect.unknown') : undefined}
      />
      <TextField label={t('suspect.why')} value={why} onChange={setWhy} />
    </CommandDialog>
  );
}
