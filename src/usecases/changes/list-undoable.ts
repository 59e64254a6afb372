import type { Card } from '../../core/card.ts';
import { grouped } from '../../core/grouped.ts';
import type { Instant } from '../../core/time.ts';
import {
  absenceOption,
  changeOption,
  heardOption,
  nothingToUndoCard,
  type UndoOption,
  undoListCard,
} from '../../core/wording/undo-list.ts';
import { absencesSaidBy } from '../../store/absences.ts';
import { changesSaidBy } from '../../store/changes.ts';
import { heardBy } from '../../store/heard.ts';
import type { Counter } from '../desk.ts';
import { allFactsOf } from './draw-change.ts';

/** As many as fit a card; older ones are further back than anybody takes back. */
const MOST_LISTED = 6;

/** "Undo" typed: what this person told and can still take back, each saying once, the latest first. */
export const listUndoable = async ({ trx, me, local }: Counter): Promise<Card> => {
  const today = local.date;
  const found: { readonly saidAt: Instant; readonly option: UndoOption }[] = [];
  for (const changes of bySaying(await changesSaidBy(trx, me.id, today))) {
    const [{ id, saidAt }] = changes;
    found.push({ saidAt, option: changeOption(id, await allFactsOf(trx, changes), today) });
  }
  for (const absences of bySaying(await absencesSaidBy(trx, me.id, today))) {
    const [{ id, saidAt }] = absences;
    found.push({ saidAt, option: absenceOption(id, absences, today) });
  }
  for (const lines of bySaying(await heardBy(trx, me.id, today))) {
    const [{ saying, saidAt, classroomName }] = lines;
    found.push({ saidAt, option: heardOption(saying, classroomName, lines, today) });
  }
  const options = found.sort((a, b) => b.saidAt - a.saidAt).map(({ option }) => option);
  return options.length === 0 ? nothingToUndoCard() : undoListCard(options.slice(0, MOST_LISTED));
};

const bySaying = <T extends { readonly saying: string }>(said: readonly T[]): Iterable<[T, ...T[]]> =>
  grouped(said.map((one) => [one.saying, one])).values();
