import type { Weekday } from '../../time.ts';
import { daySetAt, daySetOpeners } from '../day-set-at.ts';
import { phraseTable } from '../phrases.ts';
import type { Token } from '../tokens.ts';
import type { Mention } from './mention.ts';

/** How often, said before a day. */
const everies = phraseTable<number>([
  ['every', 1],
  ['each', 1],
  ['all', 1],
  ['weekly on', 1],
  ['weekly', 1],
  ['every week on', 1],
  ['every other', 2],
  ['every second', 2],
  ['every 2nd', 2],
  ['each other', 2],
  ['alternate', 2],
  ['alternating', 2],
  ['biweekly on', 2],
  ['biweekly', 2],
  ['every other week on', 2],
  ['every two weeks on', 2],
  ['every 2 weeks on', 2],
  ['every third', 3],
  ['every 3rd', 3],
  ['every three weeks on', 3],
  ['every 3 weeks on', 3],
  ['every fourth', 4],
  ['every 4th', 4],
  ['every four weeks on', 4],
  ['every 4 weeks on', 4],
]);

/** The same, said after it. */
const rhythms = phraseTable<number>([
  ['every week', 1],
  ['weekly', 1],
  ['every other week', 2],
  ['every two weeks', 2],
  ['every 2 weeks', 2],
  ['every second week', 2],
  ['biweekly', 2],
  ['bi weekly', 2],
  ['alternating weeks', 2],
  ['every third week', 3],
  ['every three weeks', 3],
  ['every 3 weeks', 3],
  ['every four weeks', 4],
  ['every 4 weeks', 4],
]);

export const repeatOpeners: readonly string[] = [...everies.firsts(), ...daySetOpeners];

const isPlural = (token: Token | undefined): boolean =>
  token?.is === 'weekday' && /(?:days|mons|fris)$/u.test(token.text);

/** "every other Wednesday", "MWF", "tuesdays and thursdays", "daily", "T/Th", "Wed every 2 weeks". */
export const repeatAt = (tokens: readonly Token[], from: number): Mention | undefined => {
  const every = everies.at(tokens, from);
  const start = every?.to ?? from;
  const days = daySetAt(tokens, from) ?? daySetAt(tokens, start);
  const set = every === undefined ? days : (daySetAt(tokens, start) ?? days);
  if (set === undefined) return undefined;
  const rhythm = rhythms.at(tokens, set.to);
  const said = tokens.slice(set.from, set.to);
  const joined =
    set.weekdays.length > 1 && !said.some((token) => ['-', 'to', 'thru', 'through'].includes(token.text));
  const wholeWeek = set.weekdays.length === 5 && said[0]?.is !== 'weekday' && tokens[from]?.text !== 'all';
  if (every === undefined && rhythm === undefined && !joined && !wholeWeek && !said.some(isPlural))
    return undefined;
  if (every?.phrase === 'all' && !said.some(isPlural)) return undefined;
  const weekdays = [...set.weekdays].filter((day): day is Weekday => day >= 1 && day <= 7);
  return {
    is: 'repeat',
    weekdays,
    everyWeeks: every?.value ?? rhythm?.value ?? 1,
    from,
    to: rhythm?.to ?? set.to,
  };
};
