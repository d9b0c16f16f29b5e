import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { GROUP_SOURCES } from '#shared/features/donors/words.ts';
import { SecondFields, useSecond } from '../collection/second-person.tsx';
import type { DonorFile } from './file.tsx';

const ABO = ['A', 'B', 'O', 'AB'] as const;
const RHD = ['positive', 'negative'] as const;

/** Takes a group over from a hospital's or another site's paper, which two persons read. */
export function GroupDialog(props: { file: DonorFile; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId, name, number } = props.file.summary;
  const { act, outcome, busy } = useAct('donors.recordGroup');
  const [abo, setAbo] = useState<(typeof ABO)[number] | undefined>(undefined);
  const [rhd, setRhd] = useState<(typeof RHD)[number] | undefined>(undefined);
  const [source, setSource] = useState<(typeof GROUP_SOURCES)[number] | undefined>(undefined);
  const second = useSecond();
  const group = abo === undefined || rhd === undefined ? undefined : { abo, rhd };
  const missing =
    group === undefined
      ? `${t('group.abo')}、${t('group.rhd')}`
      : source === undefined
        ? t('group.source')
        : second.complete
          ? undefined
          : t('group.second');
  const save = async (): Promise<void> => {
    if (group === undefined || source === undefined || missing !== undefined) return;
    const done = await act({ donorId, ...group, source }, { proof: { second: second.take() } });
    if (done === undefined) return;
    announce('ok', t('group.done'));
    props.onDone();
  };
  return (
    <Dialog
      open
      wide
      title={t('group.title', { name, number })}
      stay={{ label: t('cancel'), onPress: props.onDone }}
      act={{ label: t('group.action'), onPress: () => void save(), busy, disabledReason: missing }}
    >
      <Stack>
        <p>{t('group.lead')}</p>
        <Row columns={2}>
          <Segmented
            label={t('group.abo')}
            value={abo}
            onChange={setAbo}
            choices={ABO.map((value) => ({ value, label: value }))}
          />
          <Segmented
            label={t('group.rhd')}
            value={rhd}
            onChange={setRhd}
            choices={RHD.map((value) => ({ value, label: t(`rhd.${value}`) }))}
          />
        </Row>
        <Segmented
          label={t('group.source')}
          value={source}
          onChange={setSource}
          choices={GROUP_SOURCES.map((value) => ({ value, label: t(`groupSources.${value}`) }))}
        />
        <Row columns={2}>
          <SecondFields
            second={second}
            layer="overlay"
            label={t('group.second')}
            pinLabel={t('group.secondPin')}
            onSubmit={() => void save()}
          />
        </Row>
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}
