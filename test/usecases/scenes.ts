import { type Action, buttonsIn, type Card } from '../../src/core/card.ts';
import type { Form, FormValues } from '../../src/core/form.ts';
import type { Address } from '../../src/core/people.ts';
import type { VisitState } from '../../src/core/visit-state.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import { rememberAddress } from '../../src/store/addresses.ts';
import { addMember } from '../../src/store/members.ts';
import type { Trx } from '../../src/store/schema.ts';
import { schools } from '../../src/store/schools.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { at, type MapleStreet, type Name, organizationId, type Sent, tapOn } from './maple-street.ts';

/** Monday, before the children come: everybody may be written to. */
export const beforeSchool = ['2026-11-30', '07:41'] as const;

export const pairValues: FormValues = {
  newTeacher: '',
  room: '',
  focuses: ['fine_motor'],
  students: 'K., Otter',
  count: '2',
  minutes: '30',
  period: 'week',
  keep: [],
};

export const idOf = async (school: MapleStreet, name: string): Promise<string> => {
  const rows = await stored(school, (trx) =>
    trx.selectFrom('members').select('id').where('name', '=', name).execute(),
  );
  return rows[0]?.id ?? '';
};

export const invite = async (
  school: MapleStreet,
  therapist: Name,
  teacher: string,
  values: FormValues = {},
): Promise<Answer> =>
  school.submits(therapist, 'pair', { ...pairValues, teacher: await idOf(school, teacher), ...values });

/** Invited and accepted. */
export const pair = async (
  school: MapleStreet,
  therapist: Name,
  teacher: Name,
  values: FormValues = {},
): Promise<void> => {
  await invite(school, therapist, teacher, values);
  const invitation = school.last(teacher);
  await school.tap(teacher, invitation.card, 'Yes, let’s try', invitation.ref);
};

/** Room 12 with both its therapists, and the week Ms. Rivera told. */
export const settleRoom12 = async (school: MapleStreet): Promise<void> => {
  await pair(school, 'Maya Brooks', 'Ms. Rivera');
  await pair(school, 'Jonah Price', 'Ms. Rivera', {
    focuses: ['language', 'articulation'],
    students: 'Otter',
  });
  await school.says(
    'Ms. Rivera',
    'routine centers Tue and Thu 10-10:45, writing every day 9-9:40, lunch every day 11:40-12:25',
  );
};

/** What the database holds, seen as the organization sees it. */
export const stored = <T>(school: MapleStreet, look: (trx: Trx) => Promise<T>): Promise<T> =>
  withOrganization(school.database.db, organizationId, look);

export const count = (
  school: MapleStreet,
  table: 'pairings' | 'visits' | 'asks' | 'activities' | 'members',
): Promise<number> =>
  stored(school, async (trx) => (await trx.selectFrom(table).selectAll().execute()).length);

export const labels = (card: Card): string[] => card.actions.map((action) => action.label);

export const options = (card: Card): { words: string; detail: string; action: Action }[] =>
  card.parts.flatMap((part) =>
    part.kind === 'option' ? [{ words: part.text, detail: part.detail ?? '', action: part.action }] : [],
  );

export const tapAction = (
  school: MapleStreet,
  name: Name,
  action: Action,
  message?: Sent['ref'],
): Promise<Answer> => school.act(name, tapOn(action, message));

/** What one person got about one thing, oldest first. */
export const got = (school: MapleStreet, name: Name, kind: string): Sent[] =>
  school.inbox(name).filter((message) => message.card.kind === kind);

export const office: Address = { platform: 'slack', tenantId: 'T1', userId: 'U-LEE', conversation: {} };

/** Dana Lee, who speaks for the whole school. */
export const openOffice = (school: MapleStreet): Promise<void> =>
  stored(school, async (trx) => {
    const [only] = await schools(trx);
    const id = await addMember(trx, { schoolId: only?.id ?? '', name: 'Dana Lee', role: 'coordinator' });
    await rememberAddress(trx, id, office, at(...beforeSchool));
  });

export const formOf = (answer: Answer): Form => {
  if (answer.kind !== 'form') throw new Error(`no form but ${JSON.stringify(answer)}`);
  return answer.form;
};

/** The latest of that kind. */
export const lastOf = (school: MapleStreet, name: Name, kind: string): Sent => {
  const found = got(school, name, kind).at(-1);
  if (!found) throw new Error(`${name} has no ${kind}`);
  return found;
};

/** A button in a row of a card, as the card stands now. */
export const tapRow = (
  school: MapleStreet,
  name: Name,
  sent: Sent,
  label: string,
  row = 0,
): Promise<Answer> => {
  const buttons = school.shown(sent.ref).parts.flatMap(buttonsIn);
  const found = buttons.filter((button) => button.label === label)[row];
  if (!found) throw new Error(`no row with ${label} among ${buttons.map((button) => button.label)}`);
  return tapAction(school, name, found, sent.ref);
};

/** The planned week as it was thought through, on the card that stays. */
export const planned = async (school: MapleStreet, name: Name): Promise<Sent> => {
  await school.says(name, 'schedule week');
  await school.thought();
  return lastOf(school, name, 'week-plan');
};

export const visitsIn = (school: MapleStreet, state: VisitState) =>
  stored(school, (trx) => trx.selectFrom('visits').selectAll().where('state', '=', state).execute());

/** Friday after school: a class each of Ms. Rivera and Mr. Okafor, and a whole week ahead. */
export const settleTwoRooms = async (school: MapleStreet): Promise<void> => {
  await settleRoom12(school);
  await pair(school, 'Maya Brooks', 'Mr. Okafor', { students: 'Bee, Wren', focuses: ['handwriting'] });
  await school.says('Mr. Okafor', 'routine writing Mon and Wed 9-9:40, independent work Thu 1-1:45');
};
export const fridayAfterSchool = at('2026-11-27', '15:00');

/** The first time of these that `schedule` offers: “Tue 9:00”, “Tue”. */
export const offerOf = async (school: MapleStreet, therapist: Name, time: string): Promise<Action> => {
  const times = options(await school.says(therapist, 'schedule'));
  const found = times.find(({ words }) => words.startsWith(time));
  if (!found) throw new Error(`offered is ${times.map(({ words }) => words).join(', ')}`);
  return found.action;
};

/** Asked for at that time, as `schedule` offers it, and agreed by the class’s teacher. */
export const agreeVisit = async (
  school: MapleStreet,
  therapist: Name,
  time: string,
  teacher: Name = 'Ms. Rivera',
): Promise<void> => {
  await tapAction(school, therapist, await offerOf(school, therapist, time));
  const question = lastOf(school, teacher, 'visit');
  await school.tap(teacher, question.card, 'Yes', question.ref);
};
