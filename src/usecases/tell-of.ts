import type { Trx } from '../store/schema.ts';
import { organizationRows, personRows, studentRows, type Told } from '../store/told-rows.ts';
import { noteOperatorAct } from '../store/trail.ts';
import type { Subject } from './find-subject.ts';

/** Everything PushIn holds about somebody, and a line in the trail that it was told. */
export const tellOf = async (trx: Trx, { kind, id }: Subject): Promise<Told> => {
  const told = await { person: personRows, student: studentRows, organization: organizationRows }[kind](
    trx,
    id,
  );
  await noteOperatorAct(trx, 'exported', kind, id);
  return told;
};
