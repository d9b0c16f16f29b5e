import { texts } from '#shared/features/rulesets/criteria/judged.ts';
import type { Bilingual, RuleRow, RuleVerdict } from '#shared/features/rulesets/model.ts';
import type { JudgedRule } from '#shared/features/rulesets/screening.ts';
import { listedReasons } from '#shared/features/visits/reasons.ts';
import { eligibleSentence } from '#shared/features/visits/rules/decide.ts';
import {
  donorText,
  type JudgedVisit,
  judgeVisit,
  retryDate,
  unmet,
} from '#shared/features/visits/screening.ts';
import type { QueryContext } from '../../station/handlers.ts';

interface Asked {
  readonly visitId: string;
  readonly donationType?: string | undefined;
  readonly targetMl?: number | undefined;
  readonly examined: readonly string[];
}

/** Every rule with clause, input, limit and verdict, judged now; null for an unknown visit. */
export function explanationOf(asked: Asked, ctx: QueryContext) {
  const visit = ctx.read.get('visit', asked.visitId);
  if (!visit) return null;
  const judged = judgeVisit(ctx.read, visit, ctx, asked);
  const broken = unmet(judged.rules);
  return {
    judgedAt: ctx.now,
    packs: judged.packs.map((row) => ({
      title: row.content.title,
      revision: row.revision,
      demo: row.demo,
      hash: row.id,
    })),
    rules: judged.rules.map(({ row, verdict }) => ({
      ...verdict,
      stage: row.stage,
      attested: row.criterion === 'attestedByPhysician',
    })),
    unmet: broken.map((rule) => rule.verdict.ruleId),
    counts: countsOf(judged),
    nextOn: retryDate(broken) ?? null,
    donorSentence: sentenceFor(asked, judged, broken),
    reasons: listedReasons(judged, visit.localDate)
      .map(reasonOut(broken))
      .sort((a, b) => Number(b.fits) - Number(a.fits))
      .map(({ fits: _fits, ...reason }) => reason),
  };
}

function countsOf(judged: JudgedVisit): Record<RuleVerdict['verdict'], number> {
  const counts = { met: 0, notMet: 0, missing: 0, notApplicable: 0, caution: 0 };
  for (const { verdict } of judged.rules) counts[verdict.verdict] += 1;
  return counts;
}

const UNFINISHED: Bilingual = {
  zh: '今天的检查还没有做完，请您稍候，谢谢您。',
  en: 'The checks are not finished yet. Please wait a little, and thank you.',
};

/** What is only missing yet says nothing against the donor. */
function sentenceFor(asked: Asked, judged: JudgedVisit, broken: readonly JudgedRule[]): Bilingual {
  const against = broken.filter((rule) => rule.verdict.verdict !== 'missing');
  const kind = donorText(against);
  if (kind) return kind;
  if (broken.length > 0) return UNFINISHED;
  return eligibleSentence(asked.targetMl ?? 0, judged);
}

/** A listed reason, and whether a broken rule (a flagged answer) points at it: those come first. */
function reasonOut(broken: readonly JudgedRule[]) {
  const fitting = new Set(broken.flatMap(({ row }) => texts(row, 'reasons')));
  return ({ id: code, item, limit, params }: RuleRow) => ({
    code,
    item,
    limit,
    kind: params['kind'] === 'permanent' ? 'permanent' : 'temporary',
    fits: fitting.has(code),
  });
}
