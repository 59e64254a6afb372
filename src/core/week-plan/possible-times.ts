import { atClass } from '../at-class.ts';
import { classHasRoom, fittingVisits, isAhead, type Proposal, therapistIsFree } from '../possible-visits.ts';
import type { ProposeInput } from '../propose-input.ts';
import type { LocalDate } from '../time.ts';
import { takesRoom, type VisitSetting } from '../visit-setting.ts';
import type { PlanNeed } from './caseload-of.ts';
import { outsideVisits } from './outside.ts';
import { talksOn } from './talks.ts';

/** Every session of that setting that could begin then, whoever is busy. */
export const timesOn = (need: PlanNeed, setting: VisitSetting, date: LocalDate): Proposal[] => {
  switch (setting) {
    case 'push_in':
      return fittingVisits(need, date);
    case 'either': {
      const fitting = fittingVisits(need, date);
      const fits = new Set(fitting.map(({ start }) => start));
      // In the class if it fits, else outside.
      return [...fitting, ...outsideVisits(need, date).filter(({ start }) => !fits.has(start))];
    }
    case 'pull_out':
      return outsideVisits(need, date);
    case 'consult':
      return talksOn(need, date);
  }
};

/** Every one that could really be held that day. */
export const possibleTimes = (
  asked: ProposeInput,
  need: PlanNeed,
  setting: VisitSetting,
  date: LocalDate,
): Proposal[] => {
  const input = atClass(asked, need);
  const hasRoom = takesRoom(setting) ? classHasRoom(input, date) : () => true;
  return timesOn(need, setting, date)
    .filter(isAhead(input.now))
    .filter(therapistIsFree(input, date))
    .filter(hasRoom);
};
