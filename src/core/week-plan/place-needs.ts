import { takesRoom, type VisitSetting, visitSettings } from '../visit-setting.ts';
import type { PlanNeed } from './caseload-of.ts';

/** What a pairing needs in one place: in the class (or in it if it fits), outside, or with the adults. */
export interface PlaceNeed {
  readonly setting: VisitSetting;
  /** With the minutes and the mandates of these sessions. */
  readonly need: PlanNeed;
  /** None of them is still to be found this week. */
  readonly isPlanned: boolean;
}

/** One for each place its students' mandates name; in the class where none does. */
export const placeNeeds = (need: PlanNeed): PlaceNeed[] => {
  const settings = new Set(need.mandates.map(({ setting = 'push_in' }) => setting));
  const outOfClass = visitSettings.filter((setting) => !takesRoom(setting) && settings.has(setting));
  const isInClass = settings.size === 0 || outOfClass.length < settings.size;
  return [
    ...(isInClass ? [inClass(need, settings.has('either') ? 'either' : 'push_in')] : []),
    ...outOfClass.map((setting) => outside(need, setting)),
  ];
};

const inClass = (need: PlanNeed, setting: VisitSetting): PlaceNeed => ({
  setting,
  need: { ...need, mandates: need.mandates.filter((one) => takesRoom(one.setting ?? 'push_in')) },
  isPlanned: need.missing === 0,
});

const outside = (need: PlanNeed, setting: VisitSetting): PlaceNeed => {
  const mandates = need.mandates.filter((one) => one.setting === setting);
  const minutes = Math.max(...mandates.map((one) => one.minutes ?? need.minutes));
  return {
    setting,
    need: { ...need, mandates, minutes },
    isPlanned: mandates.every(({ sessions }) => sessions === 0),
  };
};
