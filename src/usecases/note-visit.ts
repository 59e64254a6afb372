import { doings, findings, promptLevels, type VisitNote } from '../core/outcome.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import {
  NOTE_LENGTH,
  noteEmptyFault,
  noteForm,
  noteKeptCard,
  noteWords,
  noteWordsForm,
  tallyFault,
} from '../core/wording/visit-note.ts';
import { keepNextTry } from '../store/next-tries.ts';
import { refresh } from '../store/outbox.ts';
import { aliasesOf } from '../store/students.ts';
import { noteRead } from '../store/trail.ts';
import { keepNote, keepNoteWords, noteOf } from '../store/visit-notes.ts';
import { chosen, field, fields, isWhole, type OnSubmit, type OnTap, type Submit } from './door.ts';
import { visitToRecord } from './log-visit.ts';

export const openNoteForm: OnTap = async (counter, tap) => {
  const visit = await visitToRecord(counter, tap.ref);
  if (!visit) return { kind: 'card', card: outdatedCard() };
  return { kind: 'form', form: noteForm(visit.id, await noteOf(counter.trx, visit.id)) };
};

export const saveNote: OnSubmit = async (counter, submit) => {
  const visit = await visitToRecord(counter, submit.ref);
  if (!visit) return { kind: 'card', card: outdatedCard() };
  const note = readNote(submit);
  if (note === undefined) return { kind: 'faults', faults: { tally: tallyFault } };
  await keepNote(counter.trx, visit.id, note, counter.now);
  const { pairingId, focus } = visit;
  if (note.nextTest !== '')
    await keepNextTry(counter.trx, { pairingId, focus, words: note.nextTest }, counter.now);
  await refresh(counter.trx, visit.id);
  return { kind: 'card', card: noteKeptCard(visit.id) };
};

/** In a dialog, because the note carries aliases and must not stand on a screen. */
export const openNoteWords: OnTap = async (counter, tap) => {
  const visit = await visitToRecord(counter, tap.ref);
  const note = visit && (await noteOf(counter.trx, visit.id));
  if (!visit || !note) return { kind: 'card', card: outdatedCard() };
  await noteRead(counter.trx, counter.me.id, 'visit note', visit.id, counter.now);
  const aliases = (await aliasesOf(counter.trx, [visit.pairingId])).get(visit.pairingId) ?? [];
  const { focus, kind, teacherName } = visit;
  const planned = { focus, kind, teacherName, aliases, minutes: visit.end - visit.start };
  return { kind: 'form', form: noteWordsForm(visit.id, note.words ?? noteWords(planned, note)) };
};

export const saveNoteWords: OnSubmit = async (counter, submit) => {
  const visit = await visitToRecord(counter, submit.ref);
  if (!visit) return { kind: 'card', card: outdatedCard() };
  const words = field(submit.values, 'words').slice(0, NOTE_LENGTH);
  if (words === '') return { kind: 'faults', faults: { words: noteEmptyFault } };
  await keepNoteWords(counter.trx, visit.id, words, counter.now);
  return { kind: 'card', card: noteKeptCard(visit.id) };
};

/** Undefined when the tally cannot be read. */
const readNote = ({ values }: Submit): VisitNote | undefined => {
  const tally = field(values, 'tally');
  const [, hits, tries] = /^(\d{1,3})\s*(?:of|\/|out of)\s*(\d{1,3})$/i.exec(tally) ?? [];
  const isTally =
    tries !== undefined && Number(hits) <= Number(tries) && Number(tries) > 0 && Number(tries) <= 100;
  if (tally !== '' && !isTally) return undefined;
  const consult = Number(field(values, 'consult'));
  return {
    found: findings.filter((one) => fields(values, 'found').includes(one)),
    did: doings.filter((one) => fields(values, 'did').includes(one)),
    consultMinutes: isWhole(consult, 1, 120) ? consult : 0,
    tally: isTally ? { hits: Number(hits), tries: Number(tries) } : undefined,
    promptLevel: chosen(values, 'prompt', promptLevels),
    nextTest: field(values, 'next').slice(0, 200),
  };
};
