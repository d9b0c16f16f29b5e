import type { StateReader } from '../../contract/rows.ts';
import { localDateOf } from '../../kernel/civil-date.ts';
import { donorMayTakeNumber } from '../donors/facts.ts';
import type { Bilingual, RuleVerdict } from '../rulesets/model.ts';
import { passes } from '../rulesets/screening.ts';
import type { VisitDecisionRow, VisitRow } from './model.ts';
import { judgeVisit } from './screening.ts';
import { isPast } from './steps.ts';
import { decisionOf } from './subject.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** Before the site's own zone is known. */
const DEFAULT_ZONE = 'Asia/Shanghai';

function gate(
  ruleId: string,
  item: Bilingual,
  limit: Bilingual,
  met: boolean,
  input: Bilingual,
): RuleVerdict {
  return {
    ruleId,
    clause: '站点规则',
    item,
    input,
    replaced: [],
    limit,
    verdict: met ? 'met' : 'notMet',
    overridableBy: null,
  };
}

/**
 * May this visit take a donation number now (INV-05, INV-07, INV-08)? Every verdict must be met or not
 * applicable: the visit is open and of today, every step is done, a physician signed “eligible” today,
 * no look-alike is undecided, and all rules judged afresh hold or were overridden in that decision.
 */
export function eligibilityForNumber(
  read: StateReader,
  visitId: string,
  now: string,
): readonly RuleVerdict[] {
  const zone = read.all('site')[0]?.zone ?? DEFAULT_ZONE;
  const today = localDateOf(now, zone);
  const visit = read.get('visit', visitId);
  const decision = visit && decisionOf(read, visitId);
  const gates = [
    visitGate(visit, today),
    decisionGate(decision, today),
    lookAlikeGate(read, visit),
  ];
  if (!visit || !decision) return gates;
  const judged = judgeVisit(
    read,
    visit,
    { now, today, zone },
    {
      donationType: decision.donationType ?? undefined,
      targetMl: decision.targetMl ?? undefined,
      examined: examinedIn(decision),
    },
  );
  return [...gates, ...judged.rules.map((rule) => withOverride(rule.verdict, decision))];
}

function visitGate(visit: VisitRow | undefined, today: string): RuleVerdict {
  const met =
    visit !== undefined &&
    visit.state === 'open' &&
    visit.localDate === today &&
    isPast(visit, 'decision');
  return gate(
    'SITE-VISIT',
    both('本次到站', 'This visit'),
    both('今天，各步已完成', 'today, every step done'),
    met,
    visit
      ? both(
          `${visit.localDate}，${visit.state}·${visit.step}`,
          `${visit.localDate}, ${visit.state}·${visit.step}`,
        )
      : both('没有到站记录', 'no visit'),
  );
}

function decisionGate(decision: VisitDecisionRow | undefined, today: string): RuleVerdict {
  const met = decision?.verdict === 'eligible' && decision.localDate === today;
  return gate(
    'SITE-DECISION',
    both('医生结论', 'Physician’s decision'),
    both('当日签署，合格', 'signed the same day, eligible'),
    met,
    decision
      ? both(
          `${decision.localDate} ${decision.signedName}：${decision.verdict === 'eligible' ? '合格' : '未合格'}`,
          `${decision.localDate} ${decision.signedName}: ${decision.verdict}`,
        )
      : both('未签署', 'not signed'),
  );
}

function lookAlikeGate(read: StateReader, visit: VisitRow | undefined): RuleVerdict {
  const met = visit !== undefined && donorMayTakeNumber(read, visit.donorId);
  return gate(
    'SITE-LOOKALIKE',
    both('相似档案', 'Look-alikes'),
    both('全部已判定', 'all decided'),
    met,
    met ? both('无待判定', 'none undecided') : both('有待判定', 'undecided'),
  );
}

/** What the physician saw sound stays seen for the day of her decision. */
function examinedIn(decision: VisitDecisionRow): readonly string[] {
  return decision.rules.filter((rule) => rule.verdict === 'met').map((rule) => rule.ruleId);
}

function withOverride(verdict: RuleVerdict, decision: VisitDecisionRow): RuleVerdict {
  const override = decision.overrides.find((each) => each.ruleId === verdict.ruleId);
  if (passes(verdict) || !override || verdict.overridableBy === null) return verdict;
  const { zh, en } = verdict.input;
  return {
    ...verdict,
    verdict: 'met',
    input: both(`${zh}（医生放行：${override.reason}）`, `${en} (cleared: ${override.reason})`),
  };
}
