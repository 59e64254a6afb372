import { sql } from 'kysely';
import type { Trx } from './schema.ts';

const titles = ['mr', 'ms', 'mrs', 'mx', 'miss', 'dr', 'coach', 'teacher'];

/** The words of a name that tell whose it is: “Ms. Hill” is Hill. */
const tellingWords = (name: string): string[] =>
  name.split(/[^\p{L}\p{M}'’-]+/u).filter((word) => word.length > 1 && !titles.includes(word.toLowerCase()));

/** A room's name has 40 characters. */
const LONGEST = 40;

/**
 * Where a name stands beside the person's own row: in what their rooms are called, and in weeks planned with those
 * rooms. Such a week is let go whole; it can be planned again.
 */
export const forgetNameOf = async (
  trx: Trx,
  memberId: string,
): Promise<{ readonly classrooms: number; readonly week_plans: number }> => {
  const { name } = await trx
    .selectFrom('members')
    .select('name')
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  const names = [name];
  const words = tellingWords(name).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  let rooms = 0;
  if (words.length > 0) {
    const pattern = `(?i)(^|\\W)(?:${words.join('|')})(?!\\w)`;
    const without = sql<string>`regexp_replace(c.name, ${pattern}, '\\1…', 'g')`;
    const found = await sql<{ id: string; name: string; without: string; taken: boolean }>`
      select c.id, c.name, ${without} as without,
        exists (select from classrooms o where o.school_id = c.school_id and o.id <> c.id
          and lower(o.name) = lower(${without})) as taken
      from classrooms c where c.teacher_id = ${memberId} and c.name ~ ${pattern}`.execute(trx);
    for (const room of found.rows) {
      names.push(room.name);
      // Two rooms of one school are never called the same.
      const free = room.taken ? `${room.without.slice(0, LONGEST - 9)} ${room.id.slice(0, 8)}` : room.without;
      await trx.updateTable('classrooms').set({ name: free }).where('id', '=', room.id).execute();
      rooms += 1;
    }
  }
  const spelled = names.map((one) => JSON.stringify(one).slice(1, -1));
  const plans = await sql`delete from week_plans where exists (select from unnest(${spelled}::text[]) one
    where position(one in concat(caseload, week, offered)) > 0)`.execute(trx);
  return { classrooms: rooms, week_plans: Number(plans.numAffectedRows ?? 0) };
};
