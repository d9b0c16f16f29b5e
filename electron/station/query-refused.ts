import type { Reason } from '#shared/kernel/decision.ts';

/** Thrown by a query about something that is not there; the caller is refused with the reason. */
export class QueryRefused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.code);
    this.reason = reason;
  }
}
