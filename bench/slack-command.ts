import { createHmac, randomBytes } from 'node:crypto';
import type { Shot } from './client.ts';

export const slack = {
  teamId: 'T0BENCH',
  signingSecret: randomBytes(16).toString('hex'),
  botToken: `xoxb-bench-${randomBytes(8).toString('hex')}`,
};

/** `/pushin …` as Slack delivers it; no two have the same trigger. */
export const slackCommand = (words: string, userId: string, responseUrl: string): Shot => {
  const body = new URLSearchParams({
    token: 'unused',
    team_id: slack.teamId,
    team_domain: 'bench',
    channel_id: 'C0BENCH',
    channel_name: 'general',
    user_id: userId,
    user_name: 'somebody',
    command: '/pushin',
    text: words,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: randomBytes(16).toString('hex'),
  }).toString();
  const stamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', slack.signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    path: '/slack/events',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
};
