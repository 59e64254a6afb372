import {
  homeNoteCard,
  homeNoteFault,
  homeNoteForm,
  homeNotesForm,
  homeNotesKeptCard,
  homeNotesOffCard,
  homeWords,
} from '../core/wording/home-note.ts';
import { homeNotesAllowed, setHomeNotes } from '../store/organizations.ts';
import { activePairingsOf } from '../store/pairings.ts';
import { openStrategiesOf } from '../store/strategies.ts';
import { field, type OnSubmit, type OnTap } from './door.ts';
import { exposedFaults } from './exposed-faults.ts';
import { withTrends } from './strategies.ts';

/** What helped, as a text for a family (needs 66); only where the organization has said so. */
export const openHomeNote: OnTap = async (counter) => {
  if (!(await homeNotesAllowed(counter.trx))) return { kind: 'card', card: homeNotesOffCard() };
  const open = await withTrends(counter, await openStrategiesOf(counter.trx, counter.me.id));
  const helped = open.filter(({ trend }) => trend.helped > 0).map(({ facts }) => facts);
  return { kind: 'form', form: homeNoteForm(homeWords(helped)) };
};

export const approveHomeNote: OnSubmit = async (counter, submit) => {
  if (!(await homeNotesAllowed(counter.trx))) return { kind: 'card', card: homeNotesOffCard() };
  const words = field(submit.values, 'words').slice(0, 1500);
  if (words === '') return { kind: 'faults', faults: { words: homeNoteFault } };
  const rooms = (await activePairingsOf(counter.trx, counter.me.id)).map(({ classroomId }) => classroomId);
  const faults = await exposedFaults(counter, rooms, submit, ['words']);
  return faults ? { kind: 'faults', faults } : { kind: 'card', card: homeNoteCard(words) };
};

export const openHomeNotes: OnTap = async ({ trx }) => ({
  kind: 'form',
  form: homeNotesForm(await homeNotesAllowed(trx)),
});

export const changeHomeNotes: OnSubmit = async ({ trx }, { values }) => {
  const on = field(values, 'on') === 'on';
  await setHomeNotes(trx, on);
  return { kind: 'card', card: homeNotesKeptCard(on) };
};
