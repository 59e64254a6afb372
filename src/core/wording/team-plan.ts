import type { Card } from '../card.ts';
import type { LocalDate } from '../time.ts';
import { shortDate } from './clock-words.ts';
import { action, counted, muted, note, text } from './parts.ts';

export interface TeamPlanFacts {
  readonly isDone: boolean;
  readonly monday: LocalDate | null;
  /** Sums only: who has how much is each therapist's own. */
  readonly therapists: number;
  readonly sessions: number;
  readonly unplaced: number;
}

/** For the coordinator who asked: that it is planned, and where it goes from here. */
export const teamPlanCard = (facts: TeamPlanFacts): Card => {
  const { isDone, monday, therapists, sessions, unplaced } = facts;
  if (!isDone)
    return {
      kind: 'team-plan',
      push: 'The team’s week is being planned',
      title: 'Planning everybody’s week together',
      parts: [
        text('It takes about half a minute. You hear of it here when everybody has a draft.'),
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
      text(
        unplaced === 0
          ? `All ${counted(sessions, 'session', 'sessions')} found a place, and nobody is in anybody’s way.`
          : `${sessions} of ${counted(sessions + unplaced, 'session', 'sessions')} found a place, and nobody is in anybody’s way. What would make room for the rest stands on each one’s own draft.`,
      ),
      muted('Each looks the draft over, keeps or moves visits, and sends it. No teacher has been asked yet.'),
    ],
    actions: [action('team.plan', 'Plan again', '')],
  };
};

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
