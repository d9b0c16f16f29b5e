import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandCall, Outcome } from '#renderer/app/client.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { OutputOf, SentOf } from '#shared/contract/index.ts';
import { documentKind } from '#shared/features/donors/contract.ts';
import type { DocumentKind } from '#shared/features/donors/model.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { SecondFields, useSecond } from '../collection/second-person.tsx';
import { useSide } from '../laboratory/words.ts';
import type { DonorFile } from './file.tsx';

type Expired = NonNullable<OutputOf<'visits.current'>['expired']>;
type Instead = NonNullable<SentOf<'visits.checkIn'>['instead']>;

/** A document out of date: the donor's sentence, the new document, or what the rules let stand for it. */
export function ExpiredDocumentDialog(props: {
  file: DonorFile;
  expired: Expired;
  outcome: Outcome<unknown> | undefined;
  busy: boolean;
  onStay: () => void;
  onIdentified: (instead: Instead, call: CommandCall) => Promise<void>;
}): ReactElement {
  const { t } = useTranslation(['visits', 'donors']);
  const side = useSide();
  const { file, expired, onIdentified } = props;
  const [way, setWay] = useState<Instead['by']>();
  const [kind, setKind] = useState<DocumentKind>();
  const [until, setUntil] = useState<CivilDate>();
  const second = useSecond();
  const missing =
    way === undefined
      ? t('document.missing.how')
      : way === 'secondDocument' && kind === undefined
        ? t('document.missing.kind')
        : way === 'secondPerson' && !second.complete
          ? t('document.missing.second')
          : undefined;
  const receive = async (): Promise<void> => {
    if (missing !== undefined) return;
    if (way === 'secondPerson')
      await onIdentified({ by: way }, { proof: { second: second.take() } });
    else if (kind !== undefined)
      await onIdentified({ by: 'secondDocument', kind, until: until ?? null }, {});
  };
  const kinds = documentKind.options.filter((each) => each !== file.documentKind);
  return (
    <Dialog
      open
      wide
      title={t('document.title', { until: expired.until })}
      stay={{ label: t('document.later'), onPress: props.onStay }}
      {...(expired.ways.length === 0
        ? {}
        : {
            act: {
              label: t('document.act'),
              onPress: () => void receive(),
              busy: props.busy,
              ...(missing === undefined ? {} : { disabledReason: missing }),
            },
          })}
    >
      <Stack>
        {expired.donorText === null ? null : (
          <Banner tone="info" title={`${t('document.say')}${side(expired.donorText)}`} />
        )}
        <Row>
          <Button onPress={() => go(`/donors/${file.summary.donorId}/amend`)}>
            {t('document.newCard')}
          </Button>
        </Row>
        {expired.ways.length === 0 ? (
          <p>{t('document.none')}</p>
        ) : (
          <RadioGroup<Instead['by']>
            label={t('document.how')}
            value={way}
            onChange={setWay}
            choices={expired.ways.map((value) => ({ value, label: t(`document.ways.${value}`) }))}
          />
        )}
        {way === 'secondDocument' ? (
          <Row columns={2}>
            <Select<DocumentKind>
              label={t('document.kind')}
              value={kind}
              onChange={setKind}
              choices={kinds.map((value) => ({ value, label: t(`donors:documentKinds.${value}`) }))}
            />
            <DateSegments label={t('document.until')} value={until} onChange={setUntil} />
          </Row>
        ) : null}
        {way === 'secondPerson' ? (
          <Row columns={2}>
            <SecondFields
              second={second}
              layer="overlay"
              label={t('document.second')}
              pinLabel={t('document.secondPin')}
              onSubmit={() => void receive()}
            />
          </Row>
        ) : null}
        <OutcomePanel outcome={props.outcome} />
      </Stack>
    </Dialog>
  );
}
