import { z } from 'zod';
import type { Delivery } from '../../src/ports/messenger.ts';
import type { Called } from './connector.ts';
import { TOKEN_RETRY_AFTER_SECONDS } from './limits.ts';

type Failed = Exclude<Delivery, { kind: 'sent' }>;

/**
 * What a call that did not succeed means. Statuses and codes are Teams' own:
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes).
 */
export const failureOf = (called: Called): Failed => {
  if (called.kind === 'lost') return { kind: 'uncertain', reason: called.reason };
  if (called.kind === 'unsent') {
    return called.reason === 'no-token'
      ? { kind: 'rate-limited', retryAfterSeconds: TOKEN_RETRY_AFTER_SECONDS }
      : { kind: 'refused', reason: called.reason };
  }
  const { status, retryAfter } = called;
  const reason = codeOf(called.body) ?? `http-${status}`;
  switch (status) {
    case 401:
      // A secret that expired or a bot not registered: nothing was sent, and an operator can still mend it.
      return { kind: 'rate-limited', retryAfterSeconds: TOKEN_RETRY_AFTER_SECONDS };
    case 412: // Two writers at once in one conversation: Teams took neither.
    case 429:
      return rateLimited(retryAfter);
    case 502: // Teams wants these sent again (its rate-limit page names 412, 429, 502 and 504), though a gateway that
    case 504: // gave up may have passed the first on.
      return { kind: 'uncertain', reason, sendAgain: true };
    case 403: // Blocked, uninstalled, not in the roster, disabled by an admin.
    case 404: // The conversation or the message is gone.
      return { kind: 'unreachable', reason };
    default:
      return status >= 400 && status < 500 && status !== 408
        ? { kind: 'refused', reason }
        : { kind: 'uncertain', reason };
  }
};

const rateLimited = (retryAfter: string | null): Failed => {
  const seconds = Number(retryAfter ?? Number.NaN);
  return seconds > 0 && Number.isFinite(seconds)
    ? { kind: 'rate-limited', retryAfterSeconds: Math.ceil(seconds) }
    : { kind: 'rate-limited' };
};

/** A bare code word only: the message beside it may quote what we sent. */
const code = z.string().regex(/^\w{1,64}$/);
const bodySchema = z.object({ error: z.object({ code }) });
const codeOf = (body: unknown): string | undefined => {
  const parsed = bodySchema.safeParse(body);
  return parsed.success ? parsed.data.error.code : undefined;
};
