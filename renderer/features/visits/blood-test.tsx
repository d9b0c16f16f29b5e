import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import type { ScanHandler } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TakeReadings, useMetered } from '../equipment/metered.tsx';
import { useToldBy } from '../equipment/told-by.ts';
import { AssessmentCard } from './assessment-card.tsx';
import { measuredAt } from './measured-at.ts';
import type { PanelProps } from './visit-screen.tsx';
import styles from './visits.module.css';

const METERED = ['haemoglobinGramsPerLitre'] as const;
const GROUPS = ['A', 'B', 'O', 'AB'] as const;

/** Finger-prick test with its strip lot; the group is never confirmed by it. */
export function BloodTestPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const { bloodTest } = visit;
  const toldBy = useToldBy();
  return (
    <Panes>
      <Pane title={t('bloodTest.title')} padded>
        {bloodTest === null ? null : (
          <StatusTag kind="ok">
            {bloodTest.haemoglobinGramsPerLitre} g/L · {bloodTest.abo} ({t('fingerPrick')}) ·{' '}
            {bloodTest.stripLot} · {bloodTest.by} {toldBy(bloodTest.sources)}
          </StatusTag>
        )}
        <BloodTestForm visit={visit} />
      </Pane>
      <SidePane title={t('assessment.title')}>
        <AssessmentCard visit={visit} />
      </SidePane>
    </Panes>
  );
}

function BloodTestForm(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visitId, lots } = props.visit;
  const metered = useMetered(METERED, measuredAt(props.visit));
  const [grams, setGrams] = useState<number | undefined>(undefined);
  const [abo, setAbo] = useState<(typeof GROUPS)[number] | undefined>(undefined);
  const [lotId, setLotId] = useState<string | undefined>(
    lots.length === 1 ? lots[0]?.lotId : undefined,
  );
  const { act, outcome, busy } = useAct('visits.testBlood');
  const onScan: ScanHandler = (scan) => {
    const read = scan.tokens.flatMap((token) => {
      if (token.kind === 'supply') return token.lot === null ? [] : [token.lot];
      return token.kind === 'lotSticker' ? [token.id] : [];
    });
    const lot = lots.find((each) => read.includes(each.lot) || read.includes(each.lotId));
    if (read.length === 0) return 'pass';
    if (lot === undefined)
      return { verdict: 'caution', text: t('refusals.visits.stripLot', { lot: read[0] }) };
    setLotId(lot.lotId);
    return { verdict: 'ok', text: `${lot.name} ${lot.lot}` };
  };
  useScan('step', onScan);
  const missing =
    grams === undefined
      ? t('bloodTest.haemoglobin')
      : abo === undefined
        ? t('bloodTest.abo')
        : lotId === undefined
          ? t('bloodTest.lot')
          : undefined;
  const save = (): void => {
    if (grams === undefined || abo === undefined || lotId === undefined) return;
    const figures = { haemoglobinGramsPerLitre: grams, abo, stripLotId: lotId };
    void act({ visitId, ...figures, ...metered.proof });
  };
  return (
    <Stack>
      <TakeReadings
        offered={metered.offered}
        onTake={() => setGrams(metered.take().haemoglobinGramsPerLitre)}
      />
      <NumberField
        label={t('bloodTest.haemoglobin')}
        unit="g/L"
        autoFocus
        value={grams}
        onChange={(value) => {
          metered.typed('haemoglobinGramsPerLitre');
          setGrams(value);
        }}
      />
      <Segmented
        label={t('bloodTest.abo')}
        choices={GROUPS.map((value) => ({ value, label: value }))}
        value={abo}
        onChange={setAbo}
      />
      <Select
        label={t('bloodTest.lot')}
        hint={lots.length === 0 ? t('bloodTest.noLots') : t('bloodTest.scanLot')}
        choices={lots.map((lot) => ({
          value: lot.lotId,
          label: `${lot.name} ${lot.lot} · ${t('bloodTest.expires', { date: lot.expires })}`,
        }))}
        value={lotId}
        onChange={setLotId}
      />
      <p className={styles['quiet']}>{t('fingerPrick')}</p>
      <OutcomePanel outcome={outcome} />
      <Row>
        <Button look="primary" busy={busy} disabledReason={missing} onPress={save}>
          {t('bloodTest.save')}
        </Button>
      </Row>
    </Stack>
  );
}
