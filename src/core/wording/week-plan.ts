import type { ActivityKind } from '../activity-kind.ts';
import type { Card, Part } from '../card.ts';
import type { Unplaced } from '../plan/week-plan.ts';
import type { LocalDate, Span } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import type { VisitState } from '../visit-state.ts';
import type { PlanLine } from '../week-plan/plan-lines.ts';
import { formatSpan, shortDate, worded } from './clock-words.ts';
import { focusLabel } from './focus-areas.ts';
import { action, counted, listed, muted, note, strong, text } from './parts.ts';
import { whatWords } from './visit-settings.ts';

export interface PlanFacts {
  readonly id: string;
  readonly version: number;
  readonly monday: LocalDate;
  readonly lines: readonly PlanLine[];
  readonly unplaced: readonly (Unplaced & { readonly room: string })[];
  /** Planned for everybody at once; it is the therapist's own from here on. */
  readonly ofTeam: boolean;
  readonly isImproving: boolean;
  readonly isProven: boolean;
  /** In percent of the best possible; undefined as long as nobody knows. */
  readonly gap: number | undefined;
}

/** How well an activity serves what is worked on, without saying what that is: the card stands where others may see it. */
export const fitWords: Readonly<Record<number, string>> = {
  1: 'fits a little',
  2: 'fits well',
  3: 'fits best',
};

/** What the planner's sentences call it, for the same reason. */
export const workedOnIn = (room: string): string => `what you work on in ${room}`;

/** What a row of a planned week is called in the planner's sentences, where it is not the class itself. */
export const rowWords = {
  either: (room: string): string => `what you work on in ${room} or outside`,
  outside: (room: string): string => `${room}, outside`,
  outsideTime: (room: string): string => `a time outside ${room}`,
  talk: (room: string): string => `${room}, a talk`,
  talkFocus: (room: string): string => `a talk about ${room}`,
} as const;

/** "9:00–9:30 · Room 12 · Writing · fits best · 2 students": no child can be told by it. */
export const planLine = (line: PlanLine): string =>
  [
    formatSpan(line),
    line.room,
    whatWords(line),
    fitWords[line.fit] ?? '',
    counted(line.mandates.length, 'student', 'students'),
  ]
    .filter((words) => words !== '')
    .join(' · ');

/** A day's heading and its lines. */
export const byDay = <T extends { readonly date: LocalDate }>(
  lines: readonly T[],
  words: (line: T) => string,
): Part[] =>
  [...new Set(lines.map(({ date }) => date))].sort().flatMap((date): Part[] => [
    strong(worded(date, 'cccc, LLL d')),
    text(
      lines
        .filter((line) => line.date === date)
        .map(words)
        .join('\n'),
    ),
  ]);

export const weekPlanCard = (facts: PlanFacts, hint?: string): Card => ({
  kind: 'week-plan',
  push: 'Your week is planned',
  title: `Your week of ${shortDate(facts.monday)}: ${facts.lines.length === 0 ? 'no visit has a place yet' : counted(facts.lines.length, 'visit', 'visits')}`,
  parts: [
    ...(hint === undefined ? [] : [text(hint)]),
    ...(facts.ofTeam ? [text(ofTeamWords)] : []),
    ...byDay(facts.lines, planLine),
    ...unplacedParts(facts.unplaced),
    ...(facts.lines.length === 0 ? [] : [muted(`${quality(facts)} Nothing is sent before you tap.`)]),
  ],
  actions:
    facts.lines.length === 0
      ? []
      : [
          action('plan.send', 'Send to all teachers', facts.id, {
            value: 'all',
            version: facts.version,
            tone: 'primary',
          }),
          action('plan.change', 'Change a visit', facts.id, { opensForm: true }),
          action('plan.who', 'Who and what for', facts.id),
        ],
});

const ofTeamWords =
  'A draft: the whole team’s week was planned side by side. Keep it, change it, and send it when you like it.';

const quality = ({ isImproving, isProven, gap }: PlanFacts): string => {
  if (isProven) return 'Proven best: no other week serves them better.';
  if (isImproving) return 'A week that works. I am looking for a better one; it comes here in a moment.';
  return gap === undefined
    ? 'The best I found.'
    : `The best I found: at most ${gap < 1 ? '1' : Math.ceil(gap)} % from the best possible.`;
};

