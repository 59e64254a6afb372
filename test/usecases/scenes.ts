import type { Action, Card } from '../../src/core/card.ts';
import type { Form, FormValues } from '../../src/core/form.ts';
import type { Address } from '../../src/core/people.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import { rememberAddress } from '../../src/store/addresses.ts';
import { addMember } from '../../src/store/members.ts';
import type { Trx } from '../../src/store/schema.ts';
import { schools } from '../../src/store/schools.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { at, type MapleStreet, type Name, organizationId, type Sent } from './maple-street.ts';

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
  { name: action, ref, value, version }: Action,
  message?: Sent['ref'],
): Promise<Answer> =>
  school.act(name, {
    kind: 'tap',
    action,
    ref,
    ...(value === undefined ? {} : { value }),
    ...(version === undefined ? {} : { version }),
    ...(message ? { message } : {}),
  });

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

/** Asked for by the therapist and agreed by the teacher: “Tue 9:00” as the offer says it. */
export const agreeVisit = async (school: MapleStreet, therapist: Name, when: string): Promise<void> => {
  const offers = options(await school.says(therapist, 'schedule'));
  const offer = offers.find(({ words }) => words.startsWith(when));
  if (!offer) throw new Error(`no ${when} among ${offers.map(({ words }) => words).join(' | ')}`);
  await tapAction(school, therapist, offer.action);
  const asked = got(school, 'Ms. Rivera', 'visit').at(-1);
  if (!asked) throw new Error('the teacher was not asked');
  await school.tap('Ms. Rivera', asked.card, 'Yes', asked.ref);
};
