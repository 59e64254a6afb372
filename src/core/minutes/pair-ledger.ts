import { compareDates } from '../rank.ts';
import type { LocalDate } from '../time.ts';
import { type Counted, type Entry, type Ledger, ledgerOf, type Page } from './ledger.ts';
import { countsFrom, type Mandate } from './mandate.ts';
import { type Track, tracks } from './tracks.ts';

export type PairLedger = Readonly<Record<Track, Ledger>>;

/** Where an entry's minutes are looked for first, and next where nobody asked for them there. */
const places: Readonly<Record<Entry['setting'], readonly Track[]>> = {
  push_in: ['in_class', 'outside'],
  pull_out: ['outside', 'in_class'],
  consult: ['adults'],
};

/** An entry of a visit that was to be in the class counts there, also when it was outside in the end. */
export type PairEntry = Entry & { readonly track?: Track; readonly visitId?: string };

/** A ledger for each track: every entry stands in exactly one of them, so every minute in exactly one column. */
export const pairLedgerOf = (
  asked: Omit<Counted, 'mandates' | 'entries'> & {
    readonly mandates: readonly (Mandate & { readonly track: Track })[];
    readonly entries: readonly PairEntry[];
  },
): PairLedger => {
  const own = (track: Track) => inOrder(asked.mandates, track);
  const ledgers = tracks.map((track) => {
    const entries = asked.entries.filter((entry) => placeOf(entry, own) === track);
    return [track, ledgerOf({ ...asked, mandates: own(track), entries })] as const;
  });
  return Object.fromEntries(ledgers) as Record<Track, Ledger>;
};

/** As they follow each other; of two from one day, in the order in which they were said. */
const inOrder = <Kept extends Mandate & { readonly track: Track }>(
  mandates: readonly Kept[],
  track: Track,
): Kept[] =>
  mandates.filter((mandate) => mandate.track === track).sort((a, b) => compareDates(a.from, b.from));

const placeOf = (entry: PairEntry, own: (track: Track) => readonly Mandate[]): Track => {
  const first = places[entry.setting];
  const order = entry.track === undefined ? first : [entry.track, ...first];
  const asksThen = (track: Track) => {
    const begun = own(track).filter((mandate) => countsFrom(mandate) <= entry.date);
    return (begun.at(-1)?.count ?? 0) > 0;
  };
  return order.find(asksThen) ?? order.find((track) => own(track).length > 0) ?? order[0] ?? 'in_class';
};

/** What each track asks for on that day, or will ask for first. */
export const inForce = <Kept extends Mandate & { readonly track: Track }>(
  mandates: readonly Kept[],
  today: LocalDate,
): Kept[] =>
  tracks.flatMap((track) => {
    const own = inOrder(mandates, track);
    const now = own.filter((mandate) => countsFrom(mandate) <= today).at(-1) ?? own[0];
    return now === undefined || now.count === 0 ? [] : [now];
  });

/** The week, month … that runs, of each track. */
export const currentPages = (ledger: PairLedger, today: LocalDate): Page[] =>
  tracks.flatMap((track) => ledger[track].pages.filter(({ start }) => start <= today).slice(-1));

export const pagesOf = (ledger: PairLedger): Page[] => tracks.flatMap((track) => ledger[track].pages);
