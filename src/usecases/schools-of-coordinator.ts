import type { Member } from '../core/people.ts';
import { schoolsWithClasses } from '../store/classrooms.ts';
import { postsOf } from '../store/posts.ts';
import type { Trx } from '../store/schema.ts';
import { schools } from '../store/schools.ts';

/**
 * The schools a coordinator speaks for: her own and those where she has a post. Where none of them has a class she is
 * at the district's office, and speaks for all.
 */
export const schoolsOfCoordinator = async (
  trx: Trx,
  { id, schoolId }: Member,
): Promise<{ readonly id: string; readonly name: string }[]> => {
  const posts = await postsOf(trx, [id]);
  const own = [schoolId, ...posts.map((post) => post.schoolId)];
  const taught = await schoolsWithClasses(trx);
  const all = (await schools(trx)).filter((school) => taught.includes(school.id));
  const hers = all.filter((school) => own.includes(school.id));
  return hers.length > 0 ? hers : all;
};
