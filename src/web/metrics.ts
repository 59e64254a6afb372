import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Route } from '../ports/adapter.ts';
import { faultFields } from '../ports/fault-fields.ts';
import type { Log } from '../ports/log.ts';
import type { Answered } from './dispatch.ts';

/** A number looked up whenever somebody asks for the metrics. Labels are states and kinds, never ids or names. */
export interface LiveGauge {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  read(): Promise<readonly { labels?: Readonly<Record<string, string>>; value: number }[]>;
}

interface MetricsDeps {
  readonly gauges: readonly LiveGauge[];
  readonly log: Log;
}

export interface Metrics {
  readonly routes: readonly Route[];
  onAnswered(answered: Answered): void;
}

/** Slack wants an answer within 3 s and Teams shows an error after 15 s, so both are bounds. */
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15];

export const createMetrics = ({ gauges, log }: MetricsDeps): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'pushin_http_request_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  for (const gauge of gauges) registerGauge(registry, gauge, log);

  return {
    onAnswered: ({ method, route, status, seconds }) =>
      durations.observe({ method, route, status: String(status) }, seconds),
    routes: [
      {
        method: 'GET',
        path: '/metrics',
        handle: async (_request, response) => {
          const text = await registry.metrics();
          response.writeHead(200, { 'Content-Type': registry.contentType }).end(text);
        },
      },
    ],
  };
};

const registerGauge = (registry: Registry, live: LiveGauge, log: Log): void => {
  new Gauge({
    name: live.name,
    help: live.help,
    labelNames: [...(live.labels ?? [])],
    registers: [registry],
    async collect() {
      this.reset();
      // Without labels `reset` leaves a zero, which would read as a fact.
      if (live.labels === undefined) this.remove();
      try {
        for (const { labels = {}, value } of await live.read()) this.set(labels, value);
      } catch (fault) {
        // The other numbers matter most when the database is gone.
        log.warn({ gauge: live.name, ...faultFields(fault) }, 'gauge could not be read');
      }
    },
  });
};