/** More sentences than this and nobody reads them. */
const MOST_SENTENCES = 5;

/** What has no place, and the smallest thing that would make room; alike for several students is said once. */
const unplacedParts = (unplaced: PlanFacts['unplaced']): Part[] => {
  const sentences = new Map<string, { readonly room: string; readonly why: string; missing: number }>();
  for (const { room, why, missing } of unplaced) {
    const known = sentences.get(`${room}\n${why}`);
    if (known) known.missing += missing;
    else sentences.set(`${room}\n${why}`, { room, why, missing });
  }
  const lines = [...sentences.values()].map(
    ({ room, why, missing }) => `${room}, ${counted(missing, 'session', 'sessions')}: ${why}`,
  );
  if (lines.length === 0) return [];
  const more = lines.length - MOST_SENTENCES;
  return [
    strong('No place yet'),
    text(
      [
        ...lines.slice(0, MOST_SENTENCES),
        ...(more > 0 ? [`… and ${counted(more, 'reason', 'reasons')} more of that kind.`] : []),
      ].join('\n'),
    ),
  ];
};

/** For the therapist who tapped, and nobody else. */
export const whoCard = (
  lines: readonly { readonly line: PlanLine; readonly aliases: readonly string[] }[],
): Card => ({
  kind: 'week-plan-who',
  push: 'Who is in each visit',
  title: 'Who is in each visit, and what for',
  parts: byDay(
    lines.map(({ line, aliases }) => ({ ...line, aliases })),
    (line) => whoLine(line),
  ),
  actions: [],
});

const whoLine = (line: PlanLine & { readonly aliases: readonly string[] }): string =>
  [
    formatSpan(line),
    line.room,
    ...(line.fit > 0 ? [`fits ${focusLabel[line.focus]}`] : [whatWords(line)]),
    line.aliases.length === 0 ? 'everybody' : listed(line.aliases),
  ].join(' · ');

export const leftPlanCard = (): Card =>
  note('week-plan', 'This plan was replaced', '“schedule week” shows the week as it can be now.');

export const nothingToPlanCard = (monday: LocalDate): Card =>
  note(
    'week-plan',
    `Nothing is left to plan in the week of ${shortDate(monday)}`,
    'Every session has its visit, or the teacher would rather have none this week.',
  );

/** What a planned week became, as the teachers answer. */
export const sentPlanCard = (
  facts: { readonly id: string; readonly monday: LocalDate; readonly visits: readonly SentVisit[] },
  hint?: string,
): Card => {
  const teachers = new Set(facts.visits.map(({ teacherName }) => teacherName)).size;
  return {
    kind: 'week-plan',
    push: 'Your week is on its way',
    title: `Your week of ${shortDate(facts.monday)}: sent to ${counted(teachers, 'teacher', 'teachers')}`,
    parts: [
      ...(hint === undefined ? [] : [text(hint)]),
      ...byDay(facts.visits, sentLine),
      muted(
        'Each teacher has one card, in the next minute without students. This one follows their answers.',
      ),
    ],
    actions: [
      action('week.show', 'My week', ''),
      action('plan.take-back', 'Take a visit back', facts.id, { opensForm: true }),
    ],
  };
};

interface SentVisit extends Span {
  readonly date: LocalDate;
  readonly classroomName: string;
  readonly teacherName: string;
  readonly kind: ActivityKind;
  readonly setting: VisitSetting;
  readonly state: VisitState;
}

const sentLine = (visit: SentVisit): string =>
  [formatSpan(visit), visit.classroomName, whatWords(visit), stateWords(visit)].join(' · ');

const stateWords = ({ state, teacherName }: SentVisit): string => {
  switch (state) {
    case 'held':
    case 'proposed':
      return `waiting for ${teacherName}`;
    case 'agreed':
      return '✓ agreed';
    case 'another':
      return 'another time';
    case 'not_this_week':
      return 'not this week';
    case 'displaced':
      return 'the day changed';
    case 'withdrawn':
      return 'taken back';
    case 'expired':
      return 'not answered in time';
  }
};

export const takenMeanwhile = (count: number): string =>
  `${counted(count, 'visit', 'visits')} could not be had any more: “schedule week” finds another time.`;

export const changedMeanwhile = 'The week changed since you saw it. This is how it is now.';
