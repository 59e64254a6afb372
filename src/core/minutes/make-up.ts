import { addDays, type LocalDate, sundayOf } from '../time.ts';
import { periodAround } from './mandate.ts';

/** How long displaced minutes may be made up. Schools differ, so each organization says (needs, pain 8). */
export const makeUpRules = ['same_week', 'two_weeks', 'four_weeks', 'same_month'] as const;
export type MakeUpRule = (typeof makeUpRules)[number];

/** The last date that counts as making up for this one. */
export const makeUpUntil = (date: LocalDate, rule: MakeUpRule): LocalDate => {
  switch (rule) {
    case 'same_week':
      return sundayOf(date);
    case 'two_weeks':
      return addDays(date, 14);
    case 'four_weeks':
      return addDays(date, 28);
    case 'same_month':
      return periodAround(date, 'month').end;
  }
};
