import { routineText } from '../core/wording/routine.ts';
import { handOverDoneCard, handOverForm, handOverWords } from '../core/wording/strategy.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import { blocksOf } from '../store/blocks.ts';
import { activePairingsOf } from '../store/pairings.ts';
import { openStrategiesOfPairing } from '../store/strategies.ts';
import type { OnSubmit, OnTap } from './door.ts';
import { withTrends } from './strategies.ts';

/** For next year's adults: how the week runs, what helped, and in which words (needs 67). */
export const openHandOver: OnTap = async (counter) => {
  if (counter.me.role !== 'therapist') return { kind: 'card', card: onlyTherapistsCard() };
  const rooms = [];
  for (const pairing of await activePairingsOf(counter.trx, counter.me.id)) {
    const tried = await withTrends(counter, await openStrategiesOfPairing(counter.trx, pairing.id));
    const blocks = await blocksOf(counter.trx, { classroomId: pairing.classroomId });
    const routine = blocks.length === 0 ? [] : routineText(blocks, true).split('\n');
    if (tried.length > 0) rooms.push({ room: pairing.classroomName, routine, tried });
  }
  return { kind: 'form', form: handOverForm(handOverWords(rooms)) };
};

/** It is read and copied; PushIn keeps nothing of it. */
export const closeHandOver: OnSubmit = async () => ({ kind: 'card', card: handOverDoneCard() });
