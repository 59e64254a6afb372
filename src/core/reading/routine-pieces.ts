import { type DaySet, daySetAt } from './day-set-at.ts';
import { type TimeFound, timeAt } from './time-at.ts';
import type { Token } from './tokens.ts';

/** A stretch of a line that says one thing, with the days and times in it; indexes are those of the line's tokens. */
export interface RoutinePiece {
  readonly from: number;
  readonly to: number;
  readonly days: readonly DaySet[];
  readonly times: readonly TimeFound[];
  /** "then writing": goes on from the piece before. */
  readonly then: boolean;
}

const within = (at: number, places: readonly { from: number; to: number }[]): boolean =>
  places.some((place) => place.from <= at && at < place.to);

const allDays = (tokens: readonly Token[]): readonly DaySet[] => {
  const found: DaySet[] = [];
  for (let at = 0; at < tokens.length; ) {
    const days = daySetAt(tokens, at);
    if (days !== undefined) found.push(days);
    at = days?.to ?? at + 1;
  }
  return found;
};

const allTimes = (tokens: readonly Token[], days: readonly DaySet[]): readonly TimeFound[] => {
  const isDayWord = (at: number) => within(at, days);
  const found: TimeFound[] = [];
  for (let at = 0; at < tokens.length; ) {
    const time = isDayWord(at) ? undefined : timeAt(tokens, at, isDayWord);
    if (time !== undefined && time.strength > 0) found.push(time);
    at = time?.to ?? at + 1;
  }
  return found;
};

/** Ends of pieces: a comma or "then", and an "and" between two times. */
const cuts = (tokens: readonly Token[], days: readonly DaySet[], times: readonly TimeFound[]): number[] => {
  const found: number[] = [];
  let begin = 0;
  for (const [at, token] of tokens.entries()) {
    if (within(at, days) || within(at, times)) continue;
    const comma = token.text === ',' || token.text === 'then';
    const between =
      ['and', '&', '+'].includes(token.text) &&
      times.some((time) => time.from >= begin && time.to <= at) &&
      times.some((time) => time.from > at);
    if (!comma && !between) continue;
    found.push(at);
    begin = at;
  }
  return found;
};

export const routinePieces = (tokens: readonly Token[]): readonly RoutinePiece[] => {
  const days = allDays(tokens);
  const times = allTimes(tokens, days);
  const ends = [...cuts(tokens, days, times), tokens.length];
  return ends
    .map((to, index) => {
      const cut = index === 0 ? -1 : (ends[index - 1] ?? -1);
      const from = cut + 1;
      const inside = (place: { from: number; to: number }) => place.from >= from && place.to <= to;
      const then = tokens[cut]?.text === 'then';
      return { from, to, days: days.filter(inside), times: times.filter(inside), then };
    })
    .filter((piece) => piece.to > piece.from);
};
