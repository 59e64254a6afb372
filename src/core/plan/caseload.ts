import { z } from 'zod';

export const planDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
export type PlanDay = (typeof planDays)[number];

const id = z.string().min(1);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const worth = z.number().min(0).max(1000);
const count = z.number().int().min(1).max(1000);
const span = { start: time, end: time };
const block = z.strictObject({ ...span, activity: id, open: z.boolean() });

/** A caseload as a file holds it; a key nobody knows is refused, because a slip in a key would plan another week. */
export const caseloadShape = z.strictObject({
  name: z.string(),
  /** Visits start on this grid, counted from the start of their block. */
  slotMinutes: count,
  visitMinutes: count,
  /** How many students of one therapist share a visit. */
  groupCap: count,
  /** Visits a class takes in one day before `classDayOver` is counted. */
  classVisitsPerDay: z.number().int().min(0).max(1000),
  /** Travel time of therapists with several schools. */
  midday: z.strictObject(span),
  weights: z.strictObject({
    unmetSession: worth,
    visit: worth,
    keep: worth,
    classDayOver: worth,
    schoolSwap: worth,
  }),
  /** Focus to activity to 1–3; what is missing does not fit. */
  fit: z.record(id, z.record(id, z.number().min(0).max(1000))),
  therapists: z.array(
    z.strictObject({
      id,
      discipline: z.string(),
      schools: z.array(id).min(1),
      busy: z.array(z.strictObject({ day: z.enum(planDays), ...span })),
    }),
  ),
  classes: z.array(
    z.strictObject({ id, school: id, week: z.partialRecord(z.enum(planDays), z.array(block)) }),
  ),
  /** One student's mandate in one class each. */
  services: z.array(
    z.strictObject({
      id,
      therapist: id,
      class: id,
      focus: id,
      sessionsPerWeek: z.number().int().min(0).max(50),
    }),
  ),
  lastWeek: z.array(z.strictObject({ therapist: id, class: id, day: z.enum(planDays), start: time })),
});

export type Caseload = z.infer<typeof caseloadShape>;
