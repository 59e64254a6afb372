import { countsFrom, type Mandate, mandatePeriods } from '../core/minutes/mandate.ts';
import { pairMandates, type TrackMandate, tracks } from '../core/minutes/tracks.ts';
import { addDays, isDate, mondayOf } from '../core/time.ts';
import { visitSettings } from '../core/visit-setting.ts';
import type { StudentMandate } from '../core/week-plan/student-mandate.ts';
import { mandateKeptCard, noPairsToCountCard } from '../core/wording/minutes.ts';
import { mandateFaults, mandateForm } from '../core/wording/minutes-forms.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import type { Answer } from '../ports/inbound.ts';
import { mandatesOfPairings, sayMandate, takeUpMandates } from '../store/pairing-mandates.ts';
import type { PairingView } from '../store/pairings.ts';
import { changeMandates, mandatesOf } from '../store/student-mandates.ts';
import { studentsOfPairing } from '../store/students.ts';
import type { Counter } from './desk.ts';
import { chosen, field, isWhole, type OnSubmit, type OnTap, type Submit } from './door.ts';
import { chosenPair, pairChoices } from './own-pairs.ts';
import { linesFor, readSettings, rhythmFault } from './read-mandate.ts';

export const openMandateForm: OnTap = async (counter) => {
  if (counter.me.role !== 'therapist') return { kind: 'card', card: onlyTherapistsCard() };
  const pairs = await pairChoices(counter);
  return pairs.length === 0
    ? { kind: 'card', card: noPairsToCountCard() }
    : { kind: 'form', form: mandateForm(pairs, addDays(mondayOf(counter.local.date), 7)) };
};

/** “New IEP in March: 3 × 45”: dated, and the past stays as it was counted. */
export const changeMandate: OnSubmit = async (counter, submit) => {
  const pairing = await chosenPair(counter, submit.values);
  if (!pairing) return { kind: 'faults', faults: { pairing: mandateFaults.pairing } };
  const mandate = readMandate(submit);
  if ('faults' in mandate) return { kind: 'faults', faults: mandate.faults };
  return changeTo(counter, submit, pairing, mandate);
};

const changeTo = async (
  { trx, now }: Counter,
  submit: Submit,
  { id, classroomName }: PairingView,
  { count, minutes, period, from }: Mandate,
): Promise<Answer> => {
  const counts = countsFrom({ from, period });
  const before = latest(await mandatesOf(trx, [id]));
  const known = await studentsOfPairing(trx, id);
  const said = readSettings(
    submit,
    known.map(({ alias }) => alias),
    before[0]?.setting,
  );
  if ('faults' in said) return { kind: 'faults', faults: said.faults };
  const students: readonly { readonly id: string | null; readonly alias: string }[] =
    known.length > 0 ? known : [{ id: null, alias: '' }];
  const settingOf = (student: string | null) => {
    const own = before.filter(({ studentId }) => studentId === student).map(({ setting }) => setting);
    return said.setting ?? visitSettings.find((setting) => own.includes(setting)) ?? 'push_in';
  };
  const lines = linesFor(
    students,
    (student) => [{ count, minutes, setting: settingOf(student.id) }],
    said.differing,
  );
  const rhythm = said.rhythm ?? before[0]?.rhythm ?? 'every_week';
  const fault = rhythmFault(rhythm, period, lines);
  if (fault) return { kind: 'faults', faults: fault };
  const shared = pairMandates(lines, { period, rhythm });
  const had = (await mandatesOfPairings(trx, [id])).get(id) ?? [];
  for (const track of tracks) {
    const one = shared.find((mandated) => mandated.track === track);
    const ended: TrackMandate = { track, count: 0, minutes, period };
    if (one || had.some((mandated) => mandated.track === track))
      await sayMandate(trx, id, { ...(one ?? ended), from: counts }, now);
  }
  const own = lines.map(({ student, ...line }) => ({ ...line, studentId: student.id }));
  await changeMandates(trx, id, { period, rhythm, lines: own }, counts);
  await takeUpMandates(trx, now);
  return { kind: 'card', card: mandateKeptCard(classroomName, shared, counts) };
};

/** Those that nothing has ended yet. */
const latest = (mandates: readonly StudentMandate[]) => mandates.filter(({ endsOn }) => endsOn === null);

const readMandate = ({ values }: Submit): Mandate | { faults: Record<string, string> } => {
  const count = Number(field(values, 'count'));
  const minutes = Number(field(values, 'minutes'));
  const period = chosen(values, 'period', mandatePeriods);
  const from = field(values, 'from');
  const faults: Record<string, string> = {};
  if (!isWhole(count, 1, 100)) faults['count'] = mandateFaults.count;
  if (!isWhole(minutes, 5, 120)) faults['minutes'] = mandateFaults.minutes;
  if (!isDate(from)) faults['from'] = mandateFaults.from;
  if (period === undefined) return { faults: { ...faults, period: mandateFaults.period } };
  return Object.keys(faults).length > 0 ? { faults } : { count, minutes, period, from };
};
