import type { Card, Part } from '../card.ts';
import type { LocalDate } from '../time.ts';
import { shortDate } from './clock-words.ts';
import { action, counted, listed, muted, note, text } from './parts.ts';

export interface TeamPlanFacts {
  readonly isDone: boolean;
  readonly monday: LocalDate | null;
  /** Sums only: who has how much is each therapist's own. */
  readonly therapists: number;
  readonly sessions: number;
  readonly unplaced: number;
  /** Whose classes they come into. */
  readonly schools: readonly string[];
}

/** More names than this and nobody reads them. */
const MOST_SCHOOLS = 3;

/** "Maple Street, Oak Hill, Pine Hill and 4 more schools"; a coordinator of one knows which. */
const schoolsWords = (schools: readonly string[]): string => {
  const more = schools.length - MOST_SCHOOLS;
  const named = schools.slice(0, MOST_SCHOOLS);
  return listed(more > 0 ? [...named, counted(more, 'more school', 'more schools')] : named);
};

const inSchools = (schools: readonly string[]): Part[] =>
  schools.length < 2 ? [] : [text(`All who come into classes of ${schoolsWords(schools)}.`)];

/** "4,430". */
const thousands = (count: number): string => count.toLocaleString('en-US');

/** For the coordinator who asked: that it is planned, and where it goes from here. */
export const teamPlanCard = (facts: TeamPlanFacts): Card => {
  const { isDone, monday, therapists, sessions, unplaced, schools } = facts;
  if (!isDone)
    return {
      kind: 'team-plan',
      push: 'The team’s week is being planned',
      title: 'Planning everybody’s week together',
      parts: [
        ...inSchools(schools),
        text(
          `It takes about ${schools.length < 2 ? 'half a minute' : 'a minute'}. You hear of it here when everybody has a draft.`,
        ),
        muted('No teacher is asked before a draft has been looked over and sent by the person it is for.'),
      ],
      actions: [],
    };
  if (therapists === 0)
    return note(
      'team-plan',
      'There is nothing to plan for the team',
      'Every session of the coming week has its visit, or nobody is paired with a class yet.',
    );
  return {
    kind: 'team-plan',
    push: 'The team’s week is planned',
    title: `The week of ${shortDate(monday ?? '')}: ${counted(therapists, 'draft is', 'drafts are')} ready`,
    parts: [
      ...inSchools(schools),
      text(placesWords(sessions, unplaced)),
      muted('Each looks the draft over, keeps or moves visits, and sends it. No teacher has been asked yet.'),
    ],
    actions: [action('team.plan', 'Plan again', '')],
  };
};

const placesWords = (sessions: number, unplaced: number): string => {
  if (sessions === 1 && unplaced === 0) return 'The one session found a place.';
  const all = `${thousands(sessions + unplaced)} ${sessions + unplaced === 1 ? 'session' : 'sessions'}`;
  return unplaced === 0
    ? `All ${all} found a place, and nobody is in anybody’s way.`
    : `${thousands(sessions)} of ${all} found a place, and nobody is in anybody’s way. What would make room for the other ${thousands(unplaced)} stands on each one’s own draft.`;
};

/** Where another coordinator's schools are just being planned. */
export const teamsBusyCard = (): Card =>
  note(
    'team-plan',
    'Another school’s week is just being planned',
    'Please ask again in a minute: “schedule team”.',
  );

/** A coordinator's `week`. */
export const coordinatorWeekCard = (): Card => ({
  kind: 'week',
  push: 'Your week',
  title: 'Your school’s week',
  parts: [
    text('Tell me when a day goes otherwise, as you would a colleague: “assembly Thu 10-11”.'),
    muted('“schedule team” plans the week of all who come into your classes, side by side.'),
  ],
  actions: [
    action('team.plan', 'Plan the team’s week', '', { tone: 'primary' }),
    action('school.open', 'School day', '', { opensForm: true }),
    action('minutes.show', 'Minutes', ''),
  ],
});

export const onlyForTeamsCard = (): Card =>
  note(
    'only-coordinators',
    'The team’s week is planned by the coordinator',
    '“schedule week” plans your own.',
  );
