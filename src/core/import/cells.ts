import { daySetAt } from '../reading/day-set-at.ts';
import { normalize } from '../reading/normalize.ts';
import { tokenize } from '../reading/tokens.ts';
import { isDate, type LocalDate, type Minute, type Weekday } from '../time.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-25`, or as American spreadsheets write it: `11/25/2026`, `11/25/26`. */
export const dateIn = (text: string): LocalDate | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text);
  if (!us) return undefined;
  const year = Number(us[3]);
  return dateOf(year < 100 ? 2000 + year : year, Number(us[1]), Number(us[2]));
};

const dateOf = (year: number, month: number, day: number): LocalDate | undefined => {
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return year >= 2000 && year < 2100 && isDate(date) ? date : undefined;
};

/** `8:10`, `8:10 AM`, `13:25`; alone, `1:25` is after noon, because no school is open in the night. */
export const clockIn = (text: string): Minute | undefined => {
  const found = /^(\d{1,2}):([0-5]\d)(?::00)?\s*(?:([ap])\.?m?\.?)?$/i.exec(text);
  if (!found) return undefined;
  const [, digits = '', minutes = '', half] = found;
  const hour = Number(digits);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    return ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minutes);
  }
  if (hour > 23) return undefined;
  return (digits.length === 1 && hour >= 1 && hour <= 6 ? hour + 12 : hour) * 60 + Number(minutes);
};

/** `Mon Wed`, `Tue and Thu`, `Mon-Fri`, `MWF`, `every day`. */
export const weekdaysIn = (text: string): Weekday[] | undefined => {
  const tokens = tokenize(normalize(text.replaceAll(';', ',')));
  const found = new Set<Weekday>();
  for (let at = 0; at < tokens.length; ) {
    const set = daySetAt(tokens, at);
    if (set) {
      for (const day of set.weekdays) found.add(day);
      at = set.to;
    } else if ([',', 'and', '&', '+'].includes(tokens[at]?.text ?? '')) at += 1;
    else return undefined;
  }
  return found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
};

/** The same name however it was typed: "Early Release", "early  release". */
export const sameName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
