import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { DRUGS } from '#shared/features/collection/reaction-words.ts';
import { INTERVENTIONS, STICK_CODES } from '#shared/features/collection/words.ts';
import styles from './collection.module.css';
import type { RunView } from './run-marks.ts';

type Part = { view: RunView; onDone: () => void };

/** What is done for the donor: an action, a further needle, or a drug by a physician's order. */
export function InterventionDialog({ view, onDone }: Part): ReactElement {
  const { t } = useTranslation('collection');
  const [what, setWhat] = useState<'act' | 'stick' | 'drug'>('act');
  const draws = view.state === 'running' && view.machineEndedAt === null;
  return (
    <Dialog open wide title={t('run.intervene')} stay={{ label: t('stay'), onPress: onDone }}>
      <Stack>
        <Segmented
          label={t('run.intervene')}
          value={what}
          onChange={setWhat}
          choices={(['act', 'stick', 'drug'] as const).map((value) => ({
            value,
            label: t(`draw.what.${value}`),
            disabled: value === 'stick' && !draws,
          }))}
        />
        {what === 'act' ? <ActForm view={view} onDone={onDone} /> : null}
        {what === 'stick' ? <StickForm view={view} onDone={onDone} /> : null}
        {what === 'drug' ? <DrugForm view={view} onDone={onDone} /> : null}
      </Stack>
    </Dialog>
  );
}

/** One tap an action; the lot on a bag of saline, scanned, records the bag that was given. */
function ActForm({ view, onDone }: Part): ReactElement {
  const { t } = useTranslation('collection');
  const { act, outcome } = useAct('collection.recordIntervention');
  const { din } = view;
  const isPaused = view.pausedAt !== null;
  const offered = INTERVENTIONS.filter((code) => code !== (isPaused ? 'pauseRun' : 'resumeRun'));
  useScan('overlay', async (scan) => {
    const kind = scan.tokens[0]?.kind;
    if (kind !== 'lotSticker' && kind !== 'supply') return 'pass';
    const lot = scan.aim === undefined ? scan.raw : `${scan.aim}${scan.raw}`;
    const given = await act({ din, code: 'saline', lot });
    if (given === undefined) return { verdict: 'caution', text: t('draw.scanLot') };
    onDone();
    return { verdict: 'ok', text: t('intervention.saline') };
  });
  const record = async (code: (typeof INTERVENTIONS)[number]): Promise<void> => {
    if ((await act({ din, code })) !== undefined) onDone();
  };
  return (
    <Stack>
      <p>{t('draw.scanLot')}</p>
      <div className={styles['choices']}>
        {offered.map((code) => (
          <Button key={code} onPress={() => void record(code)}>
            {t(`intervention.${code}`)}
          </Button>
        ))}
      </div>
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}

/** The needle once more: which arm, why. */
function StickForm({ view, onDone }: Part): ReactElement {
  const { t } = useTranslation('collection');
  const { act, outcome, busy } = useAct('collection.stickAgain');
  const [arm, setArm] = useState(view.arm === 'left' ? ('right' as const) : ('left' as const));
  const record = async (code: (typeof STICK_CODES)[number]): Promise<void> => {
    if ((await act({ din: view.din, arm, code })) !== undefined) onDone();
  };
  return (
    <Stack>
      <Segmented<'left' | 'right'>
        label={t('draw.stickArm')}
        value={arm}
        onChange={setArm}
        choices={(['left', 'right'] as const).map((value) => ({
          value,
          label: t(`setup.${value}`),
        }))}
      />
      <b>{t('draw.stickWhy')}</b>
      <div className={styles['choices']}>
        {STICK_CODES.map((code) => (
          <Button key={code} busy={busy} onPress={() => void record(code)}>
            {t(`react.stick.${code}`)}
          </Button>
        ))}
      </div>
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}

/** A drug, its dose, and the physician who ordered it. */
function DrugForm({ view, onDone }: Part): ReactElement {
  const { t } = useTranslation('collection');
  const { act, outcome, busy } = useAct('collection.giveDrug');
  const physicians = view.staff.filter((each) => each.physician);
  const [drug, setDrug] = useState<(typeof DRUGS)[number] | undefined>(undefined);
  const [dose, setDose] = useState('');
  const [orderedBy, setOrderedBy] = useState<string | undefined>(undefined);
  const missing = [
    drug === undefined ? t('draw.drug') : undefined,
    dose.trim() === '' ? t('draw.dose') : undefined,
    orderedBy === undefined ? t('draw.orderedBy') : undefined,
  ].filter((word) => word !== undefined);
  const record = async (): Promise<void> => {
    if (drug === undefined || orderedBy === undefined) return;
    const given = await act({ din: view.din, drug, dose: dose.trim(), orderedBy });
    if (given !== undefined) onDone();
  };
  return (
    <Stack>
      <p>{t('draw.orderRule')}</p>
      <Row columns={2}>
        <Select
          label={t('draw.drug')}
          value={drug}
          onChange={setDrug}
          choices={DRUGS.map((value) => ({ value, label: t(`react.drugName.${value}`) }))}
        />
        <Select
          label={t('draw.orderedBy')}
          value={orderedBy}
          onChange={setOrderedBy}
          choices={physicians.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
      </Row>
      <TextField label={t('draw.dose')} hint={t('draw.doseHint')} value={dose} onChange={setDose} />
      <Button
        look="primary"
        busy={busy}
        disabledReason={missing.length > 0 ? missing.join(' · ') : undefined}
        onPress={() => void record()}
      >
        {t('draw.drugSave')}
      </Button>
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}
