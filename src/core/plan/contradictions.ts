import { minuteOf } from '../clock-minutes.ts';
import { caseloadFaults as fault } from '../wording/caseload-faults.ts';
import { type Caseload, planDays } from './caseload.ts';
import { pathOf } from './path-of.ts';

/** What each part allows but the whole does not. */
export const contradictionsIn = (caseload: Caseload): string[] => {
  const { therapists, classes, services, lastWeek, midday } = caseload;
  const therapistIds = new Map(therapists.map((therapist) => [therapist.id, therapist]));
  const classIds = new Map(classes.map((one) => [one.id, one]));
  const pairFaults = (name: 'services' | 'lastWeek', list: readonly { therapist: string; class: string }[]) =>
    list.flatMap(({ therapist, class: classroom }, nth) => [
      ...(therapistIds.has(therapist)
        ? []
        : [fault.unknown(pathOf([name, nth, 'therapist']), 'therapist', therapist)]),
      ...(classIds.has(classroom) ? [] : [fault.unknown(pathOf([name, nth, 'class']), 'class', classroom)]),
    ]);
  return [
    ...spanFaults(midday, ['midday']),
    ...repeated('therapists', therapists),
    ...repeated('classes', classes),
    ...repeated('services', services),
    ...therapists.flatMap(({ busy }, nth) =>
      busy.flatMap((span, which) => spanFaults(span, ['therapists', nth, 'busy', which])),
    ),
    ...classes.flatMap(({ week }, nth) =>
      planDays.flatMap((day) => blockFaults(week[day] ?? [], ['classes', nth, 'week', day])),
    ),
    ...pairFaults('services', services),
    ...pairFaults('lastWeek', lastWeek),
  ];
};

type Span = { readonly start: string; readonly end: string };

const spanFaults = ({ start, end }: Span, path: readonly PropertyKey[]): string[] =>
  minuteOf(end) < minuteOf(start) ? [fault.endBeforeStart(pathOf([...path, 'end']))] : [];

const blockFaults = (blocks: readonly Span[], path: readonly PropertyKey[]): string[] =>
  blocks.flatMap((block, nth) => spanFaults(block, [...path, nth]));

const repeated = (name: string, list: readonly { readonly id: string }[]): string[] => {
  const seen = new Set<string>();
  return list.flatMap(({ id }, nth) => {
    if (seen.has(id)) return [fault.twice(pathOf([name, nth, 'id']), id)];
    seen.add(id);
    return [];
  });
};
