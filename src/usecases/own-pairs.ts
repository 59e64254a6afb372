import type { FormValues } from '../core/form.ts';
import { activePairingsOf, type PairingView } from '../store/pairings.ts';
import type { Counter } from './desk.ts';
import { field } from './door.ts';

/** The therapist's own pairs, as a form offers them. */
export const pairChoices = async ({ trx, me }: Counter) =>
  (await activePairingsOf(trx, me.id)).map(({ id, classroomName, teacherName }) => ({
    value: id,
    label: `${classroomName}, ${teacherName}`.slice(0, 75),
  }));

export const chosenPair = async (
  { trx, me }: Counter,
  values: FormValues,
): Promise<PairingView | undefined> =>
  (await activePairingsOf(trx, me.id)).find(
    ({ id, therapistId }) => id === field(values, 'pairing') && therapistId === me.id,
  );
