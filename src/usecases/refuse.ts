import type { Card } from '../core/card.ts';
import type { Role } from '../core/people.ts';
import { type Act, mayDo, rights } from '../core/rights.ts';
import { onlyCoordinatorsCard } from '../core/wording/school-day.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { onlyTeachersCard, onlyTherapistsCard } from '../core/wording/welcome.ts';
import type { Desk } from './desk.ts';

/** What somebody reads whose role does not do this; undefined for those who may. */
export const refusalOf = ({ me }: Desk, act: Act): Card | undefined => {
  if (mayDo(me.role, act)) return undefined;
  const [first] = rights[act] ?? [];
  // A command is typed by whoever likes, and the office is known to all; any other button is somebody else's.
  const isSaid = act.startsWith('command ') || first === 'coordinator';
  return first !== undefined && isSaid ? onlyFor[first]() : outdatedCard();
};

const onlyFor: Readonly<Record<Role, () => Card>> = {
  teacher: onlyTeachersCard,
  therapist: onlyTherapistsCard,
  coordinator: onlyCoordinatorsCard,
  para: outdatedCard,
};
