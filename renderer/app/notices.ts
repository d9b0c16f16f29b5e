import { create } from 'zustand';
import type { VerdictKind } from '#renderer/ui/verdict.tsx';

export type Notice = { id: number; kind: VerdictKind; text: string };

/** The newest short confirmation that is not a scan's: 已存 14:05:12，记录 4711. */
export const useNotice = create<{ notice: Notice | undefined }>(() => ({ notice: undefined }));

let count = 0;

/** Shows a single result beside the action; lasting conditions are banners instead. */
export function announce(kind: VerdictKind, text: string): void {
  count += 1;
  useNotice.setState({ notice: { id: count, kind, text } });
}
