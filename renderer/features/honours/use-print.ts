import type { CommandCall, Outcome } from '#renderer/app/client.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import type { PaperDetail, Printer } from './words.ts';

/** The donor said yes (where that is still open), then the paper goes to the printer's queue. */
export function usePrint(
  paper: PaperDetail,
  printer: Printer | undefined,
): {
  readonly print: (more?: { handWritten?: string[]; sheetUnused?: boolean }) => Promise<boolean>;
  readonly busy: boolean;
  readonly outcome: Outcome<unknown> | undefined;
} {
  const proofing = useStationCommand('honours.proofName');
  const printing = useStationCommand('honours.print');
  const { certificateId, name, state } = paper;
  return {
    print: async ({ handWritten = paper.handWritten, sheetUnused = false } = {}) => {
      if (printer === undefined) return false;
      if (state === 'ready' || state === 'proofed' || state === 'spoiled') {
        const call: CommandCall = { expects: { [certificateId]: paper.version } };
        const input = { certificateId, name, handWritten };
        const proofed = await proofing.mutateAsync({ input, call });
        if (proofed.status !== 'ok') return false;
      }
      const input = { certificateId, printerId: printer.deviceId, sheetUnused };
      return (await printing.mutateAsync({ input })).status === 'ok';
    },
    busy: proofing.isPending || printing.isPending,
    outcome: proofing.data?.status === 'ok' ? printing.data : (proofing.data ?? printing.data),
  };
}
