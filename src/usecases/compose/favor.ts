import { favorCard, favorStatusCard } from '../../core/wording/favor.ts';
import { favorById } from '../../store/favors.ts';
import type { Composer } from './composer.ts';

export const composeFavor: Composer = async (desk, id) => {
  const favor = await favorById(desk.trx, id);
  return favor && favorCard(favor, desk.local.date);
};

export const composeFavorStatus: Composer = async (desk, id) => {
  const favor = await favorById(desk.trx, id);
  return favor && favorStatusCard(favor, desk.local.date);
};
