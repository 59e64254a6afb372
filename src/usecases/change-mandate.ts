import { countsFrom, type Mandate, mandatePeriods } from '../core/minutes/mandate.ts';
import { addDays, isDate, mondayOf } from '../core/time.ts';
import { mandateKeptCard, noPairsToCountCard } from '../core/wording/minutes.ts';
import { mandateFaults, mandateForm } from '../core/wording/minutes-forms.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import { sayMandate, takeUpMandates } from '../store/pairing-mandates.ts';
import { activePairingsOf } from '../store/pairings.ts';
import { changeMandates } from '../store/student-mandates.ts';
import { pairChoices } from './add-minutes.ts';
import { field, type OnSubmit, type OnTap, type Submit } from './door.ts';

export const openMandateForm: OnTap = async (counter) => {
  if (counter.me.role !== 'therapist') return { kind: 'card', card: onlyTherapistsCard() };
  const pairs = await pairChoices(counter);
  return pairs.length === 0
    ? { kind: 'card', card: noPairsToCountCard() }
    : { kind: 'form', form: mandateForm(pairs, addDays(mondayOf(counter.local.date), 7)) };
};

/** “New IEP in March: 3 × 45”: dated, and the past stays as it was counted. */
export const changeMandate: OnSubmit = async (counter, submit) => {
  const pairing = (await activePairingsOf(counter.trx, counter.me.id)).find(
    ({ id, therapistId }) => id === field(submit.values, 'pairing') && therapistId === counter.me.id,
  );
  if (!pairing) return { kind: 'faults', faults: { pairing: mandateFaults.pairing } };
  const mandate = readMandate(submit);
  if ('faults' in mandate) return { kind: 'faults', faults: mandate.faults };
  const counts = countsFrom(mandate);
  await sayMandate(counter.trx, pairing.id, { ...mandate, from: counts }, counter.now);
  const { count, minutes, period } = mandate;
  await changeMandates(counter.trx, pairing.id, { count, minutes, period }, counts);
  await takeUpMandates(counter.trx, counter.now);
  return { kind: 'card', card: mandateKeptCard(pairing.classroomName, mandate, counts) };
};

const readMandate = ({ values }: Submit): Mandate | { faults: Record<string, string> } => {
  const count = Number(field(values, 'count'));
  const minutes = Number(field(values, 'minutes'));
  const period = mandatePeriods.find((known) => known === field(values, 'period'));
  const from = field(values, 'from');
  const faults: Record<string, string> = {};
  if (!(Number.isInteger(count) && count >= 1 && count <= 100)) faults['count'] = mandateFaults.count;
  if (!(Number.isInteger(minutes) && minutes >= 5 && minutes <= 120))
    faults['minutes'] = mandateFaults.minutes;
  if (!isDate(from)) faults['from'] = mandateFaults.from;
  if (period === undefined) return { faults: { ...faults, period: mandateFaults.period } };
  return Object.keys(faults).length > 0 ? { faults } : { count, minutes, period, from };
};
