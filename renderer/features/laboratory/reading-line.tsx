import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useMoment } from './words.ts';

type Reading = OutputOf<'laboratory.matrix'>['tests'][number]['readings'][number];

/** One reading with its evidence; a corrected one stays and says so. */
export function ReadingLine(props: { reading: Reading; onCorrect: () => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const moment = useMoment();
  const { reading } = props;
  const who = reading.fromDevice ? t('ui.matrix.device') : reading.readers.join('、');
  const words = [
    codeWord(['laboratory:values'], reading.value),
    [reading.figure, reading.unit].filter((part) => part !== '').join(' '),
    reading.lot,
    who,
    moment(reading.at),
  ].filter((part) => part !== '');
  return (
    <Row align="between">
      <span>
        {reading.superseded ? <s>{words.join(' · ')}</s> : words.join(' · ')}{' '}
        {reading.superseded ? t('ui.matrix.superseded') : ''}
        {reading.conflict ? ` ${t('ui.matrix.conflict')}` : ''}
      </span>
      <Row>
        {reading.standing === 'valid' ? null : (
          <StatusTag kind={reading.standing === 'pending' ? 'waiting' : 'stop'}>
            {t(`ui.matrix.standing.${reading.standing}`)}
          </StatusTag>
        )}
        {reading.superseded ? null : (
          <Button look="quiet" onPress={props.onCorrect}>
            {t('ui.matrix.correct')}
          </Button>
        )}
      </Row>
    </Row>
  );
}
