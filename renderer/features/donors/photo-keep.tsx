import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useMay } from '#renderer/app/may.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { maskDocument } from '#shared/features/donors/mask.ts';
import type { DonorFile } from './file.tsx';
import { PhotoLook } from './photo-look.tsx';
import { portraitOf } from './portrait.ts';
import { useReadDocument } from './read-card.ts';

/** The donor's photo: to compare her with, and to keep anew from her card or from a file. */
export function DonorPhoto(props: { file: DonorFile }): ReactElement {
  const { donorId, name } = props.file.summary;
  const may = useMay('donors.keepPhoto');
  return (
    <Stack gap="small">
      <PhotoLook donorId={donorId} name={name} />
      {may ? <KeepPhoto file={props.file} /> : null}
    </Stack>
  );
}

function KeepPhoto(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId, documentMasked } = props.file.summary;
  const { act, outcome, busy } = useAct('donors.keepPhoto');
  const [isUnreadable, setUnreadable] = useState(false);
  const { card, photo } = useReadDocument();
  const isHers = card !== undefined && maskDocument(card.number) === documentMasked;
  const keep = async (source: 'card' | 'file', image: string): Promise<void> => {
    const kept = await act({ donorId, source, image });
    if (kept !== undefined) announce('ok', t('photo.kept'));
  };
  const fromFile = async (file: File): Promise<void> => {
    const image = await portraitOf(file);
    setUnreadable(image === undefined);
    if (image !== undefined) await keep('file', image);
  };
  return (
    <>
      {isHers && photo !== undefined ? (
        <Button busy={busy} onPress={() => void keep('card', photo)}>
          {t('photo.takeCard')}
        </Button>
      ) : null}
      <FileButton
        label={t('photo.add')}
        types={['image/jpeg', 'image/png']}
        busy={busy}
        onFile={(file) => void fromFile(file)}
      />
      {isUnreadable ? <Banner tone="warn" title={t('photo.unreadable')} /> : null}
      <OutcomePanel outcome={outcome} />
    </>
  );
}
