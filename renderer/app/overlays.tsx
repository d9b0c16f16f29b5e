import { memo, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Code, KeyCap } from '#renderer/ui/code.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { timeText } from './clock.ts';
import { type Command, effectiveCommands, useCommand, useCommands } from './commands.ts';
import { shownCode } from './scan/shown-code.ts';
import { useScanState } from './scan-router.ts';
import { lock, useSession } from './session.ts';
import styles from './shell.module.css';
import { useStation } from './station-state.ts';

type Open = 'palette' | 'keys' | 'recent' | undefined;

function PaletteRows(props: { commands: readonly Command[]; onDone: () => void }): ReactElement {
  return (
    <div className={styles['palette']}>
      {props.commands.map((command) => (
        <button
          key={command.id}
          type="button"
          className={styles['paletteRow']}
          disabled={command.disabled}
          onClick={() => {
            props.onDone();
            command.run();
          }}
        >
          {command.label}
          {command.keys === undefined ? null : <KeyCap>{command.keys.replaceAll('+', ' ')}</KeyCap>}
        </button>
      ))}
    </div>
  );
}

function Palette(props: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('app');
  const [text, setText] = useState('');
  const commands = effectiveCommands(useCommands((state) => state.commands));
  const wanted = text.trim().toLowerCase();
  const found = commands.filter((command) => command.label.toLowerCase().includes(wanted));
  return (
    <Dialog
      open
      focusInside
      title={t('palette.title')}
      stay={{ label: t('palette.close'), onPress: props.onDone }}
    >
      <TextField label={t('palette.search')} value={text} onChange={setText} autoFocus />
      {found.length === 0 ? <p>{t('palette.none', { text })}</p> : null}
      <PaletteRows commands={found} onDone={props.onDone} />
    </Dialog>
  );
}

function KeyTable(props: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('app');
  const commands = effectiveCommands(useCommands((state) => state.commands));
  return (
    <Dialog
      open
      title={t('keyTable.title')}
      stay={{ label: t('keyTable.close'), onPress: props.onDone }}
    >
      <PaletteRows
        commands={commands.filter((command) => command.keys !== undefined)}
        onDone={props.onDone}
      />
    </Dialog>
  );
}

function Recent(props: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('app');
  const recent = useScanState((state) => state.recent);
  const zone = useStation((state) => state.zone);
  return (
    <Dialog
      open
      wide
      title={t('recent.title')}
      stay={{ label: t('recent.close'), onPress: props.onDone }}
    >
      <Table
        label={t('recent.title')}
        rows={recent}
        rowId={(record) => String(record.scan.id)}
        empty={t('recent.none')}
        tight
        columns={[
          {
            id: 'at',
            header: t('recent.time'),
            cell: (record) => timeText(Date.parse(record.scan.at), zone),
          },
          {
            id: 'code',
            header: t('recent.code'),
            cell: (record) => <Code>{shownCode(record.scan).slice(0, 40)}</Code>,
          },
          { id: 'did', header: t('recent.did'), cell: (record) => record.text },
          { id: 'ms', header: t('recent.ms'), cell: (record) => record.ms, numeric: true },
        ]}
      />
    </Dialog>
  );
}

/** The frame's own commands and what they open: palette, key table, recent scans, lock. */
export const Overlays = memo(function Overlays(): ReactElement | null {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState<Open>(undefined);
  const signedIn = useSession((state) => state.user !== undefined);
  const close = (): void => setOpen(undefined);
  useCommand({
    id: 'app.recent',
    keys: 'F3',
    label: t('keys.recent'),
    bar: true,
    run: () => setOpen('recent'),
  });
  useCommand({
    id: 'app.palette',
    keys: 'Ctrl+K',
    label: t('keys.palette'),
    bar: true,
    run: () => setOpen('palette'),
  });
  useCommand({
    id: 'app.keyTable',
    keys: 'Ctrl+/',
    label: t('keys.keyTable'),
    run: () => setOpen('keys'),
  });
  useCommand(
    signedIn ? { id: 'app.lock', keys: 'Ctrl+Alt+L', label: t('keys.lock'), run: lock } : undefined,
  );
  if (open === 'palette') return <Palette onDone={close} />;
  if (open === 'keys') return <KeyTable onDone={close} />;
  if (open === 'recent') return <Recent onDone={close} />;
  return null;
});
