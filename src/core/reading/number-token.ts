export type Half = 'am' | 'pm';

/** What a run of digits, with whatever hangs on it, can mean by itself. */
export type NumberMeaning =
  | { readonly is: 'clock'; readonly hour: number; readonly minute: number; readonly half: Half | undefined }
  /** A bare number: an hour, 1045, a room, a count; its neighbors decide. */
  | { readonly is: 'number'; readonly value: number; readonly digits: number }
  | {
      readonly is: 'date';
      readonly month: number;
      readonly day: number;
      readonly year: number | undefined;
    }
  | { readonly is: 'ordinal'; readonly day: number }
  | { readonly is: 'amount'; readonly minutes: number }
  | { readonly is: 'plain' };

const halves: ReadonlyMap<string, Half> = new Map([
  ['a', 'am'],
  ['am', 'am'],
  ['p', 'pm'],
  ['pm', 'pm'],
]);

const slashDate = (first: number, second: number, year: number | undefined): NumberMeaning => {
  const dayFirst = first > 12 && second <= 12;
  return { is: 'date', month: dayFirst ? second : first, day: dayFirst ? first : second, year };
};

/** Bare digits as a wall clock: 10 → 10:00, 1045 → 10:45. */
export const clockOfDigits = (value: number, digits: number): { hour: number; minute: number } =>
  digits <= 2 ? { hour: value, minute: 0 } : { hour: Math.floor(value / 100), minute: value % 100 };

export const readNumber = (text: string): NumberMeaning => {
  const plain = /^\d{1,4}$/u.exec(text);
  if (plain) return { is: 'number', value: Number(text), digits: text.length };

  const clock = /^(\d{1,2})([:.h])(\d{2})(am|pm|a|p|ish)?$/u.exec(text);
  if (clock) {
    const [, hour, mark, minute, tail = ''] = clock;
    // "8.30" is a clock, "4.75" an amount; "10:75" was meant as a clock and is told so.
    if (mark === '.' && (Number(minute) > 59 || Number(hour) > 24)) return { is: 'plain' };
    return { is: 'clock', hour: Number(hour), minute: Number(minute), half: halves.get(tail) };
  }

  const hour = /^(\d{1,4})(am|pm|a|p|ish)$/u.exec(text);
  if (hour) {
    const [, digits = '', tail = ''] = hour;
    return { is: 'clock', ...clockOfDigits(Number(digits), digits.length), half: halves.get(tail) };
  }

  const date = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/u.exec(text);
  if (date && text !== '24/7') {
    const [, first, second, year] = date;
    const fullYear = year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);
    return slashDate(Number(first), Number(second), fullYear);
  }

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  if (iso) return { is: 'date', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };

  const ordinal = /^(\d{1,2})(st|nd|rd|th)$/u.exec(text);
  if (ordinal) return { is: 'ordinal', day: Number(ordinal[1]) };

  const amount = /^(\d{1,3})(m|mins?|minutes?|h|hrs?|hours?)$/u.exec(text);
  if (amount) {
    const [, count, unit = 'm'] = amount;
    return { is: 'amount', minutes: Number(count) * (unit.startsWith('h') ? 60 : 1) };
  }
  return { is: 'plain' };
};
