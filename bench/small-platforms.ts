import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { slack } from './slack-command.ts';
import { issuer, signingKeys } from './teams-message.ts';

/** What Slack and Teams answer to a bot, with as little work as possible: both contenders call it. */
export const openPlatforms = async () => {
  let count = 0;
  let said = '';
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (request.url?.includes('/activities')) said = body;
    count += 1;
    const { status = 200, ...content } = answer(request.url ?? '', base, count);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    slackApiUrl: `${base}/slack/api/`,
    slackResponseUrl: `${base}/slack/respond`,
    teamsOpenIdUrl: `${base}/teams/openid`,
    teamsTokenUrl: `${base}/teams/token`,
    teamsServiceUrl: `${base}/teams`,
    /** What a bot last posted into a Teams chat. */
    said: (): string => said,
    forget: (): void => {
      said = '';
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
export type Platforms = Awaited<ReturnType<typeof openPlatforms>>;

const answer = (path: string, base: string, count: number): { status?: number; [name: string]: unknown } => {
  if (path.startsWith('/slack/')) {
    return { ok: true, team_id: slack.teamId, channel: { id: 'D0BENCH' }, ts: `${count}.0` };
  }
  switch (path) {
    case '/teams/openid':
      return { issuer, jwks_uri: `${base}/teams/jwks`, id_token_signing_alg_values_supported: ['RS256'] };
    case '/teams/jwks':
      return signingKeys;
    case '/teams/token':
      return { token_type: 'Bearer', expires_in: 3600, access_token: 'bench' };
    default:
      return { status: 201, id: String(count) };
  }
};
