import type { Database } from './schema.ts';

/** Days. A school year and the summer after it; three of them for what districts have to answer for. */
const A_YEAR = 400;
export const THREE_YEARS = 3 * A_YEAR;

export interface Keeping {
  readonly about: 'staff' | 'students' | 'the school' | 'the work' | 'the program';
  readonly holds: string;
  /** Gone so many days after that column says. Without it or `goesWith`, kept until forgotten or until the organization closes. */
  readonly days?: number;
  readonly after?: string;
  /** What its rows belong to, and how long that is kept. */
  readonly goesWith?: string;
}

const forever = (about: Keeping['about'], holds: string): Keeping => ({ about, holds });
const along =
  (goesWith: string) =>
  (about: Keeping['about'], holds: string): Keeping => ({
    about,
    holds,
    goesWith,
  });
const withVisit = along('its visit');
const withPairing = along('its pairing');
const kept = (about: Keeping['about'], holds: string, days: number, after: string): Keeping => ({
  about,
  holds,
  days,
  after,
});

/** Every table, what it holds and how long: the nightly job, `forget` and docs/data-inventory.md go by it. */
export const keeping: Readonly<Record<keyof Database, Keeping>> = {
  organizations: forever('the school', 'the district’s name'),
  installations: forever('the program', 'which Slack workspace or Teams tenant joined'),
  schools: forever('the school', 'name, zone, bells'),
  day_types: forever('the school', 'bell schedules'),
  periods: forever('the school', 'periods of a bell schedule'),
  terms: forever('the school', 'terms of the year'),
  weekday_day_types: forever('the school', 'which bells on which weekday'),
  cycles: forever('the school', 'A/B days and longer cycles'),
  reanchors: kept('the school', 'where a cycle was counted anew', THREE_YEARS, 'date'),
  school_days: kept('the school', 'days off and unusual days', THREE_YEARS, 'date'),
  classrooms: forever('the school', 'room, its teacher, grade'),
  blocks: forever('the work', 'a class’s week, a person’s own hours'),
  members: forever('staff', 'name, role, school, contact hours'),
  addresses: forever('staff', 'the account on Slack or Teams'),
  invitations: kept('staff', 'a code for somebody not met yet', 30, 'expires_at'),
  joinings: kept('staff', 'a code by which two organizations become one, and who typed it', 2, 'expires_at'),
  absences: kept('staff', 'dates somebody is not at work, never why', A_YEAR, 'end_date'),
  shifts: forever('staff', 'where somebody is on which weekday'),
  students: along('its last pairing')('students', 'an alias, never a name; its class'),
  pairing_students: withPairing('students', 'which pairing works with which alias'),
  pairings: along('its last visit and minutes, once it is over')(
    'the work',
    'therapist, teacher, class, focus, agreed minutes',
  ),
  activities: kept('the work', 'what a class did on a date', A_YEAR, 'date'),
  changes: kept('the work', 'a day that goes otherwise', A_YEAR, 'end_date'),
  asks: kept('the work', 'a question about a class’s hour', A_YEAR, 'date'),
  visits: kept('the work', 'a push-in and how it went', THREE_YEARS, 'date'),
  mandates: withPairing('students', 'how many sessions an alias is to get, and where'),
  pairing_mandates: withPairing('the work', 'agreed minutes of a pairing, from which day on'),
  visit_students: withVisit('students', 'which alias a visit is for'),
  week_plans: kept('the work', 'a therapist’s planned week', A_YEAR, 'monday'),
  swap_searches: forever('the program', 'whose lost visits wait for other times, until they are found'),
  team_plans: kept('the work', 'that a team’s week was planned, in sums', A_YEAR, 'created_at'),
  role_cards: withVisit('the work', 'who does what in a visit'),
  intentions: withVisit('the work', 'what a therapist has in mind for a visit'),
  next_tries: withPairing('the work', 'what to try at the next visit'),
  prebriefs: kept('the work', 'a teacher’s word before a day', A_YEAR, 'date'),
  agreements: withPairing('the work', 'how a pair works together'),
  favors: kept('the work', 'something a therapist takes off a teacher’s plate', A_YEAR, 'created_at'),
  requests: kept('the work', 'a teacher’s word to her therapists', A_YEAR, 'created_at'),
  visit_notes: withVisit('students', 'how a visit went'),
  noted_minutes: kept('the work', 'minutes outside the classroom or with adults', THREE_YEARS, 'date'),
  strategies: withPairing('the work', 'what helps, with its cue words'),
  strategy_readers: along('its strategy')('staff', 'who was given a strategy'),
  strategy_tries: kept('staff', 'whether it helped', A_YEAR, 'date'),
  visit_feedback: withVisit('staff', 'how a visit was for the teacher'),
  reviews: kept('the work', 'when an arrangement was looked at again', THREE_YEARS, 'date'),
  touch_bases: kept(
    'the work',
    'a weekly talk, the key of its calendar file; what both wrote instead of it',
    A_YEAR,
    'iso_week',
  ),
  class_paras: forever('staff', 'which para belongs to which class'),
  para_offers: withVisit('the work', 'what a para would rather do in a visit'),
  class_preferences: forever('the work', 'in which activities a teacher likes company'),
  pull_outs: withPairing('the work', 'hours a pull-out has every week, without whose'),
  misreadings: kept(
    'the program',
    'patterns of words misread, without person or words',
    A_YEAR,
    'corrected_at',
  ),
  outbox: kept('the program', 'which message to whom, what became of it; no text', 180, 'useful_until'),
  inbox: kept('the program', 'keys of acts already handled', 2, 'received_at'),
  allowances: kept(
    'the program',
    'how much may be sent or asked now, by member or by an account not met yet',
    2,
    'full_at',
  ),
  ask_plans: kept('the program', 'when a school’s questions were planned', 30, 'planned_at'),
  trail: kept('the program', 'who changed what, when: ids and states', THREE_YEARS, 'at'),
  trail_heads: forever('the program', 'the end of the trail’s chain'),
  note_reads: kept('staff', 'who opened which notes', A_YEAR, 'read_at'),
};
