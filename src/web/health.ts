import type { Route } from '../ports/adapter.ts';
import { within } from '../within.ts';
import { replyText } from './reply.ts';

interface HealthDeps {
  /** Rejects, or takes long, when the database does not answer. */
  askDatabase(): Promise<unknown>;
  isStopping(): boolean;
  readonly patienceMs?: number;
}

/** Probes usually give up after a few seconds; answer before they do. */
const PATIENCE_MS = 2_000;

/** `/healthz`: the process is alive. `/readyz`: send it requests. */
export const createHealthRoutes = ({
  askDatabase,
  isStopping,
  patienceMs = PATIENCE_MS,
}: HealthDeps): readonly Route[] => [
  { method: 'GET', path: '/healthz', handle: (_request, response) => replyText(response, 200, 'alive') },
  {
    method: 'GET',
    path: '/readyz',
    handle: async (_request, response) => {
      if (isStopping()) return replyText(response, 503, 'stopping');
      if (await answersWithin(askDatabase, patienceMs)) return replyText(response, 200, 'ready');
      replyText(response, 503, 'the database does not answer');
    },
  },
];

const answersWithin = (ask: () => Promise<unknown>, ms: number): Promise<boolean> => {
  const answered = Promise.resolve()
    .then(ask)
    .then(
      () => true,
      () => false,
    );
  return within(ms, answered, false);
};
