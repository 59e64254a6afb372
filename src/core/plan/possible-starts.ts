import { minuteOf } from '../clock-minutes.ts';
import { overlaps } from '../time.ts';
import { at } from './at.ts';
import { type Caseload, planDays } from './caseload.ts';

interface Start {
  readonly day: number;
  readonly start: number;
  readonly activity: string;
}

/** When this therapist could be in this class, as far as blocks, the therapist's own hours and travel go. */
export const possibleStarts = (caseload: Caseload, therapist: number, classroom: number): Start[] => {
  const { visitMinutes, slotMinutes } = caseload;
  const { schools, busy } = at(caseload.therapists, therapist);
  const { school, week } = at(caseload.classes, classroom);
  if (!schools.includes(school)) return [];
  const midday = { start: minuteOf(caseload.midday.start), end: minuteOf(caseload.midday.end) };
  return planDays.flatMap((day, nth) => {
    const closed = busy
      .filter((one) => one.day === day)
      .map(({ start, end }) => ({ start: minuteOf(start), end: minuteOf(end) }));
    if (schools.length > 1) closed.push(midday);
    const blocks = (week[day] ?? []).map((block) => ({
      ...block,
      start: minuteOf(block.start),
      end: minuteOf(block.end),
    }));
    const starts: Start[] = [];
    for (const block of blocks)
      for (let start = block.start; start + visitMinutes <= block.end; start += slotMinutes) {
        const span = { start, end: start + visitMinutes };
        // Where blocks overlap, the one written first says what the class does.
        const first = blocks.find((other) => other.start <= span.start && span.end <= other.end);
        if (first === block && block.open && !closed.some((other) => overlaps(other, span)))
          starts.push({ day: nth, start, activity: block.activity });
      }
    return starts;
  });
};
