import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { SecondPerson } from '#renderer/features/collection/second-person.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import type { Bag } from './use-bag.ts';

/** All sealed bags go to one person, who proves herself. */
export function HandOverBags(props: { bags: readonly Bag[] }): ReactElement {
  const { t } = useTranslation('waste');
  const { bags } = props;
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const give = useAnnouncedAct('waste.handOverBags', (given) => t('handOverDone', given), close);
  const grams = bags.reduce((sum, bag) => sum + (bag.grams ?? 0), 0);
  const label = t('handOver', { count: bags.length, grams });
  const bagIds = bags.map(({ bagId }) => bagId);
  return (
    <>
      <Button
        look="primary"
        wide
        disabledReason={bags.length === 0 ? t('handOverNone') : undefined}
        onPress={() => setOpen(true)}
      >
        {label}
      </Button>
      {open ? (
        <Dialog
          open
          focusInside
          title={t('handOverTitle')}
          stay={{ label: t('stay'), onPress: close }}
        >
          <Stack>
            <p>{t('handOverText')}</p>
            <SecondPerson
              label={label}
              who={t('column.takenBy')}
              busy={give.busy}
              onProof={(second) => give.run({ bagIds }, { proof: { second } })}
            />
            <OutcomePanel outcome={give.outcome} />
          </Stack>
        </Dialog>
      ) : null}
    </>
  );
}
