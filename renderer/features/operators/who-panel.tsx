import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands.ts';
import { useClient } from '#renderer/app/operations.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import { setLook, useSession } from '#renderer/app/session.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './cover.module.css';
import { holderOf, setWho, useCover } from './session-flow.ts';

/** Badge first; by name or typed badge number where there is no badge at hand. */
export function WhoPanel(): ReactElement {
  const { t } = useTranslation('signIn');
  const [byName, setByName] = useState(false);
  const why = useCover((state) => state.why);
  return (
    <>
      <div className={styles['scan']}>
        <Icon name="badge" size={48} stroke={1.25} />
        <h2>{t('who.scan')}</h2>
        <p className={styles['quiet']}>{t('who.scanNote')}</p>
      </div>
      {why === undefined ? null : (
        <Banner tone="warn" title={refusalText({ code: why }).title} code={why} />
      )}
      {byName ? <NameForm /> : <BadgeForm />}
      <CoverLinks byName={byName} onByName={setByName} />
    </>
  );
}

function BadgeForm(): ReactElement {
  const { t } = useTranslation('signIn');
  const client = useClient();
  const [badge, setBadge] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const submit = async (): Promise<void> => {
    const who = await holderOf(client, badge.trim());
    if (typeof who === 'string') setError(t(who));
    else setWho(who);
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (badge.trim() !== '') void submit();
      }}
    >
      <TextField
        label={t('who.badge')}
        value={badge}
        error={error}
        code
        onChange={(text) => {
          setBadge(text);
          setError(undefined);
        }}
      />
      <Button submit wide>
        {t('who.next')}
      </Button>
    </form>
  );
}

function NameForm(): ReactElement {
  const { t } = useTranslation('signIn');
  const [name, setName] = useState('');
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') setWho({ kind: 'name', name: name.trim() });
      }}
    >
      <TextField label={t('who.name')} value={name} onChange={setName} autoFocus />
      <Button submit wide>
        {t('who.next')}
      </Button>
    </form>
  );
}

/** Other ways in, help with a forgotten PIN, and the language, which must be there before sign-in. */
export function CoverLinks(props: {
  byName: boolean;
  onByName: (byName: boolean) => void;
}): ReactElement {
  const { t } = useTranslation(['signIn', 'app']);
  const language = useSession((state) => state.language);
  const [forgot, setForgot] = useState(false);
  return (
    <div className={styles['links']}>
      <Button look="quiet" onPress={() => props.onByName(!props.byName)}>
        {props.byName ? t('who.byBadge') : t('who.byName')}
      </Button>
      <Button look="quiet" onPress={() => setForgot(true)}>
        {t('forgot.link')}
      </Button>
      <Button look="quiet" keyCap="F1" onPress={() => runCommand('app.help')}>
        {t('app:keys.help')}
      </Button>
      <Button
        look="quiet"
        onPress={() => setLook({ language: language === 'en' ? 'zh-CN' : 'en' })}
      >
        {language === 'en' ? t('app:language.toChinese') : t('app:language.toEnglish')}
      </Button>
      <Dialog
        open={forgot}
        title={t('forgot.title')}
        stay={{ label: t('forgot.close'), onPress: () => setForgot(false) }}
      >
        <p>{t('forgot.text')}</p>
      </Dialog>
    </div>
  );
}
