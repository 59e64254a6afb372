import { isLoopback } from '../../src/loopback.ts';

/**
 * Where the Bot Connector of the public cloud and of US government schools (GCC) answers.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const connectorHosts: readonly string[] = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'];

/** For somebody who has never written to us. */
export const globalServiceUrl = 'https://smba.trafficmanager.net/teams/';

/** Our token goes wherever a service URL points, so it is looked at when it comes in and again when it is used. */
export type IsServiceUrl = (text: string) => boolean;

/** Plain http on this machine is a connector only for an app whose signing keys are on this machine too. */
export const createServiceUrlCheck =
  (local: boolean): IsServiceUrl =>
  (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, port, username, password, search, hash } = new URL(text);
    if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
    if (protocol === 'https:') return port === '' && connectorHosts.includes(hostname);
    return local && protocol === 'http:' && isLoopback(hostname);
  };
