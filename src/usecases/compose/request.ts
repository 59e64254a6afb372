import type { Card } from '../../core/card.ts';
import { requestCard, requestStatusCard } from '../../core/wording/request.ts';
import { activePairingsOfClassroom } from '../../store/pairings.ts';
import { type RequestView, requestById } from '../../store/requests.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

export const drawRequest = ({ me }: Pick<Desk, 'me'>, request: RequestView): Card =>
  requestCard(request, request.answeredBy === me.id);

export const composeRequest: Composer = async (desk, id) => {
  const request = await requestById(desk.trx, id);
  return request && drawRequest(desk, request);
};

export const composeRequestStatus: Composer = async (desk, id) => {
  const request = await requestById(desk.trx, id);
  if (!request) return undefined;
  const pairings = await activePairingsOfClassroom(desk.trx, request.classroomId);
  return requestStatusCard(
    request,
    pairings.map(({ therapistName }) => therapistName),
  );
};
