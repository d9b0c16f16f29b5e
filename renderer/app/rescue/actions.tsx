import type { TFunction } from 'i18next';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { RescueClient } from './client.ts';
import type { RescueState } from './page.tsx';
import styles from './rescue.module.css';
import { Outcome, useTask } from './task.tsx';

const OWN = 'own';
const OTHER = 'other';

type Parts = { state: RescueState; client: RescueClient; onOpened: () => void };

/** Read, export, restore: each with a copy, a place and, where this machine has none, the key. */
export function ReadAndTake(props: Parts): ReactElement {
  const { t } = useTranslation('rescue');
  const { state } = props;
  const [key, setKey] = useState('');
  const [chosen, setChosen] = useState(state.copies[0]?.file ?? (state.hasDatabase ? OWN : OTHER));
  const [path, setPath] = useState('');
  const copy = chosen === OTHER ? path.trim() : chosen;
  return (
    <div className={styles['column']}>
      <section className={styles['section']}>
        <Select
          label={t('copy.label')}
          choices={choicesOf(state, t)}
          value={chosen}
          onChange={setChosen}
          hint={state.copies.length === 0 ? t('copy.none') : undefined}
        />
        {chosen === OTHER ? (
          <TextField label={t('copy.path')} value={path} onChange={setPath} code />
        ) : null}
        <TextField
          label={t('key.label')}
          hint={t(state.hasKey ? 'key.known' : 'key.hint')}
          value={key}
          onChange={setKey}
          code
        />
      </section>
      <Read {...props} copy={copy} typed={key} />
      <Restore {...props} copy={copy} typed={key} />
      <Export {...props} typed={key} />
    </div>
  );
}

/** The newest copies with their time as this machine shows it, then the two other ways. */
function choicesOf(state: RescueState, t: TFunction<'rescue'>) {
  const copies = state.copies.map(({ file, at }) => ({
    value: file,
    label: `${new Date(at).toLocaleString('sv')}  ${file.split(/[\\/]/).at(-1)}`,
  }));
  const own = state.hasDatabase ? [{ value: OWN, label: t('copy.own') }] : [];
  return [...copies, ...own, { value: OTHER, label: t('copy.other') }];
}

function Act(props: { name: 'read' | 'export' | 'restore'; children: ReactNode }): ReactElement {
  const { t } = useTranslation('rescue');
  return (
    <section className={styles['section']} aria-label={t(`${props.name}.title`)}>
      <h2>{t(`${props.name}.title`)}</h2>
      <p>{t(`${props.name}.text`)}</p>
      {props.children}
    </section>
  );
}

type CopyParts = Parts & { copy: string; typed: string };

function Read({ client, copy, typed, onOpened }: CopyParts): ReactElement {
  const { t } = useTranslation('rescue');
  const task = useTask(async () => {
    const file = copy === OWN ? null : copy;
    const answer = await client('rescue.read', { file, key: typed });
    if (answer.ok) onOpened();
    return answer;
  });
  return (
    <Act name="read">
      <Button busy={task.busy} disabled={copy === ''} onPress={task.run}>
        {t('read.do')}
      </Button>
      <Outcome task={task} />
    </Act>
  );
}

function Restore({ state, client, copy, typed, onOpened }: CopyParts): ReactElement {
  const { t } = useTranslation('rescue');
  const [to, setTo] = useState(state.restoreTo);
  const task = useTask(() => client('rescue.restore', { file: copy, to: to.trim(), key: typed }));
  const done = task.answer?.ok ? task.answer.value : undefined;
  const isCopy = copy !== '' && copy !== OWN;
  return (
    <Act name="restore">
      <TextField label={t('restore.to')} value={to} onChange={setTo} code />
      {done === undefined ? (
        <Button busy={task.busy} disabled={!isCopy || to.trim() === ''} onPress={task.run}>
          {t('restore.do')}
        </Button>
      ) : (
        <Banner
          tone="ok"
          title={t('restore.done', { folder: done.folder })}
          actions={<Button onPress={onOpened}>{t('restore.open')}</Button>}
        />
      )}
      <Outcome task={task} />
    </Act>
  );
}

function Export({ state, client, typed }: Omit<CopyParts, 'copy'>): ReactElement {
  const { t } = useTranslation('rescue');
  const [to, setTo] = useState(state.exportTo);
  const task = useTask(() => client('rescue.export', { to: to.trim(), key: typed }));
  const done = task.answer?.ok ? task.answer.value : undefined;
  return (
    <Act name="export">
      <TextField label={t('export.to')} value={to} onChange={setTo} code />
      <Button busy={task.busy} disabled={to.trim() === ''} onPress={task.run}>
        {t('export.do')}
      </Button>
      {done === undefined ? null : (
        <Banner tone="ok" title={t('export.done', { files: done.files, folder: done.folder })}>
          {done.salvaged === null
            ? t('export.nothing')
            : t('export.salvaged', { ...done.salvaged })}
        </Banner>
      )}
      <Outcome task={task} />
    </Act>
  );
}
