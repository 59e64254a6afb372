import { findExposed } from '../core/exposure/find-exposed.ts';
import type { Faults } from '../core/form.ts';
import { exposedFault, SEND_AS_IS } from '../core/wording/exposure.ts';
import { aliasesOfClassrooms } from '../store/students.ts';
import type { Desk } from './desk.ts';
import { field, fields, type Submit } from './door.ts';

/**
 * What a form's words would tell about a child to whoever reads them; undefined when nothing, or when the writer has
 * seen it and wants them sent as they are. The writer decides, and no word is changed.
 */
export const exposedFaults = async (
  { trx }: Pick<Desk, 'trx'>,
  classroomIds: readonly string[],
  { values }: Submit,
  names: readonly string[],
): Promise<Faults | undefined> => {
  if (fields(values, SEND_AS_IS).includes('yes')) return undefined;
  const aliases = await aliasesOfClassrooms(trx, classroomIds);
  const faults: Record<string, string> = {};
  for (const name of names) {
    const found = findExposed(field(values, name), aliases);
    if (found.length > 0) faults[name] = exposedFault(found);
  }
  return Object.keys(faults).length > 0 ? faults : undefined;
};
