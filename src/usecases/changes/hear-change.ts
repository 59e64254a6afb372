import type { Card } from '../../core/card.ts';
import { type ChangeSaid, readChange } from '../../core/reading/read-change.ts';
import type { LocalDate } from '../../core/time.ts';
import {
  changeFaultCard,
  forTheOfficeCard,
  unsureChangeCard,
  whichClassCard,
} from '../../core/wording/change.ts';
import type { Answer } from '../../ports/inbound.ts';
import { membersOfRole } from '../../store/members.ts';
import type { Counter } from '../desk.ts';
import { comeBack, goAway } from './go-away.ts';
import { inSchools, tapSchool } from './in-schools.ts';
import { listUndoable } from './list-undoable.ts';
import { ownPlace, type Place, placeInSchool } from './place-said.ts';
import { changeClasses } from './tell-class.ts';
import { changeSchool } from './tell-school.ts';

/** Words that say a day goes otherwise; `undefined` when they say something else. */
export const hearChange = async (counter: Counter, text: string): Promise<Answer | undefined> => {
  const said = readChange(text, counter.local);
  const hear = said && isOfSchool(counter, said) ? inSchools(cardFor) : cardFor;
  const card = said && (await hear(counter, said, text));
  return card && { kind: 'card', card };
};

/** What only a coordinator may tell, or of classes that are not hers: with a day, so that it can be done. */
const isOfSchool = ({ me, local }: Counter, said: ChangeSaid): boolean =>
  me.role === 'coordinator' &&
  'spans' in said &&
  said.change !== 'away' &&
  (said.spans.length > 0 || said.change === 'sub') &&
  said.spans.every(({ end }) => end >= local.date);

const cardFor = async (counter: Counter, said: ChangeSaid, text: string): Promise<Card | undefined> => {
  const { role } = counter.me;
  if (said.change === 'undo')
    // "No early release, so come at 2": only the office takes back what it told everybody.
    return said.ofSchool && role !== 'coordinator' ? undefined : listUndoable(counter);
  if (said.change === 'back') return comeBack(counter);
  // A teacher who may have a sub is heard as one who isn't sure about a visit.
  if (said.change === 'unsure')
    return said.about === 'sub' && role === 'teacher' ? undefined : unsureChangeCard();
  if (said.spans.some(({ end }) => end < counter.local.date)) return changeFaultCard('past');
  switch (said.change) {
    case 'away':
      return goAway(counter, { ...said, spans: orToday(said.spans, counter.local.date) });
    case 'close':
    case 'day-type':
      if (role !== 'coordinator') return forTheOfficeCard(await coordinatorNames(counter));
      return said.spans.length === 0 ? changeFaultCard('which-day') : changeSchool(counter, said, text);
    case 'sub':
      return changeClasses(counter, await placeFor(counter, text, true), {
        ...said,
        spans: orToday(said.spans, counter.local.date),
      });
    case 'add':
      // An hour of one day is an ordinary answer, and may be one to a question that is open.
      if (role === 'teacher' && isOneHour(said)) return undefined;
      return inClasses(counter, said, text);
    case 'cancel':
    case 'move':
      return inClasses(counter, said, text);
  }
};

type Dated = Extract<ChangeSaid, { spans: unknown }>;

const inClasses = async (
  counter: Counter,
  said: Extract<ChangeSaid, { change: 'add' | 'cancel' | 'move' }>,
  text: string,
): Promise<Card | undefined> => {
  const place = await placeFor(counter, text, false);
  if (place === undefined) return undefined;
  return said.spans.length === 0 ? changeFaultCard('which-day') : changeClasses(counter, place, said);
};

/** Undefined for those who have no class and no school to speak of. */
const placeFor = async (
  counter: Counter,
  text: string,
  isSub: boolean,
): Promise<Place | { readonly card: Card } | undefined> => {
  if (counter.me.role === 'teacher') return ownPlace(counter, text, isSub);
  if (counter.me.role !== 'coordinator') return undefined;
  const place = await placeInSchool(counter, text);
  return isSub && 'of' in place && place.of === 'school' ? { card: whichClassCard() } : place;
};

export const changeInSchool = tapSchool(cardFor);

/** "I'm out", "we have a sub": what is said without a day is said of this one. */
const orToday = (spans: Dated['spans'], today: LocalDate): Dated['spans'] =>
  spans.length === 0 ? [{ start: today, end: today }] : spans;

const isOneHour = ({ spans, hours }: Dated): boolean => {
  const [first, ...more] = spans;
  return more.length === 0 && first?.start === first?.end && hours.is !== 'all day';
};

const coordinatorNames = async ({ trx, me }: Counter): Promise<string[]> =>
  (await membersOfRole(trx, 'coordinator'))
    .filter(({ schoolId }) => schoolId === me.schoolId)
    .map(({ name }) => name);
