import { webApi } from '@slack/bolt';
import type { Delivery } from '../../src/ports/messenger.ts';
import { NotInstalled } from './not-installed.ts';
import { NotRenewed } from './not-renewed.ts';

type Failure = Exclude<Delivery, { kind: 'sent' }>;

/**
 * Errors that say this person takes no more messages from us
 * (docs.slack.dev/reference/methods/chat.postMessage#errors, chat.update, conversations.open).
 */
const gone = new Set([
  'app_uninstalled',
  'cannot_dm_bot',
  'channel_not_found',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'is_archived',
  'is_inactive',
  'message_not_found',
  'messages_tab_disabled',
  'not_in_channel',
  'restricted_action',
  'team_access_not_granted',
  'team_not_found',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
]);

/** Slack no longer takes our token: nothing was sent, nobody has left, and an operator can still mend it. */
const tokenRefused = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  // While an Enterprise organization is being moved.
  'org_login_required',
  'token_expired',
  'token_revoked',
]);
/** Slack took the token back for good; a workspace that installs PushIn again brings another. */
const tokenGone = ['account_inactive', 'app_uninstalled', 'invalid_auth', 'token_revoked'];

/** Why the workspace's token is worth nothing any more. */
export const endOfToken = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError
    ? tokenGone.find((code) => code === error.data.error)
    : undefined;

/** In seconds. */
const afterTokenRefused = 60;

/** Slack says it failed on its side; whether the message was kept it does not say. */
const unsure = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

const platformFailure = (code: string): Failure => {
  if (gone.has(code)) return { kind: 'unreachable', reason: code };
  if (tokenRefused.has(code)) return { kind: 'rate-limited', retryAfterSeconds: afterTokenRefused };
  if (unsure.has(code)) return { kind: 'uncertain', reason: code };
  // Slack uses `ratelimited` (HTTP 429) and, for posting bursts, `rate_limited` or `message_limit_exceeded` with 200.
  if (['ratelimited', 'rate_limited', 'message_limit_exceeded'].includes(code)) {
    return { kind: 'rate-limited', retryAfterSeconds: 60 };
  }
  return { kind: 'refused', reason: code };
};

/** What an error of the Slack SDK means for the message that was being sent. Anything unknown is a bug and stays thrown. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'rate-limited', retryAfterSeconds: error.retryAfter };
  }
  if (error instanceof webApi.WebAPIPlatformError) return platformFailure(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) {
    const reason = `http_${error.statusCode}`;
    return error.statusCode >= 500 || error.statusCode === 408
      ? { kind: 'uncertain', reason }
      : { kind: 'refused', reason };
  }
  if (error instanceof NotInstalled) return { kind: 'unreachable', reason: 'not_installed' };
  if (error instanceof NotRenewed) return { kind: 'rate-limited', retryAfterSeconds: afterTokenRefused };
  if (error instanceof webApi.WebAPIRequestError) return { kind: 'uncertain', reason: 'no_answer' };
  throw error;
};
