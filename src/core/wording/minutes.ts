import type { ActivityKind } from '../activity-kind.ts';
import type { Card, Part } from '../card.ts';
import type { MandatePeriod } from '../minutes/mandate.ts';
import type { Pace, Totals } from '../minutes/pace.ts';
import type { TrackMandate } from '../minutes/tracks.ts';
import type { Cause } from '../outcome.ts';
import type { LocalDate } from '../time.ts';
import { kindLabel } from './activity-kinds.ts';
import { shortDate } from './clock-words.ts';
import { causeLabel } from './outcome.ts';
import { action, listed, muted, note, strong, text } from './parts.ts';

export interface PairMinutes {
  readonly room: string;
  readonly teacher: string;
  /** What holds now, track by track. */
  readonly mandates: readonly TrackMandate[];
  /** Set when the mandate begins to count later than today. */
  readonly countsFrom: LocalDate | undefined;
  /** Of the week, month … that runs. */
  readonly current: Totals;
  readonly since: LocalDate | undefined;
  readonly total: Totals;
  readonly causes: readonly { readonly cause: Cause; readonly minutes: number }[];
  readonly pace: Pace;
  /** The next time that would fit: "Tuesday at 10:00". */
  readonly fix: string | undefined;
  readonly unrecorded: number;
  readonly extra: number;
  readonly consulted: number;
  readonly pullOut: { readonly minutes: number; readonly missed: readonly Missed[] };
}

interface Missed {
  readonly kind: ActivityKind;
  readonly minutes: number;
}

export const periodName: Readonly<Record<MandatePeriod, string>> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'school year',
};

const trackWords = { in_class: '', outside: ' outside', adults: ' with the adults' } as const;

const mandateWords = ({ count, minutes, period, track, rhythm }: TrackMandate): string =>
  `${count} × ${minutes} minutes a ${periodName[period]}${trackWords[track]}${
    rhythm === 'three_of_four' ? ', each fourth with the adults' : ''
  }`;

/** "2 × 30 minutes a week and 1 × 20 minutes a week outside". */
const mandatesWords = (mandates: readonly TrackMandate[]): string =>
  listed(mandates.filter(({ rhythm }) => rhythm !== 'one_of_four').map(mandateWords));

/** With long names that is what a message holds: 28 KB (Teams), 50 blocks (Slack). */
const MOST_PAIRS = 10;

/** `/pushin minutes`: rooms and figures, nothing a child could be told by. Who is behind comes first. */
export const minutesCard = (pairs: readonly PairMinutes[]): Card => {
  const sorted = [...pairs].sort((a, b) => b.pace.behind - a.pace.behind);
  const left = sorted.length - MOST_PAIRS;
  return {
    kind: 'minutes',
    push: 'Your minutes',
    title: 'Your minutes',
    parts: [
      ...sorted.slice(0, MOST_PAIRS).flatMap(pairParts),
      ...(left > 0 ? [muted(`${left} more, none of them further behind.`)] : []),
    ],
    actions: [
      ...(pairs.some(({ pace }) => pace.behind + pace.toPlan > 0)
        ? [action('schedule.show', 'Find good times', '', { tone: 'primary' as const })]
        : []),
      action('minutes.add', 'Add pull-out or consulting', '', { opensForm: true }),
      action('minutes.standing', 'Standing pull-out', '', { opensForm: true }),
      action('minutes.mandate', 'The mandate changed', '', { opensForm: true }),
      action('minutes.progress', 'How it goes', '', { opensForm: true }),
      action('minutes.table', 'As a table', '', { opensForm: true }),
    ],
  };
};

const pairParts = (pair: PairMinutes): Part[] => [
  strong(`${pair.room}, ${pair.teacher} · ${mandatesWords(pair.mandates)}`),
  text(
    [
      pair.countsFrom === undefined
        ? `This ${periodName[pair.mandates[0]?.period ?? 'week']}: ${sumWords(pair.current)}`
        : `Counts from ${shortDate(pair.countsFrom)} on.`,
      paceWords(pair),
      ...(pair.since !== undefined && pair.total.mandated > pair.current.mandated
        ? [`Since ${shortDate(pair.since)}: ${sumWords(pair.total)}`]
        : []),
      ...(pair.unrecorded > 0
        ? [`${pair.unrecorded} of the planned minutes are over and wait in “log”.`]
        : []),
      ...(pair.extra > 0 ? [`${pair.extra} minutes beyond what was asked for.`] : []),
      ...(pair.consulted > 0 ? [`Consulting: ${pair.consulted} minutes, kept apart.`] : []),
      ...pullOutWords(pair),
    ].join('\n'),
  ),
];

