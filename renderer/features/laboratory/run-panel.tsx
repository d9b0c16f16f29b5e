import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { SignatureList } from '#renderer/features/signatures/signature-list.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { SignFields, useSigning } from './sign.tsx';
import { RUN_KIND, useMoment, useSide } from './words.ts';

type Run = OutputOf<'laboratory.runs'>['runs'][number];

/** One run: its facts, its controls, and what may be done with it. */
export function RunPanel(props: { run: Run; onClose: () => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const side = useSide();
  const moment = useMoment();
  const { run } = props;
  return (
    <Stack>
      <Facts
        items={[
          { name: t('ui.columns.test'), value: side(run.name) },
          {
            name: t('ui.runs.method'),
            value: codeWord(['laboratory:ui.methods'], run.method),
          },
          { name: t('ui.columns.lot'), value: `${run.lot} · ${run.lotExpires}` },
          { name: t('ui.columns.opened'), value: `${moment(run.openedAt)} · ${run.by}` },
          {
            name: t('ui.columns.runState'),
            value: (
              <StatusTag kind={RUN_KIND[run.state]}>
                {t(`ui.run.${run.state}`)}{' '}
                {run.invalidCode === null ? '' : codeWord(['laboratory:ui.runs'], run.invalidCode)}
              </StatusTag>
            ),
          },
          {
            name: t('ui.columns.controls'),
            value:
              run.controls
                .map(
                  (one) => `${one.name} ${t(one.ok ? 'ui.runs.controlOk' : 'ui.runs.controlBad')}`,
                )
                .join(' · ') || '—',
          },
        ]}
      />
      {run.state === 'invalid' ? null : (
        <Button
          look="primary"
          wide
          onPress={() => go(`/lab/runs/${encodeURIComponent(run.runId)}`)}
        >
          {t('ui.runs.enter')}
        </Button>
      )}
      {run.state === 'open' ? <Conclude run={run} /> : null}
      {run.state === 'invalid' ? (
        <SignatureList of={{ kind: 'record', id: run.runId }} />
      ) : (
        <Invalidate run={run} />
      )}
      <Button wide look="quiet" onPress={props.onClose}>
        {t('ui.runs.newRun')}
      </Button>
    </Stack>
  );
}

type Control = { readonly name: string; readonly ok: 'yes' | 'no' | undefined };

const FIRST: readonly Control[] = [
  { name: 'NEG', ok: undefined },
  { name: 'POS', ok: undefined },
];

function Conclude(props: { run: Run }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { run } = props;
  const command = useStationCommand('laboratory.concludeRun');
  const [controls, setControls] = useState<readonly Control[]>(FIRST);
  const change = (at: number, next: Control): void =>
    setControls(controls.map((one, index) => (index === at ? next : one)));
  const read = controls.flatMap((one) =>
    one.name.trim() === '' || one.ok === undefined
      ? []
      : [{ name: one.name.trim(), ok: one.ok === 'yes' }],
  );
  return (
    <Stack gap="small">
      {controls.map((one, at) => (
        <Row key={`control-${String(at)}`} columns={2}>
          <TextField
            label={t('ui.runs.control')}
            value={one.name}
            onChange={(name) => change(at, { ...one, name })}
          />
          <Segmented<'yes' | 'no'>
            label={t('ui.columns.controls')}
            value={one.ok}
            onChange={(ok) => change(at, { ...one, ok })}
            choices={[
              { value: 'yes', label: t('ui.runs.controlOk') },
              { value: 'no', label: t('ui.runs.controlBad') },
            ]}
          />
        </Row>
      ))}
      <Button look="quiet" onPress={() => setControls([...controls, { name: '', ok: undefined }])}>
        {t('ui.runs.addControl')}
      </Button>
      <OutcomePanel outcome={command.data} />
      <Button
        wide
        busy={command.isPending}
        disabledReason={read.length === controls.length ? undefined : t('ui.runs.needControl')}
        onPress={() =>
          command.mutate({
            input: { runId: run.runId, controls: read },
            call: { expects: { [run.runId]: run.version } },
          })
        }
      >
        {t('ui.runs.conclude')}
      </Button>
    </Stack>
  );
}

const WHY = ['controlError', 'reagentRecalled', 'instrumentFault', 'operatorError'] as const;

function Invalidate(props: { run: Run }): ReactElement {
  const { t } = useTranslation('laboratory');
  const side = useSide();
  const { run } = props;
  const command = useAct('laboratory.invalidateRun');
  const signing = useSigning(false);
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState<(typeof WHY)[number] | undefined>(undefined);
  const close = (): void => {
    signing.clear();
    setOpen(false);
  };
  const act = async (): Promise<void> => {
    if (code === undefined || signing.missing !== undefined) return;
    const call = { expects: { [run.runId]: run.version }, proof: signing.proof() };
    if ((await command.act({ runId: run.runId, code }, call)) !== undefined) close();
  };
  return (
    <>
      <Button look="danger" wide onPress={() => setOpen(true)}>
        {t('ui.runs.invalidate')}
      </Button>
      {open ? (
        <CommandDialog
          title={t('ui.runs.invalidateTitle', { test: side(run.name) })}
          stay={{ label: t('ui.runs.keep'), onPress: close }}
          command={command}
          act={{
            label: t('ui.runs.invalidate'),
            danger: true,
            disabledReason: code === undefined ? t('ui.runs.why') : signing.missing,
            onPress: () => void act(),
          }}
        >
          <Select
            label={t('ui.runs.why')}
            value={code}
            onChange={setCode}
            choices={WHY.map((value) => ({ value, label: t(`ui.runs.${value}`) }))}
          />
          <SignFields signing={signing} withSecond={false} onSubmit={() => undefined} />
        </CommandDialog>
      ) : null}
    </>
  );
}
