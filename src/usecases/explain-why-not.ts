import type { Card } from '../core/card.ts';
import { namedIn } from '../core/reading/places-in.ts';
import { readWhen } from '../core/reading/read-when.ts';
import { whyNotAt, whyNotOn } from '../core/why-not-at.ts';
import { whenFaultCard } from '../core/wording/when.ts';
import { whyNotCard, whyNotWhenCard } from '../core/wording/why-not.ts';
import type { Desk } from './desk.ts';
import { findTimes } from './find-times.ts';
import { withoutPairing } from './show-schedule.ts';

/** “Why not Thursday?”: the reason in each class, or the time there would be. */
export const explainWhyNot = async (desk: Desk, words: string): Promise<Card> => {
  const times = await findTimes(desk);
  if (times.pairings.length === 0) return withoutPairing(desk);
  const named = namedIn(
    words,
    times.pairings.map((pairing) => ({ value: pairing, name: pairing.classroomName })),
  );
  const rooms = named.length > 0 ? named : times.pairings;
  const when = readWhen(withoutNames(words, named), desk.local);
  if (!when.ok) return whenFaultCard(when.why, when.said);
  const { date, start } = when;
  if (date === undefined) return whyNotWhenCard();
  const lines = rooms.flatMap((pairing) => {
    const need = times.input.needs.find(({ pairingId }) => pairingId === pairing.id);
    if (need === undefined) return [];
    const asked = { input: times.input, ifAsked: times.ifAsked, need, date };
    return [
      {
        room: pairing.classroomName,
        why: start === undefined ? whyNotOn(asked) : whyNotAt(asked, start),
        first: times.proposals.find(({ pairingId }) => pairingId === pairing.id),
        isPlanned: need.missing === 0,
      },
    ];
  });
  return whyNotCard(lines, { date, minute: start }, desk.local.date);
};

/** A room's number is no hour. */
const withoutNames = (words: string, named: readonly { readonly classroomName: string }[]): string =>
  named.reduce(
    (left, { classroomName }) => left.replace(new RegExp(escaped(classroomName), 'giu'), ' '),
    words,
  );

const escaped = (name: string): string => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
