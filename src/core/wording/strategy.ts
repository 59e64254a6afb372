import type { Card, Part } from '../card.ts';
import type { Form, Option } from '../form.ts';
import { type ReviewWeeks, reviewWeeks, type Said, sayings, type Trend, USUAL_REVIEW } from '../strategy.ts';
import { sendAsIsField } from './exposure.ts';
import { action, listed, muted, note, text } from './parts.ts';

export interface StrategyFacts {
  readonly id: string;
  readonly makerName: string;
  readonly classroomName: string;
  readonly words: string;
  /** What every adult says then, in the same words (needs 60). */
  readonly cue: string | null;
  /** Whose word it answers. */
  readonly askedBy?: string | null;
}

const WORDS_LENGTH = 300;
const CUE_LENGTH = 100;

/** What therapists hand on most often; own words go before (needs 42, 43). */
const ideas: readonly string[] = [
  'Two slow breaths together before the change',
  'A break card on the table, used without a word',
  'First this, then that: two pictures on the desk',
  'A quiet corner for two minutes, timer in sight',
  'A pencil grip or a thicker pencil',
  'One line at a time, the rest covered',
  'A job that moves: hand out, collect, erase',
  'Wait ten seconds before helping',
  'A fidget in one hand while listening; it rests when it flies',
];

const reviewLabel: Readonly<Record<ReviewWeeks, string>> = {
  2: 'In two weeks',
  4: 'In four weeks',
  8: 'In eight weeks',
};

const saidLabel: Readonly<Record<Said, string>> = { helped: 'Helped', tried: 'Tried', not_yet: 'Not yet' };

export const strategyForm = (
  ref: string,
  pairs: readonly Option[],
  readers: readonly Option[],
  chosen: readonly string[],
): Form => ({
  name: 'strategy.share',
  ref,
  title: 'Something to try',
  intro: 'For the adults in the room. No names and no aliases: they read it on their own screens.',
  submit: 'Share',
  fields: [
    ...(pairs.length === 0
      ? []
      : [
          {
            kind: 'choice' as const,
            name: 'pairing',
            label: 'Where',
            options: pairs,
            ...(pairs.length === 1 && pairs[0] ? { value: pairs[0].value } : {}),
          },
        ]),
    {
      kind: 'choice',
      name: 'idea',
      label: 'A common one',
      options: ideas.map((label, index) => ({ value: String(index), label })),
      optional: true,
    },
    {
      kind: 'text',
      name: 'words',
      label: 'Or in your words',
      placeholder: 'What to do, and when',
      maxLength: WORDS_LENGTH,
      multiline: true,
      optional: true,
    },
    {
      kind: 'text',
      name: 'cue',
      label: 'Cue words',
      hint: 'What everybody says then, the same from every adult.',
      placeholder: '“First one, then two.”',
      maxLength: CUE_LENGTH,
      optional: true,
    },
    {
      kind: 'choices',
      name: 'readers',
      label: 'Who gets it',
      options: readers,
      value: chosen,
    },
    {
      kind: 'choice',
      name: 'review',
      label: 'Look at it again',
      options: reviewWeeks.map((weeks) => ({ value: String(weeks), label: reviewLabel[weeks] })),
      value: String(USUAL_REVIEW),
    },
    sendAsIsField,
  ],
});

export const ideaAt = (index: string): string => (/^\d$/.test(index) ? (ideas[Number(index)] ?? '') : '');

export const strategyFaults = {
  pairing: 'Please choose where.',
  words: 'Please choose a common one or write a few words.',
  readers: 'Please choose at least one person.',
} as const;

export const strategySharedCard = (names: readonly string[]): Card =>
  note(
    'strategy-shared',
    'On its way',
    `${listed(names)} ${names.length === 1 ? 'gets' : 'get'} it in a student-free minute. In a few days I’ll ask, with one tap, whether it helped.`,
  );

/** The first face says from whom and where; what it is opens for the person alone. */
export const strategyCard = (facts: StrategyFacts): Card => ({
  kind: 'strategy',
  push: `Something to try, from ${facts.makerName}`,
  title: `${facts.makerName} has something to try in ${facts.classroomName}`,
  parts: [],
  actions: [read(facts)],
});

const read = ({ id }: Pick<StrategyFacts, 'id'>) =>
  action('strategy.read', 'Read', id, { tone: 'primary', opensForm: true });

const taps = ({ id }: Pick<StrategyFacts, 'id'>) =>
  sayings.map((said) => action('strategy.said', saidLabel[said], id, { value: said }));

/** A few days later, one tap (needs 58). */
export const strategyCheckCard = (facts: StrategyFacts, said: Said | undefined): Card => {
  const from = `${facts.classroomName}, from ${facts.makerName}`;
  return said === undefined
    ? {
        kind: 'strategy-check',
        push: 'Did it get a chance?',
        title: `Did it get a chance? ${from}`,
        parts: [muted('One tap. “Not yet” is a fine answer.')],
        actions: [...taps(facts), action('strategy.read', 'Read it again', facts.id, { opensForm: true })],
      }
    : saidCard(facts, said);
};

export const saidCard = (facts: StrategyFacts, said: Said): Card =>
  note(
    'strategy-check',
    `${saidLabel[said]}. Thank you`,
    said === 'not_yet'
      ? 'No rush. “strategies” has it whenever you’re ready.'
      : `${facts.makerName} sees that it was ${said === 'helped' ? 'helpful' : 'tried'}.`,
  );

