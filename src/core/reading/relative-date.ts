import type { LocalDate } from '../time.ts';
import { addDays, mondayOf } from '../time.ts';
import type { DateFound } from './date-found.ts';
import { roleAt, type Token } from './tokens.ts';

const daysIn: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['days', 1],
  ['week', 7],
  ['weeks', 7],
  ['wk', 7],
  ['wks', 7],
]);

const beside: ReadonlyMap<string, number> = new Map([
  ['after', 1],
  ['before', -1],
]);

const countAt = (token: Token | undefined): number | undefined => {
  if (token?.text === 'a' || token?.text === 'one') return 1;
  return (token?.is === 'number' && token.digits <= 2) || token?.is === 'spelled' ? token.value : undefined;
};

const shifted = (found: DateFound, days: number, from: number, today: LocalDate): DateFound => {
  const { said } = found;
  if (said.is === 'date') return { said: { is: 'date', date: addDays(said.date, days) }, from, to: found.to };
  if (said.is === 'none') return { said, from, to: found.to };
  const monday = addDays(mondayOf(today), said.weekday - 1);
  const coming = monday < today ? addDays(monday, 7) : monday;
  return { said: { is: 'date', date: addDays(coming, days) }, from, to: found.to };
};

export const relativeDateOpeners: readonly string[] = ['the', 'day', 'in', 'a', 'one', 'on', 'for'];

/** "day after tomorrow", "the day before yesterday", "in two weeks", "in two weeks on Monday", "a week from Tuesday". */
export const relativeDateAt = (
  tokens: readonly Token[],
  from: number,
  today: LocalDate,
  dayAt: (at: number) => DateFound | undefined,
): DateFound | undefined => {
  const the = roleAt(tokens, from) === 'the' ? from + 1 : from;
  const step = tokens[the]?.text === 'day' ? beside.get(tokens[the + 1]?.text ?? '') : undefined;
  const near = tokens[the + 2];
  if (step !== undefined && near?.is === 'near')
    return { said: { is: 'date', date: addDays(today, near.days + step) }, from, to: the + 3 };
  const ahead = tokens[from]?.text === 'in';
  const at = ahead ? from + 1 : from;
  const count = countAt(tokens[at]);
  const unit = daysIn.get(tokens[at + 1]?.text ?? '');
  if (count === undefined || unit === undefined) return undefined;
  const days = count * unit;
  if (tokens[at + 2]?.text === 'from' || tokens[at + 2]?.text === 'after') {
    const anchor = dayAt(at + 3);
    return anchor && shifted(anchor, days, from, today);
  }
  if (!ahead) return undefined;
  const day = unit === 7 ? dayAt(at + 2) : undefined;
  return day === undefined
    ? { said: { is: 'date', date: addDays(today, days) }, from, to: at + 2 }
    : shifted(day, days, from, today);
};
