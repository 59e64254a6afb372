import type { Change } from '../../core/calendar/change.ts';
import { changeNewsCard, changeUndoneNewsCard } from '../../core/wording/change.ts';
import { sayingOf } from '../../store/changes.ts';
import { memberById } from '../../store/members.ts';
import { activePairingsOf } from '../../store/pairings.ts';
import { allFactsOf } from '../changes/draw-change.ts';
import { stillSaid } from '../changes/keep-changes.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

/** What was said about the days of some classes, as far as this person works in them. */
export const composeChangeNews: Composer = async (desk, changeId) => {
  const { trx, local } = desk;
  const said = await concerning(desk, changeId);
  const standing = said.filter(({ undone }) => undone === undefined);
  const undone = standing.length === 0;
  const changes = undone ? said : standing;
  const [first] = changes;
  if (first === undefined) return undefined;
  const saidBy = first.saidBy === '' ? '' : (await memberById(trx, first.saidBy)).name;
  return changeNewsCard(await allFactsOf(trx, changes), saidBy, undone, local.date);
};

export const composeChangeUndone: Composer = async (desk, changeId) => {
  const changes = (await concerning(desk, changeId)).filter(({ undone }) => undone !== undefined);
  if (changes.length === 0) return undefined;
  const facts = await allFactsOf(desk.trx, changes);
  return changeUndoneNewsCard(facts, await stillSaid(desk.trx, changes), desk.local.date);
};

const concerning = async ({ trx, me }: Desk, changeId: string): Promise<Change[]> => {
  const rooms = (await activePairingsOf(trx, me.id)).map((pairing) => pairing.classroomId);
  return (await sayingOf(trx, changeId)).filter(
    ({ scope }) => scope.of !== 'class' || rooms.includes(scope.classroomId),
  );
};
