import { Component, type ErrorInfo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/states.tsx';
import styles from './shell.module.css';

type State = { incident: string | undefined };

function Broken(props: { incident: string; onReopen: () => void }): ReactElement {
  const { t } = useTranslation('app');
  return (
    <div className={styles['boundary']}>
      <ErrorState
        title={t('error.title')}
        safe={t('error.safe')}
        todo={t('error.todo')}
        code={props.incident}
        actions={<Button onPress={props.onReopen}>{t('error.reopen')}</Button>}
      />
    </div>
  );
}

/** Keeps a broken screen from taking the frame with it: alarms and running chairs stay visible. */
export class ScreenBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { incident: undefined };

  static getDerivedStateFromError(): State {
    return { incident: crypto.randomUUID().slice(0, 8).toUpperCase() };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // Name and component stack only: a message may quote what was typed.
    console.error('screen failed', error.name, info.componentStack);
  }

  override render(): ReactNode {
    const { incident } = this.state;
    if (incident === undefined) return this.props.children;
    return <Broken incident={incident} onReopen={() => this.setState({ incident: undefined })} />;
  }
}
