import { at } from '../core/plan/at.ts';
import type { Prices } from '../core/plan/model/prices.ts';
import type { WeekModel } from '../core/plan/model/week-model.ts';
import type { ProgramAnswer } from './open-program.ts';

/** What class time is worth to those who want it, as a program’s answer has it. */
export const pricesIn = ({ slotRows, crowdRows }: WeekModel, { duals }: ProgramAnswer): Prices => {
  const slots = new Map<number, Map<number, number>>();
  const crowd = new Map<number, number>();
  for (const { row, classDay, minute } of slotRows) {
    const day = slots.get(classDay) ?? new Map<number, number>();
    slots.set(classDay, day.set(minute, Math.max(0, at(duals, row))));
  }
  for (const { row, classDay } of crowdRows) crowd.set(classDay, Math.max(0, at(duals, row)));
  return { slots, crowd };
};
