import type { StateReader } from '../../contract/rows.ts';
import { GENERAL_PROGRAMME, packFor } from '../rulesets/facts.ts';
import type { RulePack } from '../rulesets/model.ts';
import { numberParam } from '../rulesets/params.ts';

/** Figures that hold for every draw of the site, by the general pack; undefined where it is silent. */
export interface SiteRule {
  readonly drySeconds: number | undefined;
  readonly maxSticks: number | undefined;
  readonly runMinutes: number | undefined;
  readonly freezerMinutes: number | undefined;
  readonly answerMinutes: number | undefined;
  readonly restCheckMinutes: number | undefined;
  readonly callHours: number | undefined;
  readonly fewNumbers: number | undefined;
  readonly fewKits: number | undefined;
  readonly fewBlanks: number | undefined;
  readonly fewLabels: number | undefined;
}

/** The figures of the general pack in force on a date. */
export function siteRule(read: StateReader, on: string): SiteRule {
  const row = packFor(read, GENERAL_PROGRAMME, on);
  const pack: RulePack | undefined = row?.content;
  return {
    drySeconds: numberParam(pack, 'SITE-DRY', 'minSeconds'),
    maxSticks: numberParam(pack, 'SITE-STICKS', 'max'),
    runMinutes: numberParam(pack, 'SITE-RUNTIME', 'maxMinutes'),
    freezerMinutes: numberParam(pack, 'SITE-COLD', 'maxAgeMinutes'),
    answerMinutes: numberParam(pack, 'SITE-PHYSICIAN', 'withinMinutes'),
    restCheckMinutes: numberParam(pack, 'SITE-RESTCHECK', 'everyMinutes'),
    callHours: numberParam(pack, 'SITE-CALL', 'hours'),
    fewNumbers: numberParam(pack, 'SITE-SHORT', 'fewNumbers'),
    fewKits: numberParam(pack, 'SITE-SHORT', 'fewKits'),
    fewBlanks: numberParam(pack, 'SITE-SHORT', 'fewBlanks'),
    fewLabels: numberParam(pack, 'SITE-SHORT', 'fewLabels'),
  };
}
