import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { announce } from '#renderer/app/notices.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Checkbox, Segmented } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { DEFER_MARKERS, DEFER_REASONS } from '#shared/features/donors/words.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { useProgrammes } from '../rulesets/programmes.ts';
import type { DonorFile } from './file.tsx';

const KINDS = ['temporary', 'permanent'] as const;
type Marker = 'none' | (typeof DEFER_MARKERS)[number];
const EVERY = 'every';

/** Defers a donor outside a visit: what came later, the physician's word, the outside register. */
export function DeferDialog(props: { file: DonorFile; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId, name, number } = props.file.summary;
  const { act, outcome, busy } = useAct('donors.defer');
  const { programmes } = useProgrammes();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('temporary');
  const [code, setCode] = useState<(typeof DEFER_REASONS)[number] | undefined>(undefined);
  const [until, setUntil] = useState<CivilDate | undefined>(undefined);
  const [hidden, setHidden] = useState(false);
  const [marker, setMarker] = useState<Marker>('none');
  const [programme, setProgramme] = useState(EVERY);
  const [why, setWhy] = useState('');
  const missing =
    code === undefined ? t('defer.reason') : why.trim() === '' ? t('defer.why') : undefined;
  const save = async (): Promise<void> => {
    if (code === undefined) return;
    const last = kind === 'permanent' ? null : (until ?? null);
    const done = await act(
      {
        donorId,
        kind,
        code,
        marker: marker === 'none' ? null : marker,
        programme: programme === EVERY ? null : programme,
        until: last,
        hidden,
        why,
      },
      { expects: { [donorId]: props.file.version } },
    );
    if (done === undefined) return;
    announce('ok', t('defer.done'));
    props.onDone();
  };
  return (
    <CommandDialog
      wide
      title={t('defer.title', { name, number })}
      stay={{ label: t('cancel'), onPress: props.onDone }}
      command={{ outcome, busy }}
      act={{
        label: t('defer.action'),
        onPress: () => void save(),
        disabledReason: missing,
      }}
    >
      <Segmented
        label={t('defer.reason')}
        value={code}
        onChange={setCode}
        choices={DEFER_REASONS.map((value) => ({ value, label: t(`deferReasons.${value}`) }))}
      />
      {code === 'lateInformation' ? <Banner tone="warn" title={t('defer.units')} /> : null}
      <Segmented
        label={t('defer.kind')}
        value={kind}
        onChange={setKind}
        choices={KINDS.map((value) => ({ value, label: t(`defer.${value}`) }))}
      />
      {kind === 'temporary' ? (
        <DateSegments
          label={t('defer.until')}
          hint={t('defer.untilHint')}
          value={until}
          onChange={setUntil}
        />
      ) : null}
      <Row columns={2}>
        <Select<Marker>
          label={t('defer.marker')}
          value={marker}
          onChange={setMarker}
          choices={[
            { value: 'none', label: t('defer.noMarker') },
            ...DEFER_MARKERS.map((value) => ({ value, label: t(`defer.markers.${value}`) })),
          ]}
        />
        <Select
          label={t('defer.programme')}
          value={programme}
          onChange={setProgramme}
          choices={[
            { value: EVERY, label: t('defer.everyProgramme') },
            ...programmes.map((each) => ({
              value: each.programme,
              label: t('defer.only', { programme: each.name }),
            })),
          ]}
        />
      </Row>
      <TextField label={t('defer.why')} value={why} onChange={setWhy} />
      <Checkbox checked={hidden || marker !== 'none'} onChange={setHidden}>
        {t('defer.hidden')}
      </Checkbox>
    </CommandDialog>
  );
}
