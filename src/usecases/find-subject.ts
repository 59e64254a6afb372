import { noSubject, severalOrganizations, severalSubjects } from '../core/wording/privacy.ts';
import { CannotStart } from '../ports/cannot-start.ts';
import { allOrganizations, organizationName, realOrganizations } from '../store/organizations.ts';
import type { Db, Trx } from '../store/schema.ts';
import { asScheduler, withOrganization } from '../store/with-organization.ts';
import { isId } from './door.ts';

/** Whom an operator's export or forgetting is about. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'student'; readonly id: string; readonly name: string }
  | { readonly kind: 'organization'; readonly id: string; readonly name: string };

/** The organization named, or the only one there is; the playground's only where no other is. */
export const organizationNamed = async (db: Db, named: string | undefined): Promise<string> => {
  const real = await asScheduler(db, realOrganizations);
  const all = real.length > 0 ? real : await asScheduler(db, allOrganizations);
  const [id, ...others] = named === undefined ? all : all.filter((one) => one === named);
  if (id === undefined || others.length > 0)
    throw new CannotStart(severalOrganizations(await withNames(db, all)));
  return id;
};

const withNames = (db: Db, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => ({ id, name: await withOrganization(db, id, organizationName) })));

export const findSubject = async (
  trx: Trx,
  organizationId: string,
  kind: Subject['kind'],
  words: string,
): Promise<Subject> => {
  if (kind === 'organization') return { kind, id: organizationId, name: await organizationName(trx) };
  const found = kind === 'person' ? await people(trx, words) : await students(trx, words);
  const [only, ...others] = found;
  if (!only) throw new CannotStart(noSubject(words));
  if (others.length > 0) throw new CannotStart(severalSubjects(words, found));
  return { kind, id: only.id, name: only.name };
};

interface Found {
  readonly id: string;
  readonly name: string;
  /** What tells two of one name apart. */
  readonly more: string;
}

const people = (trx: Trx, words: string): Promise<Found[]> =>
  trx
    .selectFrom('members')
    .select(['id', 'name', 'role as more'])
    .where((where) =>
      isId(words) ? where('id', '=', words) : where(where.fn('lower', ['name']), '=', words.toLowerCase()),
    )
    .execute();

const students = (trx: Trx, words: string): Promise<Found[]> =>
  trx
    .selectFrom('students')
    .innerJoin('classrooms', 'classrooms.id', 'students.classroom_id')
    .select(['students.id', 'students.alias as name', 'classrooms.name as more'])
    .where((where) =>
      isId(words)
        ? where('students.id', '=', words)
        : where(where.fn('lower', ['students.alias']), '=', words.toLowerCase()),
    )
    .execute();
