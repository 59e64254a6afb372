import type { Block } from '../core/classroom.ts';
import { readRoutine } from '../core/reading/read-routine.ts';
import { noPairsToCountCard } from '../core/wording/minutes.ts';
import { pullOutFault, pullOutForm, pullOutKeptCard } from '../core/wording/pull-out.ts';
import { routineFaults } from '../core/wording/routine.ts';
import { asBlock, pullOutsOf, replacePullOuts } from '../store/pull-outs.ts';
import { field, type OnSubmit, type OnTap } from './door.ts';
import { chosenPair, pairChoices } from './own-pairs.ts';
import { replanQueued } from './replan.ts';

/** Where nobody says how long. */
const USUAL_MINUTES = 30;

export const openPullOutForm: OnTap = async (counter) => {
  const pairs = await pairChoices(counter);
  if (pairs.length === 0) return { kind: 'card', card: noPairsToCountCard() };
  const known = pairs.length === 1 ? await pullOutsOf(counter.trx, [counter.me.id]) : [];
  return { kind: 'form', form: pullOutForm(pairs, known.map(asBlock)) };
};

/** They keep their therapist’s hours, and the teacher sees when (needs 16). */
export const keepPullOuts: OnSubmit = async (counter, submit) => {
  const { trx, me, now } = counter;
  const pairing = await chosenPair(counter, submit.values);
  if (!pairing) return { kind: 'faults', faults: { pairing: pullOutFault } };
  const words = field(submit.values, 'words');
  // A routine names what is done; here that is always the same.
  const routine = words.replaceAll(/^(?=.)/gm, 'students ');
  const { blocks, faults } = words === '' ? { blocks: [], faults: [] } : readRoutine(routine, 'other');
  const [fault] = faults;
  if (fault) return { kind: 'faults', faults: { words: routineFaults[fault.why](fault.line) } };
  const times: Block[] = blocks.map(({ weekdays, start, end = start + USUAL_MINUTES }) => ({
    weekdays,
    start,
    end,
    kind: 'other',
    withStudents: true,
  }));
  await replacePullOuts(trx, pairing.id, times);
  await replanQueued(trx, me, now);
  return { kind: 'card', card: pullOutKeptCard(pairing.classroomName, pairing.teacherName, times) };
};
