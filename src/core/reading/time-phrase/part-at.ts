import { type PartOfDay, partHours, partWords, pointWords } from '../lexicon/day-parts.ts';
import { phraseTable } from '../phrases.ts';
import { roleAt, type Token } from '../tokens.ts';
import type { Mention } from './mention.ts';

const parts = phraseTable<PartOfDay>(partWords);
const points = phraseTable(pointWords);
const articles: ReadonlySet<string> = new Set([
  'in',
  'the',
  'this',
  'at',
  'during',
  'on',
  'early',
  'late',
  'mid',
  'later',
  'first',
  'thing',
  '-',
  'all',
]);

const beginsPart = (token: Token): boolean =>
  articles.has(token.text) || parts.begins(token) || points.begins(token);

const span = (part: PartOfDay, shade: 'early' | 'late' | undefined) => {
  const { start, end } = partHours[part];
  if (shade === 'early') return { start, end: start + 120 };
  return shade === 'late' ? { start: part === 'night' ? 22 * 60 : end - 120, end } : { start, end };
};

/** "in the morning", "early Tuesday afternoon" is not one of them, "late-night", "AM" after a day. */
export const partAt = (tokens: readonly Token[], from: number, afterDay: boolean): Mention | undefined => {
  const token = tokens[from];
  if (token === undefined || (!beginsPart(token) && !afterDay)) return undefined;
  let at = from;
  while (articles.has(tokens[at]?.text ?? '') && at - from < 4) {
    const point = points.at(tokens, at);
    if (point !== undefined) break;
    at += 1;
  }
  const said = new Set(tokens.slice(from, at).map((token) => token.text));
  const point = points.at(tokens, at);
  if (point !== undefined)
    return {
      is: 'part',
      start: point.value,
      end: point.value,
      point: true,
      today: said.has('this'),
      from,
      to: point.to,
    };
  const shade = said.has('early') ? 'early' : said.has('late') || said.has('later') ? 'late' : undefined;
  const part = parts.at(tokens, at);
  if (part !== undefined)
    return {
      is: 'part',
      ...span(part.value, shade),
      point: false,
      today: said.has('this'),
      from,
      to: part.to,
    };
  const half = roleAt(tokens, at);
  // "Tuesday AM"; after a number it belongs to the clock.
  if (afterDay && at === from && (half === 'am' || half === 'pm'))
    return {
      is: 'part',
      ...span(half === 'am' ? 'morning' : 'afternoon', undefined),
      point: false,
      today: false,
      from,
      to: at + 1,
    };
  return undefined;
};
