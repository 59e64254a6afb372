import { createHmac } from 'node:crypto';
import { type Delivery, isAccepted, type Reply } from '../deliver.ts';
import type { Json } from '../wire.ts';

/** Slack waits this long for an answer, in milliseconds. */
const PATIENCE = 3_000;
const PATH = '/slack/events';

/** Signed the way Slack signs: docs.slack.dev/authentication/verifying-requests-from-slack. */
export const createSender = (deps: { delivery: Delivery; signingSecret: string }) => {
  const send = (type: string, body: string, more: Readonly<Record<string, string>> = {}): Promise<Reply> => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const mac = createHmac('sha256', deps.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
      ...more,
    };
    return deps.delivery.post({ path: PATH, headers, body, patience: PATIENCE });
  };

  return {
    form: (fields: Readonly<Record<string, string>>): Promise<Reply> =>
      send('application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),

    /** Sent once more when it was not taken; Slack itself would try three times over six minutes. */
    async event(envelope: Json): Promise<Reply> {
      const body = JSON.stringify(envelope);
      const first = await send('application/json', body);
      if (isAccepted(first)) return first;
      return send('application/json', body, {
        'x-slack-retry-num': '1',
        'x-slack-retry-reason': first.status === 0 ? 'http_timeout' : 'http_error',
      });
    },
  };
};

export type Sender = ReturnType<typeof createSender>;
