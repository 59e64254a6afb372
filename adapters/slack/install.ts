import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { installWords } from '../../src/core/wording/install.ts';
import type { Route } from '../../src/ports/adapter.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Workspaces } from '../../src/ports/workspaces.ts';
import { failureOf } from './errors.ts';
import type { Installed } from './oauth.ts';
import { scopes } from './scopes.ts';

export interface InstallDeps {
  readonly clientId: string;
  /** Where Slack sends people back to. */
  readonly publicUrl: string;
  /** What Slack gives for the code somebody came back with. */
  readonly exchange: (code: string, redirectUri: string) => Promise<Installed | undefined>;
  readonly workspaces: Workspaces;
  readonly log: Log;
  readonly now: () => number;
}

const COOKIE = 'pushin_install';
const COOKIE_SECONDS = 600;
const consentUrl = 'https://slack.com/oauth/v2/authorize';

/** Each is a row that anybody can make, and nobody installs into so many workspaces. */
const MOST_A_MINUTE = 30;

const secret = (): string => randomBytes(32).toString('base64url');

const say = (response: ServerResponse, status: number, words: string): void => {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(`${words}\n`);
};

const cookieOf = (request: IncomingMessage): string =>
  /(?:^|;\s*)pushin_install=([\w-]{1,64})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1] ?? '';

/**
 * OAuth v2 (docs.slack.dev/authentication/installing-with-oauth). The state is kept here and worth nothing in another
 * browser, so nobody can make somebody else's click install their workspace.
 */
export const createInstallRoutes = (deps: InstallDeps): readonly Route[] => {
  const { clientId, publicUrl, exchange, workspaces, log, now } = deps;
  let begun = { minute: 0, count: 0 };
  const redirectUri = `${publicUrl}/slack/oauth_redirect`;
  const cookie = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Path=/slack; Max-Age=${seconds}; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;

  const begin = async (response: ServerResponse): Promise<void> => {
    const minute = Math.floor(now() / 60_000);
    if (minute !== begun.minute) begun = { minute, count: 0 };
    begun.count += 1;
    if (begun.count > MOST_A_MINUTE) return say(response, 503, installWords.busy);
    const [state, browser] = [secret(), secret()];
    await workspaces.begin(state, browser);
    const url = new URL(consentUrl);
    url.search = new URLSearchParams({
      client_id: clientId,
      scope: scopes.join(','),
      redirect_uri: redirectUri,
      state,
    }).toString();
    response
      .writeHead(302, {
        location: url.href,
        'set-cookie': cookie(browser, COOKIE_SECONDS),
        'cache-control': 'no-store',
      })
      .end();
  };

  const comeBack = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = new URL(request.url ?? '/', publicUrl).searchParams;
    const state = asked.get('state') ?? '';
    response.setHeader('set-cookie', cookie('', 0));
    const browser = cookieOf(request);
    if (state === '' || browser === '' || !(await workspaces.cameBack(state, browser)))
      return say(response, 400, installWords.stale);
    const code = asked.get('code');
    if (code === null) return say(response, 400, installWords.declined);
    try {
      const installed = await exchange(code, redirectUri);
      if (installed === undefined) return say(response, 400, installWords.nothingGranted);
      await workspaces.keep(installed);
      log.info({ team: installed.id }, 'slack_installed');
      say(response, 200, installWords.done);
    } catch (error) {
      log.warn({ call: 'oauth.v2.access', ...failureOf(error) }, 'slack_call_failed');
      say(response, 502, installWords.slackSaidNo);
    }
  };

  return [
    { method: 'GET', path: '/slack/install', handle: (_request, response) => begin(response) },
    { method: 'GET', path: '/slack/oauth_redirect', handle: comeBack },
  ];
};
