import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSay } from '../visits/say.ts';
import type { VisitView } from '../visits/visit-screen.tsx';

type Form = NonNullable<NonNullable<OutputOf<'rulesets.forms'>>['questionnaire']>;
type Take = 'first' | 'second';
type Entry = NonNullable<VisitView['paper']>['differences'][number]['first'];

/** What two persons read differently on one paper, side by side; nothing is chosen beforehand. */
export function PaperCompare(props: { visit: VisitView; form: Form }): ReactElement {
  const { t } = useTranslation('kiosk');
  const say = useSay();
  const { visit, form } = props;
  const [takes, setTakes] = useState<Readonly<Record<string, Take>>>({});
  const { act, outcome, busy } = useAct('visits.settlePaper');
  const { entries = [], differences = [] } = visit.paper ?? {};
  const left = differences.filter(({ question }) => takes[question] === undefined).length;
  const typed = useEntryWords();
  const settle = async (): Promise<void> => {
    const chosen = differences.flatMap(({ question }) => {
      const take = takes[question];
      return take === undefined ? [] : [{ question, take }];
    });
    if ((await act({ visitId: visit.visitId, takes: chosen })) === undefined) return;
    announce('ok', t('staff.saved'));
    go(`/visits/${visit.visitId}`);
  };
  return (
    <Panes>
      <Pane title={t('paper.lead')} padded>
        <Stack gap="large">
          {differences.map(({ question, first, second }) => {
            const text = form.questions.find(({ id }) => id === question)?.text;
            return (
              <Segmented<Take>
                key={question}
                label={`${question} ${text === undefined ? '' : say(text)}`}
                value={takes[question]}
                onChange={(take) => setTakes({ ...takes, [question]: take })}
                choices={[
                  { value: 'first', label: typed(entries[0]?.by, first) },
                  { value: 'second', label: typed(entries[1]?.by, second) },
                ]}
              />
            );
          })}
        </Stack>
      </Pane>
      <SidePane
        title={t('staff.byPaper')}
        foot={
          <Button
            look="primary"
            wide
            busy={busy}
            disabledReason={left === 0 ? undefined : t('paper.left', { count: left })}
            onPress={() => void settle()}
          >
            {t('paper.settle')}
          </Button>
        }
      >
        <OutcomePanel outcome={outcome} />
        <p>{t('paper.both')}</p>
      </SidePane>
    </Panes>
  );
}

/** `李护士：是（布洛芬）`, or that she found the question not asked. */
function useEntryWords(): (by: string | undefined, entry: Entry) => string {
  const { t } = useTranslation(['kiosk', 'visits']);
  return (name = '', entry) => {
    const answer = t(`visits:questionnaire.${entry?.answer ?? 'notAsked'}`);
    const detail = entry?.detail ? `（${entry.detail}）` : '';
    return t('kiosk:paper.typed', { name, answer: `${answer}${detail}` });
  };
}
