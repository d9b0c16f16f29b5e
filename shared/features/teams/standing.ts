import type { Role } from '../../contract/roles.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { personRecords } from '../donors/facts.ts';
import { mayContact } from '../donors/privacy.ts';
import { type Outlook, outlookOn } from '../rulesets/outlook.ts';
import { packsInForce, programmesOf, standingFacts } from '../visits/standing.ts';
import type { Team } from './model.ts';

/** Who asks about a team, for which kind of donation and day. */
export interface TeamQuestion {
  readonly team: Team;
  readonly donationType: string;
  readonly on: CivilDate;
  readonly roles: readonly Role[];
  readonly zone: string;
}

/** A member as the rules have her on a day: one line a human, whatever records she has. */
export interface MemberStanding {
  readonly donorId: string;
  readonly verdict: 'eligible' | 'later' | 'no' | 'noRules';
  /** First day on which the rules let her come; null where none is known. */
  readonly from: string | null;
  readonly mayContact: boolean;
}

/** Every member of a team with her next day by the same rules as at the door. */
export function teamStanding(read: StateReader, asked: TeamQuestion): readonly MemberStanding[] {
  const packs = packsInForce(read, asked.on);
  const offerings = programmesOf(packs, asked.donationType);
  return membersOf(read, asked.team).map((donorId) => {
    const asker = { donorId, roles: asked.roles, zone: asked.zone };
    const [best] = offerings
      .map(({ programme }) => standingFacts(read, asker, programme, asked.donationType))
      .map((facts) => outlookOn(facts, asked.on))
      .toSorted(soonestFirst);
    const { verdict, from } = best ?? { verdict: 'noRules', from: null };
    return { donorId, verdict, from, mayContact: mayContact(read, donorId) };
  });
}

/** Of several programmes that take the kind, the one under which she may come first. */
function soonestFirst(a: Outlook, b: Outlook): number {
  const rank = ({ verdict }: Outlook) => SOONEST.indexOf(verdict);
  const days = ({ from }: Outlook) => from ?? '';
  return rank(a) - rank(b) || days(a).localeCompare(days(b));
}

const SOONEST: readonly Outlook['verdict'][] = ['eligible', 'later', 'no', 'noRules'];

/** Whom a call-out may ring up today: eligible, and she agreed to be contacted. */
export function callable(read: StateReader, asked: TeamQuestion): readonly MemberStanding[] {
  return teamStanding(read, asked).filter(
    (member) => member.verdict === 'eligible' && member.mayContact,
  );
}

/** One record of each human in a team: what any of her records last said counts. */
function membersOf(read: StateReader, team: Team): readonly string[] {
  const people = new Map<string, string>();
  for (const { donorId } of read.by('teamMember', 'team', team)) {
    const donor = read.get('donor', donorId);
    if (donor && isMember(read, donorId, team)) people.set(donor.personKey, donorId);
  }
  return [...people.values()];
}

/** Whether the human behind a record belongs to a team: the newest word on any of her records. */
export function isMember(read: StateReader, donorId: string, team: Team): boolean {
  const newest = personRecords(read, donorId)
    .flatMap(({ id }) => read.get('teamMember', `${team}:${id}`) ?? [])
    .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))[0];
  return newest?.member === true;
}
