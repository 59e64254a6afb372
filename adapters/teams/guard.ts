import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../src/ports/log.ts';
import { type Activity, activitySchema, tenantsOf } from './activity.ts';
import type { Json } from './connector.ts';
import { readBody } from './read-body.ts';
import type { IsServiceUrl } from './service-url.ts';
import type { Turns } from './turn.ts';
import type { Whereabouts } from './whereabouts.ts';
import type { Wire } from './wire.ts';

interface Verdict {
  readonly status: number;
  readonly body?: Json | undefined;
}

/**
 * The entrance. botbuilder crashes on what is no activity, lets every tenant and service URL in, and calls
 * some bad tokens its own failure; so each is looked at here, and a stranger learns nothing but a status.
 */
export const createGuard = (deps: {
  wire: Pick<Wire, 'admit'>;
  turns: Turns;
  whereabouts: Whereabouts;
  isServiceUrl: IsServiceUrl;
  tenantIds: readonly string[];
  log: Log;
}): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const isOurs = (activity: Activity): boolean =>
    tenantsOf(activity).every((tenant) => deps.tenantIds.includes(tenant)) &&
    deps.isServiceUrl(activity.serviceUrl);

  const judge = async (request: IncomingMessage): Promise<Verdict> => {
    const body = await readBody(request);
    if (body.kind === 'too-large') return { status: 413 };
    const parsed = activitySchema.safeParse(body.kind === 'json' ? body.value : undefined);
    if (!parsed.success) return { status: 400 };
    const activity = parsed.data;
    let verdict: Verdict = { status: 403 };
    const admitted =
      activity.channelId === 'msteams' &&
      (await deps.wire.admit(request.headers.authorization ?? '', activity, async () => {
        if (!isOurs(activity)) return;
        deps.whereabouts.remember(activity);
        verdict = { status: 200, body: await deps.turns.take(activity) };
      }));
    return admitted ? verdict : { status: 401 };
  };

  return async (request, response) => {
    const { status, body } = await judge(request).catch((error: unknown): Verdict => {
      deps.log.error({ error: error instanceof Error ? error.name : typeof error }, 'teams-entrance-failed');
      return { status: 500 };
    });
    // Only what Microsoft signed is logged, so that nobody can fill the disk; the web server counts the other statuses.
    if (status === 403) deps.log.info({ status }, 'teams-turned-away');
    response.statusCode = status;
    if (body === undefined) {
      response.end();
      return;
    }
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(body));
  };
};
