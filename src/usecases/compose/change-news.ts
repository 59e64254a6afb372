import { changeNewsCard } from '../../core/wording/change.ts';
import { sayingOf } from '../../store/changes.ts';
import { memberById } from '../../store/members.ts';
import { activePairingsOf } from '../../store/pairings.ts';
import { allFactsOf } from '../changes/draw-change.ts';
import type { Composer } from './composer.ts';

/** What was said about the days of some classes, as far as this person works in them. */
export const composeChangeNews: Composer = async (desk, changeId) => {
  const { trx, me, local } = desk;
  const rooms = (await activePairingsOf(trx, me.id)).map((pairing) => pairing.classroomId);
  const changes = (await sayingOf(trx, changeId)).filter(
    ({ scope }) => scope.of !== 'class' || rooms.includes(scope.classroomId),
  );
  const [first] = changes;
  if (first === undefined) return undefined;
  const saidBy = first.saidBy === '' ? '' : (await memberById(trx, first.saidBy)).name;
  const undone = changes.every((change) => change.undone !== undefined);
  return changeNewsCard(await allFactsOf(trx, changes), saidBy, undone, local.date);
};
