import type { ReactElement } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from './button.tsx';

/** Asks the operating system for one file of these media types. */
export function FileButton(props: {
  label: string;
  types: readonly string[];
  onFile: (file: File) => void;
  busy?: boolean;
}): ReactElement {
  return (
    <FileTrigger
      acceptedFileTypes={[...props.types]}
      onSelect={(files) => {
        const [file] = files ?? [];
        if (file !== undefined) props.onFile(file);
      }}
    >
      <Button busy={props.busy}>{props.label}</Button>
    </FileTrigger>
  );
}