/** "60 = 30 delivered + 30 planned": what is nothing is left out, and the sum can be checked. */
export const sumWords = ({ mandated, ...columns }: Totals): string => {
  const parts = [
    ...(columns.delivered > 0 ? [`${columns.delivered} delivered`] : []),
    ...(columns.planned > 0 ? [`${columns.planned} planned`] : []),
    ...(columns.displaced > 0 ? [`${columns.displaced} displaced`] : []),
    ...(columns.open > 0 ? [`${columns.open} still open`] : []),
  ];
  return `${mandated} minutes = ${parts.join(' + ') || 'nothing yet'}.`;
};

const paceWords = ({ pace, fix, causes: why }: PairMinutes): string => {
  const reasons = why.length > 0 ? ` (${why.map(causeMinutes).join(', ')})` : '';
  const next = fix === undefined ? '' : `, earliest fix ${fix}`;
  const lines = [
    ...(pace.behind > 0 ? [`${pace.behind} minutes behind${reasons}${next}.`] : []),
    ...(pace.toPlan > 0 && pace.behind === 0
      ? [
          `On pace, with ${pace.toPlan} minutes still to plan${fix === undefined ? '' : `: ${fix} would fit`}.`,
        ]
      : []),
    ...(pace.behind + pace.toPlan === 0 ? ['On pace.'] : []),
    ...(pace.lapsed > 0
      ? [
          `${pace.lapsed} minutes are past the time to make them up. What follows is for the child’s team to decide.`,
        ]
      : []),
  ];
  return lines.join(' ');
};

export const causeMinutes = ({ cause, minutes }: { cause: Cause; minutes: number }): string =>
  `${minutes} ${causeLabel[cause]}`;

const pullOutWords = ({ pullOut, total }: PairMinutes): string[] => {
  if (pullOut.minutes === 0) return [];
  const missed = pullOut.missed.map(({ kind, minutes }) => `${minutes} of ${kindLabel[kind].toLowerCase()}`);
  return [
    `Push-in ${Math.max(0, total.delivered - pullOut.minutes)}, pull-out ${pullOut.minutes}${
      missed.length > 0 ? `; pull-out took ${listed(missed)}` : ''
    }.`,
  ];
};

export const noPairsToCountCard = (): Card =>
  note('minutes', 'No minutes to count yet', 'Once a teacher said yes to working with you, they start here.');

/** `suggest`: the second time within four weeks that somebody did not want to come out (needs 38). */
export const minutesAddedCard = (words: string, suggest: boolean): Card => ({
  kind: 'minutes-added',
  push: 'The minutes are noted',
  title: 'Noted',
  parts: [
    text(words),
    ...(suggest
      ? [
          text(
            'That is the second no to a pull-out in four weeks. Joining the class instead may suit better.',
          ),
        ]
      : []),
  ],
  actions: suggest
    ? [action('schedule.show', 'Find good times', '', { tone: 'primary' })]
    : [action('minutes.show', 'My minutes', '')],
});

export const addedWords = {
  pullOut: (room: string, minutes: number): string => `${minutes} minutes of pull-out, ${room}.`,
  notHeld: (room: string, minutes: number, cause: Cause): string =>
    `${minutes} minutes of pull-out displaced, ${room}: ${causeLabel[cause]}.`,
  consult: (room: string, minutes: number): string =>
    `${minutes} minutes of consulting, ${room}. They stand apart from the minutes with students.`,
};

export const mandateKeptCard = (room: string, mandates: readonly TrackMandate[], counts: LocalDate): Card =>
  note(
    'minutes',
    `${room}: ${mandatesWords(mandates)} from ${shortDate(counts)} on`,
    'What was counted before stays as it was. I propose times for the new mandate from then on.',
  );
