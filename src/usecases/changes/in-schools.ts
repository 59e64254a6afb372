import type { Card } from '../../core/card.ts';
import { gradesIn, namedIn, placesSaid } from '../../core/reading/places-in.ts';
import { type ChangeSaid, readChange } from '../../core/reading/read-change.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { saidBeforeCard, toldSchoolsCard, whichSchoolCard } from '../../core/wording/which-school.ts';
import { schoolNow } from '../../store/calendars.ts';
import { classroomsOfSchool } from '../../store/classrooms.ts';
import { type Counter, deskAt } from '../desk.ts';
import type { OnTap } from '../door.ts';
import { roomsNamed } from '../room-meant.ts';
import { schoolsOfCoordinator } from '../schools-of-coordinator.ts';

type SchoolName = Awaited<ReturnType<typeof schoolsOfCoordinator>>[number];
type Hear = (counter: Counter, said: ChangeSaid, text: string) => Promise<Card | undefined>;

/** What a coordinator tells of a day, in the school she means; where that could be several, she is asked. */
export const inSchools =
  (hear: Hear): Hear =>
  async (counter, said, text) => {
    const { trx, me, local } = counter;
    const hers = await schoolsOfCoordinator(trx, me);
    const named = namedSchools(hers, text);
    if (named.length > 0) return inEach(hear, counter, named, said, text);
    const withPlace = await withPlaceOf(counter, hers, text);
    const namesNone = withPlace.length === 0 && (said.change === 'sub' || placesSaid(text).length > 0);
    const meant = withPlace.length > 0 ? withPlace : hers;
    // A class nobody knows, or a sub for nobody in particular: no school would make it clearer.
    if (namesNone || meant.length === 0) return hear(counter, said, text);
    if (meant.length > 1) return whichSchoolCard(meant, text, local.date);
    return inEach(hear, counter, meant, said, text);
  };

/** The school was tapped, or all of them. */
export const tapSchool =
  (hear: Hear): OnTap =>
  async (counter, tap) => {
    const [, day, text = ''] = /^(\S+) ([\s\S]+)$/.exec(tap.value ?? '') ?? [];
    const hers = await schoolsOfCoordinator(counter.trx, counter.me);
    const schools = hers.filter(({ id }) => tap.ref === '' || tap.ref === id);
    if (day !== counter.local.date) return { kind: 'replace', card: saidBeforeCard() };
    const said = readChange(text, counter.local);
    const card = said && (await inEach(hear, counter, schools, said, text));
    return { kind: 'replace', card: card ?? outdatedCard() };
  };

/** The counter as it stands in another of her schools. */
export const counterAt = async (counter: Counter, schoolId: string): Promise<Counter> => {
  const { trx, me, now } = counter;
  if (schoolId === me.schoolId) return counter;
  return { ...counter, ...deskAt(trx, { ...me, schoolId }, await schoolNow(trx, schoolId, now), now) };
};

const inEach = async (
  hear: Hear,
  counter: Counter,
  schools: readonly SchoolName[],
  said: ChangeSaid,
  text: string,
): Promise<Card | undefined> => {
  const told: { readonly school: string; readonly card: Card }[] = [];
  for (const { id, name } of schools) {
    const card = await hear(await counterAt(counter, id), said, text);
    if (card) told.push({ school: name, card });
  }
  return told.length > 1 ? toldSchoolsCard(told) : told[0]?.card;
};

/** What schools are called after their name; people leave it out. */
const kindsOfSchool = / (?:elementary|primary|intermediate|middle|junior|senior|high|academy|school)\b/giu;

const namedSchools = (schools: readonly SchoolName[], text: string): SchoolName[] =>
  namedIn(
    text,
    schools.flatMap((school) => {
      const names = new Set([school.name, school.name.replace(kindsOfSchool, '')]);
      return [...names].map((name) => ({ value: school, name }));
    }),
  ).filter((school, at, all) => all.indexOf(school) === at);

/** Those that have a room or a grade of which this speaks. */
const withPlaceOf = async (
  { trx }: Counter,
  schools: readonly SchoolName[],
  text: string,
): Promise<SchoolName[]> => {
  const found: SchoolName[] = [];
  for (const school of schools) {
    const rooms = await classroomsOfSchool(trx, school.id);
    const named = roomsNamed(text, rooms);
    const grades = rooms.flatMap(({ grade }) => grade ?? []);
    if (named.length > 0 || gradesIn(text, grades).length > 0) found.push(school);
  }
  return found;
};