/** Opened by one person, for that person. */
export const strategyReadCard = (
  facts: StrategyFacts,
  trend: Trend,
  may: { readonly say: boolean; readonly close: boolean },
): Card => ({
  kind: 'strategy-read',
  push: 'Something to try',
  title: `To try in ${facts.classroomName}`,
  parts: [
    text(facts.words),
    ...(facts.cue === null ? [] : [text(`Everybody says: ${quoted(facts.cue)}`)]),
    muted(`From ${facts.makerName}. ${trendWords(trend)}`),
    ...(facts.askedBy ? [muted(`It answers what ${facts.askedBy} asked.`)] : []),
  ],
  actions: [
    ...(may.say ? taps(facts) : []),
    ...(may.close ? [action('strategy.close', 'No longer needed', facts.id)] : []),
  ],
});

const quoted = (words: string): string => `“${words.replaceAll(/[“”"]/g, '')}”`;

export const trendWords = (trend: Trend): string => {
  const counts = [
    ...(trend.helped > 0 ? [`helped ${trend.helped} ×`] : []),
    ...(trend.tried > 0 ? [`tried ${trend.tried} ×`] : []),
    ...(trend.not_yet > 0 ? [`not yet ${trend.not_yet} ×`] : []),
  ];
  return counts.length === 0 ? 'No word yet.' : `So far: ${counts.join(', ')}.`;
};

/** Slack's message holds 50 blocks, and nobody works with more at once. */
const MOST_SHOWN = 15;

/** `/pushin strategies`: what is being tried, with how it goes; the words open one by one. */
export const strategiesCard = (
  open: readonly { readonly facts: StrategyFacts; readonly trend: Trend }[],
  may: { readonly share: boolean; readonly handOver: boolean; readonly homeNote: boolean },
): Card => ({
  kind: 'strategies',
  push: 'What is being tried',
  title: open.length === 0 ? 'Nothing is being tried just now' : 'What is being tried',
  parts: open.slice(0, MOST_SHOWN).map(
    ({ facts, trend }): Part => ({
      kind: 'option',
      text: `${facts.classroomName}, from ${facts.makerName}`,
      detail: trendWords(trend),
      action: action('strategy.read', 'Open', facts.id, { opensForm: true }),
    }),
  ),
  actions: [
    ...(may.share
      ? [action('strategy.new', 'Share something', '', { opensForm: true, tone: 'primary' as const })]
      : []),
    ...(may.handOver && open.length > 0
      ? [action('strategy.hand-over', 'Hand over', '', { opensForm: true })]
      : []),
    ...(may.homeNote && open.length > 0
      ? [action('home-note.open', 'A note for home', '', { opensForm: true })]
      : []),
  ],
});

/** For whoever shared it, on the day it is to be looked at again. */
export const strategyReviewCard = (facts: StrategyFacts, trend: Trend): Card => ({
  kind: 'strategy-review',
  push: 'Still needed?',
  title: `Something you shared in ${facts.classroomName}: still needed?`,
  parts: [
    text(trendWords(trend)),
    muted('What is no longer needed is let go, and nobody is asked about it.'),
  ],
  actions: [
    action('strategy.keep', 'Keep it', facts.id, { tone: 'primary' }),
    action('strategy.close', 'No longer needed', facts.id),
    action('strategy.read', 'Read it again', facts.id, { opensForm: true }),
  ],
});

export const strategyKeptCard = (): Card =>
  note('strategy-review', 'Kept', `I ask again in ${USUAL_REVIEW} weeks.`);

export const strategyClosedCard = (): Card =>
  note('strategy-closed', 'Closed', 'Nobody is asked about it any more.');

export const nobodyToShareWithCard = (): Card =>
  note(
    'strategies',
    'Nobody to share with yet',
    'Once a pair works together in your school, its adults can share what helps.',
  );

/** What next year's adults should know, as text to read, mend and copy (needs 67). */
export const handOverForm = (words: string): Form => ({
  name: 'strategy.hand-over',
  ref: '',
  title: 'For next year',
  intro: 'Made from what was tried. Change and copy it; nothing is sent.',
  submit: 'Done',
  fields: [
    { kind: 'text', name: 'words', label: 'Hand-over', multiline: true, maxLength: 3000, value: words },
  ],
});

export const handOverWords = (
  rooms: readonly {
    readonly room: string;
    readonly routine: readonly string[];
    readonly tried: readonly { readonly facts: StrategyFacts; readonly trend: Trend }[];
  }[],
): string =>
  rooms
    .map(({ room, routine, tried }) =>
      [
        room,
        ...(routine.length > 0 ? [`The week: ${routine.join(', ')}.`] : []),
        ...tried
          .toSorted((a, b) => b.trend.helped - a.trend.helped)
          .map(
            ({ facts, trend }) =>
              `- ${facts.words}${facts.cue === null ? '' : ` We say ${quoted(facts.cue)}.`} ${trendWords(trend)}`,
          ),
      ].join('\n'),
    )
    .join('\n\n')
    .slice(0, 3000);

export const handOverDoneCard = (): Card =>
  note('hand-over', 'Done', 'Nothing was sent. Copy it where it is needed.');
