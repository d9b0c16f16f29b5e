import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';

/**
 * A button that reads a text to the donor; nothing where this machine has no voice of its own for the
 * language. Voices that work over the network are never used: what is asked here leaves no machine.
 */
export function ReadAloud({ text }: { text: string }): ReactElement | null {
  const { t, i18n } = useTranslation('kiosk');
  const voice = useLocalVoice(i18n.language);
  const [isReading, setReading] = useState(false);
  useEffect(() => () => window.speechSynthesis.cancel(), []);
  if (voice === undefined) return null;
  const stop = (): void => {
    window.speechSynthesis.cancel();
    setReading(false);
  };
  const read = (): void => {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.onend = spoken.onerror = () => setReading(false);
    window.speechSynthesis.speak(spoken);
    setReading(true);
  };
  return (
    <Button look="quiet" onPress={isReading ? stop : read}>
      {t(isReading ? 'readAloud.stop' : 'readAloud.read')}
    </Button>
  );
}

/** A voice of the machine itself; the list of them may come late. */
function useLocalVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    const { speechSynthesis } = window;
    const look = (): void => setVoices(speechSynthesis.getVoices());
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, []);
  const [wanted = ''] = language.split('-');
  return voices.find((voice) => voice.localService && voice.lang.startsWith(wanted));
}
