import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Shot } from '../client.ts';
import { slack } from '../slack-command.ts';
import { teams, teamsToken } from '../teams-message.ts';
import { firstTenant } from './teams-tenant.ts';

type Json = Record<string, unknown>;
const sample = (path: string): Json =>
  JSON.parse(readFileSync(new URL(`../../adapters/${path}.json`, import.meta.url), 'utf8')) as Json;

/** `aheadSeconds` above zero is the future. */
export const signedForSlack = (
  type: string,
  body: string,
  { secret = slack.signingSecret, aheadSeconds = 0 } = {},
): Shot => {
  const stamp = String(Math.floor(Date.now() / 1000) + aheadSeconds);
  const digest = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    path: '/slack/events',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  };
};

export const form = 'application/x-www-form-urlencoded';

/** A direct message, as the Events API delivers it. */
export const slackMessage = (user: string, text: string): Shot => {
  const payload = sample('slack/samples/message');
  const ts = `${Date.now() / 1000}`;
  return signedForSlack(
    'application/json',
    JSON.stringify({
      ...payload,
      team_id: 'T0',
      context_team_id: 'T0',
      event_id: `Ev${randomUUID()}`,
      event: {
        type: 'message',
        user,
        text,
        team: 'T0',
        ts,
        event_ts: ts,
        channel: user.replace('U', 'D'),
        channel_type: 'im',
      },
      authorizations: [{ team_id: 'T0', user_id: 'U0BOT', is_bot: true }],
    }),
  );
};

interface Tapped {
  readonly name: string;
  readonly ref: string;
  readonly value: string;
  readonly version?: number;
}

/** A button in a message of ours. */
export const slackTap = (user: string, tap: Tapped, responseUrl: string): Shot => {
  const channel = user.replace('U', 'D');
  const payload = {
    ...sample('slack/samples/tap'),
    user: { id: user, team_id: 'T0' },
    team: { id: 'T0', domain: 'soak' },
    channel: { id: channel, name: 'directmessage' },
    container: { type: 'message', message_ts: '1.0', channel_id: channel, is_ephemeral: false },
    trigger_id: randomUUID(),
    response_url: responseUrl,
    actions: [
      {
        type: 'button',
        action_id: `${tap.name}#0`,
        block_id: 'b',
        text: { type: 'plain_text', text: 'Yes' },
        value: JSON.stringify(tap),
        action_ts: `${Date.now() / 1000}`,
      },
    ],
  };
  return signedForSlack(form, new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
};

export const toTeams = (activity: Json, serviceUrl: string, claims: Json = {}): Shot => ({
  path: '/api/messages',
  headers: {
    'content-type': 'application/json',
    authorization: `Bearer ${teamsToken(serviceUrl, claims)}`,
  },
  body: JSON.stringify(activity),
});

/** A button in a card of ours; Teams sends an unanswered one again under a new id. */
export const teamsTap = (user: string, { name, ref, value, version }: Tapped, serviceUrl: string): Shot => {
  const conversation = { id: user.replace('U', 'a:'), conversationType: 'personal', tenantId: firstTenant };
  return toTeams(
    {
      ...sample('teams/samples/card-execute'),
      id: randomUUID(),
      serviceUrl,
      from: { id: user },
      recipient: { id: `28:${teams.appId}` },
      conversation,
      channelData: { tenant: { id: firstTenant } },
      value: { action: { type: 'Action.Execute', verb: name, data: { action: name, ref, value, version } } },
    },
    serviceUrl,
  );
};
