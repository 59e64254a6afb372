import { minuteIn } from '../core/clock-minutes.ts';
import type { Faults, FormValues } from '../core/form.ts';
import { isZone } from '../core/time.ts';
import { joinFaults } from '../core/wording/welcome.ts';
import type { Trx } from '../store/schema.ts';
import { addSchool } from '../store/schools.ts';
import { field } from './door.ts';

/** The school as its first member describes it; added only once everything else is right too. */
export const firstSchool = (
  trx: Trx,
  values: FormValues,
): { add: () => Promise<string> } | { faults: Faults } => {
  const name = field(values, 'newSchool').slice(0, 60);
  const zone = field(values, 'zone');
  const firstBell = minuteIn(field(values, 'firstBell'));
  const lastBell = minuteIn(field(values, 'lastBell'));
  const faults: Record<string, string> = {};
  if (name === '') faults['newSchool'] = joinFaults.newSchool;
  if (firstBell === undefined) faults['firstBell'] = joinFaults.bell;
  if (lastBell === undefined) faults['lastBell'] = joinFaults.bell;
  if (!isZone(zone)) faults['zone'] = joinFaults.zone(zone);
  if (firstBell === undefined || lastBell === undefined) return { faults };
  if (lastBell <= firstBell) faults['lastBell'] = joinFaults.bells;
  if (Object.keys(faults).length > 0) return { faults };
  return { add: () => addSchool(trx, { name, zone, first_bell: firstBell, last_bell: lastBell }) };
};
