import type { ActivityKind } from '../../../activity-kind.ts';

/** What children do, as a verb: it names the activity where no noun does. */
const verbs: readonly (readonly [verbs: string, kind: ActivityKind])[] = [
  ['read|reads', 'reading'],
  ['write|writes|draft|drafts|revise|edit|publish|journal|illustrate', 'writing'],
  ['draw|draws|paint|paints|color|colour|sketch|sculpt|illustrating|decorate|decorating', 'art'],
  ['sing|sings|drum', 'music'],
  ['present|presents|perform|performs|recite|showcase', 'presentation'],
  [
    'count|counts|add|adds|subtract|multiply|divide|measure|graph|calculate|solve|solving|calculating',
    'math',
  ],
  ['spell|spells|blend|segment|decode|rhyme', 'phonics'],
  ['observe|experiment|dissect|investigate|hypothesize|plant|germinate', 'science'],
  ['code|program|type|programming', 'technology'],
  ['watch|watches|watching', 'movie'],
  ['swim|stretch|jog', 'pe'],
  ['eat|eats', 'lunch'],
  ['rotate|rotates', 'centers'],
  ['test|tests', 'test'],
  ['play|plays|pretend', 'free_play'],
  [
    'build|builds|construct|constructing|design|designing|collaborate|collaborating|building',
    'group_project',
  ],
  ['pack|load|dismiss|dismissing|loading', 'dismissal'],
  ['unpack|arrive|unpacking', 'arrival'],
  ['meditate|breathe|meditating|reflect|reflecting', 'sel'],
  ['research|researching', 'group_project'],
  ['vote|mapping', 'social_studies'],
];

export const verbTurns: readonly (readonly [pattern: string, kind: ActivityKind])[] = verbs.map(
  ([words, kind]) => [`{they} {will}? {will}? {will}? ${words}`, kind] as const,
);

/** These say more than the words in them. */
export const sayingTurns: readonly (readonly [pattern: string, kind: ActivityKind])[] = [
  ['i|im|ill|ive will|am|be|going|gonna|just|get|like|love? to|be? read|reading', 'read_aloud'],
  ['{they} {will}? {will}? {will}? trace|traces|tracing', 'handwriting'],
  ['testing which|whether|how|what|if', 'science'],
  ['{they} have|has|do|doing|got calendar', 'morning_meeting'],
  ['{they} {will}? {will}? drill|drills|drilling', 'independent_work'],
];
