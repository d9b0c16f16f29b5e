import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { Matrix } from './matrix.tsx';
import { SignFields, useSigning } from './sign.tsx';

/** The group with everything that speaks for and against it, and the way out of a dispute. */
export function GroupPanel(props: { matrix: Matrix }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { matrix } = props;
  const [open, setOpen] = useState(false);
  const group =
    matrix.abo === null || matrix.rhd === null
      ? t('ui.matrix.unconfirmed')
      : `${matrix.abo} RhD ${t(`values.${matrix.rhd}`)}`;
  return (
    <Stack>
      <Facts
        items={[
          {
            name: t('ui.matrix.group'),
            value: <StatusTag kind={matrix.abo === null ? 'waiting' : 'ok'}>{group}</StatusTag>,
          },
          {
            name: t('ui.matrix.doubts'),
            value:
              matrix.doubts.map((doubt) => codeWord(['laboratory:doubts'], doubt)).join('；') ||
              t('ui.matrix.none'),
          },
          ...(matrix.fingerPrick === null
            ? []
            : [
                {
                  name: '',
                  value: t('ui.matrix.fingerPrick', { abo: matrix.fingerPrick }),
                },
              ]),
          {
            name: t('ui.matrix.history'),
            value:
              matrix.history.map((row) => `${row.abo} ${t(`values.${row.rhd}`)}`).join('；') ||
              t('ui.matrix.none'),
          },
        ]}
      />
      {matrix.disputeId === null ? null : (
        <>
          <Button look="danger" wide onPress={() => setOpen(true)}>
            {t('ui.matrix.resolve')}
          </Button>
          {open ? (
            <ResolveDialog
              matrix={matrix}
              disputeId={matrix.disputeId}
              onClose={() => setOpen(false)}
            />
          ) : null}
        </>
      )}
    </Stack>
  );
}

const RESOLUTIONS = [
  'newSample',
  'typingError',
  'sampleSwapped',
  'oldRecordWrong',
  'retested',
] as const;

function ResolveDialog(props: {
  matrix: Matrix;
  disputeId: string;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const { matrix, disputeId } = props;
  const command = useAct('laboratory.resolveGroup');
  const signing = useSigning(true);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [resolution, setResolution] = useState<(typeof RESOLUTIONS)[number] | undefined>();
  const evidence = evidenceOf(matrix, t);
  const missing = resolution === undefined ? t('ui.matrix.resolution') : signing.missing;
  const act = async (): Promise<void> => {
    if (resolution === undefined || missing !== undefined) return;
    const input = { disputeId, resolution, setAside: [...chosen] };
    const resolved = await command.act(input, { proof: signing.proof() });
    if (resolved !== undefined) props.onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('ui.matrix.resolveTitle')}
      stay={{ label: t('ui.matrix.stay'), onPress: props.onClose }}
      command={command}
      act={{
        label: t('ui.matrix.resolve'),
        danger: true,
        disabledReason: missing,
        onPress: () => void act(),
      }}
    >
      {evidence.map((one) => (
        <Checkbox
          key={one.id}
          checked={chosen.includes(one.id)}
          onChange={(on) =>
            setChosen(on ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
          }
        >
          {t('ui.matrix.setAside')} {one.text}
        </Checkbox>
      ))}
      <Select
        label={t('ui.matrix.resolution')}
        value={resolution}
        onChange={setResolution}
        choices={RESOLUTIONS.map((value) => ({
          value,
          label: t(`ui.matrix.resolutions.${value}`),
        }))}
      />
      <SignFields signing={signing} withSecond onSubmit={() => undefined} />
    </CommandDialog>
  );
}

function evidenceOf(
  matrix: Matrix,
  t: TFunction<'laboratory'>,
): readonly { id: string; text: string }[] {
  const readings = matrix.tests
    .filter((test) => test.kind === 'abo' || test.kind === 'rhd')
    .filter((test) => test.state === 'unqualified')
    .flatMap((test) =>
      test.readings
        .filter((reading) => !reading.superseded)
        .map((reading) => ({
          id: reading.resultId,
          text: `${test.test} ${codeWord(['laboratory:values'], reading.value)} · ${reading.lot} · ${reading.readers.join('、')}`,
        })),
    );
  const history = matrix.history.map((row) => ({
    id: row.id,
    text: t('ui.matrix.history0', { abo: `${row.abo} ${row.rhd}`, source: row.source }),
  }));
  const prick =
    matrix.fingerPrick === null
      ? []
      : [{ id: 'fingerPrick', text: t('ui.matrix.fingerPrick', { abo: matrix.fingerPrick }) }];
  return [...readings, ...history, ...prick];
}
