import i18next from 'i18next';
import type { Scan } from './scan.ts';

/** Sentence for a reading that nobody wanted or that may not be used. */
export function explainScan(scan: Scan): string {
  switch (scan.problem) {
    case null:
      return i18next.t('scan.unwanted');
    case 'scan.ime':
    case 'codes.imeFullWidth':
    case 'codes.imeProcess':
      return i18next.t('scan.ime');
    case 'scan.partial':
      return i18next.t('scan.partial');
    case 'scan.tooLong':
      return i18next.t('scan.tooLong');
    default:
      return i18next.t('scan.unreadable', { code: scan.problem });
  }
}
