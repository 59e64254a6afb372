import { spanning } from '../../core/calendar/by-date.ts';
import type { What } from '../../core/calendar/change.ts';
import { dayTypeSaid } from '../../core/calendar/day-type-said.ts';
import type { Card } from '../../core/card.ts';
import { placesSaid } from '../../core/reading/places-in.ts';
import type { ChangeSaid } from '../../core/reading/read-change.ts';
import { closingNames, whichBellsCard, wholeSchoolOnlyCard } from '../../core/wording/change.ts';
import { calendarOf } from '../../store/calendars.ts';
import { classroomsOfSchool } from '../../store/classrooms.ts';
import { keepDayType, keepUsualDayType } from '../../store/keep-school.ts';
import type { Counter } from '../desk.ts';
import { roomsNamed } from '../room-meant.ts';
import { drawChange } from './draw-change.ts';
import { keepChanges } from './keep-changes.ts';
import type { Place } from './place-said.ts';
import { settleAsksWithin, spreadChange } from './spread-change.ts';

type Said = Extract<ChangeSaid, { change: 'close' | 'day-type' }>;

/** A snow day, an early release, a two-hour delay: for a coordinator to say, for everybody at once. */
export const changeSchool = async (counter: Counter, said: Said, text: string): Promise<Card> => {
  const { trx, me } = counter;
  const rooms = await classroomsOfSchool(trx, me.schoolId);
  const named = roomsNamed(text, rooms);
  const [namedRoom] = [...named, ...rooms];
  if (named.length > 0 || placesSaid(text).length > 0)
    return wholeSchoolOnlyCard(namedRoom?.name ?? 'Room 12');
  const what = said.change === 'close' ? closing(said.snow) : await dayType(counter, said);
  if (what === undefined) return whichBellsCard(said.change === 'close' ? 'exams' : said.type);
  const place: Place = { of: 'school', rooms };
  const rows = said.spans.map((dates) => ({ schoolId: me.schoolId, dates, what }));
  const { id, isNew } = await keepChanges(counter, rows);
  if (!isNew) return drawChange(counter, id, 'known');
  const dates = spanning(said.spans);
  if (what.do === 'close') await settleAsksWithin(counter, place, dates, () => true);
  return drawChange(counter, id, await spreadChange(counter, place, { id, dates }));
};

const closing = (snow: boolean): What => ({
  do: 'close',
  name: snow ? closingNames.snow : closingNames.other,
});

/** The school's own bells for such a day, or new ones made of what was said. */
const dayType = async (
  { trx, me }: Counter,
  { type, delay, hours }: Extract<Said, { change: 'day-type' }>,
): Promise<What | undefined> => {
  const calendar = await calendarOf(trx, me.schoolId);
  const bell = hours.is === 'from' || hours.is === 'until' ? { bell: hours.minute } : {};
  const found = dayTypeSaid(calendar, { type, ...bell, ...(delay === undefined ? {} : { delay }) });
  if (found === undefined) return undefined;
  if (!calendar.dayTypes.some(({ name }) => name === found.name)) {
    // A school that never told its day types has one all the same; beside a second one it needs its name.
    const usual = calendar.dayTypes.find(({ name }) => name === calendar.usualDayType);
    if (usual) await keepDayType(trx, me.schoolId, usual);
    await keepUsualDayType(trx, me.schoolId, calendar.usualDayType);
    await keepDayType(trx, me.schoolId, found);
  }
  return { do: 'day-type', dayType: found.name };
};
