import type { Card } from '../core/card.ts';
import { namedIn } from '../core/reading/places-in.ts';
import { readWhen } from '../core/reading/read-when.ts';
import { isDate, type LocalDate, type Minute } from '../core/time.ts';
import { placeNeeds } from '../core/week-plan/place-needs.ts';
import { whyNotAt, whyNotOn } from '../core/week-plan/why-not-at.ts';
import { whenFaultCard } from '../core/wording/when.ts';
import { whyNotCard, whyNotFaults, whyNotForm, whyNotWhenCard } from '../core/wording/why-not.ts';
import type { PairingView } from '../store/pairings.ts';
import type { Desk } from './desk.ts';
import { field, type OnSubmit, type OnTap } from './door.ts';
import { comingDates } from './find-times.ts';
import { withoutPairing } from './show-schedule.ts';
import { askWeek } from './week-plan/ask-week.ts';

/** “Why not Thursday?”: the reason in each class, outside it and for a talk, or the time there would be. */
export const explainWhyNot = async (desk: Desk, words: string): Promise<Card> => {
  const week = await askWeek(desk);
  const { pairings } = week.times;
  if (pairings.length === 0) return withoutPairing(desk);
  const named = namedIn(
    words,
    pairings.map((pairing) => ({ value: pairing, name: pairing.classroomName })),
  );
  const when = readWhen(withoutNames(words, named), desk.local);
  if (!when.ok) return whenFaultCard(when.why, when.said);
  const { date, start } = when;
  if (date === undefined) return whyNotWhenCard();
  return explain(desk, week, named.length > 0 ? named : pairings, date, start);
};

/** The same by a tap, for who types nothing. */
export const openWhyNot: OnTap = async (counter) => {
  const dates = comingDates(counter);
  return dates.length === 0
    ? { kind: 'card', card: whyNotWhenCard() }
    : { kind: 'form', form: whyNotForm(dates, counter.local.date) };
};

export const sayWhyNot: OnSubmit = async (counter, { values }) => {
  const date = field(values, 'day');
  if (!isDate(date)) return { kind: 'faults', faults: { day: whyNotFaults.day } };
  const week = await askWeek(counter);
  const { pairings } = week.times;
  const card =
    pairings.length === 0 ? await withoutPairing(counter) : explain(counter, week, pairings, date, undefined);
  return { kind: 'card', card };
};

const explain = (
  desk: Desk,
  { asked, times }: Awaited<ReturnType<typeof askWeek>>,
  rooms: readonly PairingView[],
  date: LocalDate,
  minute: Minute | undefined,
): Card => {
  const { input, ifAsked } = times;
  const lines = asked.needs
    .filter(({ pairingId }) => rooms.some(({ id }) => id === pairingId))
    .flatMap(placeNeeds)
    .map((place) => {
      const question = { input, ifAsked, place, date };
      return {
        ...place,
        room: place.need.room,
        why: minute === undefined ? whyNotOn(question) : whyNotAt(question, minute),
        first: times.proposals.find(({ pairingId }) => pairingId === place.need.pairingId),
      };
    });
  return whyNotCard(lines, { date, minute }, desk.local.date);
};

/** A room's number is no hour. */
const withoutNames = (words: string, named: readonly { readonly classroomName: string }[]): string =>
  named.reduce(
    (left, { classroomName }) => left.replace(new RegExp(escaped(classroomName), 'giu'), ' '),
    words,
  );

const escaped = (name: string): string => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
