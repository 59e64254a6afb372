import { type Instant, localTime } from '../core/time.ts';
import { formerMember } from '../core/wording/privacy.ts';
import { type Forgotten, forgetOrganization, forgetPerson, forgetStudent } from '../store/forget.ts';
import type { Trx } from '../store/schema.ts';
import { noteOperatorAct } from '../store/trail.ts';
import type { Subject } from './find-subject.ts';

/** Answers what went, by table. Of an organization nothing stays, not even the trail. */
export const forgetAbout = async (
  trx: Trx,
  { kind, id, name }: Subject,
  now: Instant,
): Promise<Forgotten> => {
  if (kind === 'organization') return forgetOrganization(trx);
  const today = localTime(now, 'utc').date;
  const forgotten =
    kind === 'person'
      ? await forgetPerson(trx, id, formerMember, today)
      : await forgetStudent(trx, id, name, today);
  await noteOperatorAct(trx, 'forgot', kind, id);
  return forgotten;
};
