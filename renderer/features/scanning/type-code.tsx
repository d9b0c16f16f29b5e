import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useClient } from '#renderer/app/operations.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import { scanRouter } from '#renderer/app/scan-router.ts';
import { useSession } from '#renderer/app/session.ts';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { ASKED_KINDS, SUBSTITUTES, typedProblem } from '#shared/codes/substitutes.ts';
import { TYPED_KINDS, WHY_TYPED, type WhyTyped } from '#shared/features/scanning/words.ts';

type AskedKind = (typeof ASKED_KINDS)[number];
type TypedKind = (typeof TYPED_KINDS)[number];

const OPEN_KEY = 'Ctrl+B';

/**
 * The way around a code that cannot be read, on every screen: for each kind what to do instead, and
 * where its print may be typed, a field whose text goes the way of a scan. It is counted.
 */
export function TypeCode(): ReactElement | null {
  const { t } = useTranslation('scanning');
  const [open, setOpen] = useState(false);
  const signedIn = useSession((state) => state.user !== undefined && !state.locked);
  useCommand(
    signedIn
      ? {
          id: 'scanning.unreadable',
          keys: OPEN_KEY,
          label: t('unreadable'),
          bar: true,
          run: () => setOpen(true),
        }
      : undefined,
  );
  return open && signedIn ? <TypeCodeDialog onClose={() => setOpen(false)} /> : null;
}

function isTyped(kind: AskedKind | undefined): kind is AskedKind & TypedKind {
  return TYPED_KINDS.some((each) => each === kind);
}

function TypeCodeDialog(props: { onClose: () => void }): ReactElement {
  const { t } = useTranslation(['scanning', 'codes']);
  const [kind, setKind] = useState<AskedKind>();
  const [why, setWhy] = useState<WhyTyped>();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const client = useClient();
  const use = async (): Promise<void> => {
    if (!isTyped(kind) || why === undefined) return;
    const found = typedProblem(kind, typed);
    if (found !== null) {
      const said =
        found === 'codes.otherKind'
          ? t('otherKind')
          : codeWord(['codes:problems'], found.replace('codes.', ''));
      return setProblem(said);
    }
    const screen = window.location.hash.split('/')[1] || 'start';
    const outcome = await client.command('scanning.noteTyped', { kind, why, screen });
    const refusal = outcome.status === 'refused' ? outcome.reasons[0]?.code : 'app.noAnswer';
    if (outcome.status !== 'ok')
      return setProblem(refusalText({ code: refusal ?? 'app.refused' }).title);
    props.onClose();
    // After the dialog is gone: an overlay would keep the reading from the step below.
    setTimeout(() => void scanRouter().accept(typed, { kind: 'typed', device: 'keyboard' }));
  };
  const ready = isTyped(kind) && why !== undefined && typed !== '';
  return (
    <Dialog
      open
      wide
      focusInside
      title={t('title')}
      stay={{ label: t('close'), onPress: props.onClose }}
      act={
        isTyped(kind)
          ? {
              label: t('use'),
              onPress: () => void use(),
              disabledReason: ready ? undefined : t('choose'),
            }
          : undefined
      }
    >
      <Stack gap="small">
        <Select
          label={t('kind')}
          placeholder={t('choose')}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setProblem(undefined);
          }}
          choices={ASKED_KINDS.map((value) => ({ value, label: t(`codes:kinds.${value}`) }))}
        />
        {kind === undefined ? null : <p role="status">{t(`ways.${SUBSTITUTES[kind]}`)}</p>}
        {isTyped(kind) ? (
          <>
            <TextField
              label={t('typed')}
              value={typed}
              onChange={(text) => {
                setTyped(text.trim());
                setProblem(undefined);
              }}
              error={problem}
              code
            />
            <Segmented
              label={t('why')}
              value={why}
              onChange={setWhy}
              choices={WHY_TYPED.map((value) => ({ value, label: t(`whys.${value}`) }))}
            />
            <p>{t('counted')}</p>
          </>
        ) : null}
      </Stack>
    </Dialog>
  );
}
