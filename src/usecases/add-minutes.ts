import { activityAt } from '../core/class-day.ts';
import { minuteIn } from '../core/clock-minutes.ts';
import { type Cause, causes } from '../core/outcome.ts';
import { addDays, isDate, type LocalDate } from '../core/time.ts';
import { addedWords, minutesAddedCard, noPairsToCountCard } from '../core/wording/minutes.ts';
import { addMinutesFaults, addMinutesForm } from '../core/wording/minutes-forms.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import { notedMinutesOf, noteMinutes } from '../store/minutes.ts';
import type { PairingView } from '../store/pairings.ts';
import { classWeek } from './class-week.ts';
import type { Counter } from './desk.ts';
import { chosen, field, isWhole, type OnSubmit, type OnTap, type Submit } from './door.ts';
import { chosenPair, pairChoices } from './own-pairs.ts';

export const openAddMinutes: OnTap = async (counter) => {
  if (counter.me.role !== 'therapist') return { kind: 'card', card: onlyTherapistsCard() };
  const pairs = await pairChoices(counter);
  return pairs.length === 0
    ? { kind: 'card', card: noPairsToCountCard() }
    : { kind: 'form', form: addMinutesForm(pairs, counter.local.date) };
};

/** Two times in four weeks make a pattern (needs 38). */
const DECLINED_WITHIN = 28;

/** Pull-outs, held or not, and consulting, noted by hand. */
export const addMinutes: OnSubmit = async (counter, submit) => {
  const pairing = await chosenPair(counter, submit.values);
  if (!pairing) return { kind: 'faults', faults: { pairing: addMinutesFaults.pairing } };
  const noted = readNoted(submit, counter.local.date);
  if ('faults' in noted) return { kind: 'faults', faults: noted.faults };
  const { kind, minutes, date, start, reason } = noted;
  const missed =
    kind === 'pull_out' && start !== undefined ? await missedThen(counter, pairing, date, start) : null;
  await noteMinutes(
    counter.trx,
    { pairingId: pairing.id, date, minutes, kind, reason, missed: reason === null ? missed : null },
    counter.now,
  );
  const room = pairing.classroomName;
  if (kind === 'consult')
    return { kind: 'card', card: minutesAddedCard(addedWords.consult(room, minutes), false) };
  if (reason === null)
    return { kind: 'card', card: minutesAddedCard(addedWords.pullOut(room, minutes), false) };
  const suggest = reason === 'student_declined' && (await declinedTwice(counter, pairing, date));
  return { kind: 'card', card: minutesAddedCard(addedWords.notHeld(room, minutes, reason), suggest) };
};

interface Noted {
  readonly kind: 'pull_out' | 'consult';
  readonly minutes: number;
  readonly date: LocalDate;
  readonly start: number | undefined;
  readonly reason: Cause | null;
}

const readNoted = ({ values }: Submit, today: LocalDate): Noted | { faults: Record<string, string> } => {
  const what = field(values, 'kind');
  const minutes = Number(field(values, 'minutes'));
  const date = field(values, 'date');
  const reason = chosen(values, 'reason', causes) ?? null;
  const notHeld = what === 'pull_out_not';
  const faults: Record<string, string> = {};
  if (!['pull_out', 'pull_out_not', 'consult'].includes(what)) faults['kind'] = addMinutesFaults.kind;
  if (!isWhole(minutes, 1, 120)) faults['minutes'] = addMinutesFaults.minutes;
  if (!isDate(date) || date > today) faults['date'] = addMinutesFaults.date;
  if (notHeld && reason === null) faults['reason'] = addMinutesFaults.reason;
  if (Object.keys(faults).length > 0) return { faults };
  return {
    kind: what === 'consult' ? 'consult' : 'pull_out',
    minutes,
    date,
    start: minuteIn(field(values, 'start')),
    reason: notHeld ? reason : null,
  };
};

const missedThen = async ({ trx }: Counter, { classroomId }: PairingView, date: LocalDate, start: number) =>
  activityAt(await classWeek(trx, classroomId, date, date), date, start)?.kind ?? null;

const declinedTwice = async ({ trx }: Counter, { id }: PairingView, date: LocalDate): Promise<boolean> => {
  const since = addDays(date, -DECLINED_WITHIN);
  const declined = (await notedMinutesOf(trx, [id])).filter(
    (noted) => noted.reason === 'student_declined' && noted.date > since && noted.date <= date,
  );
  return declined.length >= 2;
};
