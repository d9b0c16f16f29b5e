import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { dateText } from '#renderer/app/clock.ts';
import { useMay } from '#renderer/app/may.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './donors.module.css';
import { pictureOf } from './portrait.ts';

type Photo = OutputOf<'donors.showPhoto'>;

/** Opens the donor's photo to compare her with it; every look is written down. */
export function PhotoLook(props: { donorId: string; name: string }): ReactElement | null {
  const { t } = useTranslation('donors');
  const may = useMay('donors.showPhoto');
  const { act, outcome, busy } = useAct('donors.showPhoto');
  const [photo, setPhoto] = useState<Photo | undefined>(undefined);
  const { donorId, name } = props;
  if (!may) return null;
  const look = async (): Promise<void> => setPhoto(await act({ donorId }));
  return (
    <Stack gap="small">
      <Button busy={busy} onPress={() => void look()}>
        {t('photo.look')}
      </Button>
      <OutcomePanel outcome={outcome} />
      {photo ? <PhotoDialog photo={photo} name={name} onDone={() => setPhoto(undefined)} /> : null}
    </Stack>
  );
}

function PhotoDialog(props: { photo: Photo; name: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const zone = useStation((state) => state.zone);
  const { photo, name, onDone } = props;
  const url = usePicture(photo.image);
  const on = dateText(Date.parse(photo.takenAt), zone);
  return (
    <Dialog
      open
      title={t('photo.title', { name })}
      stay={{ label: t('photo.same'), onPress: onDone }}
    >
      <Stack>
        {url === undefined ? null : (
          <img className={styles['photo']} src={url} alt={t('photo.image')} />
        )}
        <p>{t(`photo.${photo.source}`, { on })}</p>
        <p>{t('photo.lead')}</p>
      </Stack>
    </Dialog>
  );
}

/** An address of the picture for as long as it is shown. */
function usePicture(image: string): string | undefined {
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(pictureOf(image));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [image]);
  return url;
}
