import type { Weekday } from '../core/time.ts';
import { replaceShifts } from './absences.ts';
import type { Trx } from './schema.ts';

/** A member's place in one of several schools. */
interface PostView {
  readonly memberId: string;
  readonly schoolId: string;
  readonly school: string;
}

/** Nothing of those who are at their own school only. */
export const postsOf = async (trx: Trx, memberIds: readonly string[]): Promise<PostView[]> =>
  memberIds.length === 0
    ? []
    : trx
        .selectFrom('shifts')
        .innerJoin('schools', 'schools.id', 'shifts.school_id')
        .select(['shifts.member_id as memberId', 'shifts.school_id as schoolId', 'schools.name as school'])
        .distinct()
        .where('shifts.member_id', 'in', [...memberIds])
        .orderBy('schools.name')
        .execute();

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** From now on at each of these schools, on all days each of them meets. */
export const replacePosts = (trx: Trx, memberId: string, schoolIds: readonly string[]): Promise<void> =>
  replaceShifts(
    trx,
    memberId,
    schoolIds.map((schoolId) => ({ schoolId, weekdays: EVERY_DAY })),
  );
