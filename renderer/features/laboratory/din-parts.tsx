import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan } from '#renderer/app/scan/scan.ts';
import { Code } from '#renderer/ui/code.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { classify } from '#shared/codes/classify.ts';
import { dinCheckCharacter, printDin } from '#shared/codes/din.ts';
import { isTestNumber, tubeOfPayload } from '#shared/codes/test-number.ts';

/** A donation number, or the number of a sample without one, as people compare it, with its boxed check character. */
export function DinCode(props: { din: string; strong?: boolean }): ReactElement {
  if (isTestNumber(props.din)) return <Code strong={props.strong}>{props.din}</Code>;
  return (
    <Code check={dinCheckCharacter(props.din)} strong={props.strong}>
      {printDin(props.din)}
    </Code>
  );
}

/** What a container's code says: the number and, when scanned, which container it sits on. */
export type ContainerRead = { readonly din: string; readonly flags: string | null };

/** The container of a scan; undefined for every other code. */
export function containerOf(scan: Pick<Scan, 'tokens' | 'problem'>): ContainerRead | undefined {
  const [token] = scan.tokens;
  if (scan.problem !== null) return undefined;
  if (token?.kind === 'testSample') return testTubeOf(token.id);
  return token?.kind === 'din' ? { din: token.din, flags: token.flags } : undefined;
}

/** The tube of a sample without a donation, as if its number carried flags. */
function testTubeOf(payload: string): ContainerRead | undefined {
  const tube = tubeOfPayload(payload);
  const flags = Object.keys(TUBE_FLAGS).find((one) => TUBE_FLAGS[one] === tube?.tube);
  return tube && { din: tube.number, flags: flags ?? null };
}

const TUBE_FLAGS: Readonly<Record<string, string>> = {
  '06': 'group',
  '07': 'serology',
  '09': 'nat',
  '15': 'retention',
};

/** The kind of tube that flags name; undefined for a bag or a sheet. */
export function tubeKindOf(flags: string | null): string | undefined {
  return flags === null ? undefined : TUBE_FLAGS[flags];
}

/** A number typed with its check character where there is no scanner; Enter takes it. */
export function DinField(props: { onDin: (read: ContainerRead) => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  const submit = (): void => {
    const read = containerOf(classify(text.trim()));
    setBad(read === undefined);
    if (read === undefined) return;
    setText('');
    props.onDin(read);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t('ui.find.label')}
        hint={t('ui.find.hint')}
        error={bad ? t('ui.find.hint') : undefined}
        value={text}
        onChange={setText}
        code
      />
    </form>
  );
}
