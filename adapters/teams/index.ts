import type { PlatformAdapter } from '../../src/ports/adapter.ts';
import type { Receive } from '../../src/ports/inbound.ts';
import type { Log } from '../../src/ports/log.ts';
import { createConnector } from './connector.ts';
import { createDirectory } from './directory.ts';
import { createGuard } from './guard.ts';
import { createMessenger } from './messenger.ts';
import { createServiceUrlCheck } from './service-url.ts';
import { checkSettings, type TeamsSettings } from './settings.ts';
import { createTurns } from './turn.ts';
import { createWhereabouts } from './whereabouts.ts';
import { createWire } from './wire.ts';

/** Throws when the settings would let strangers in. */
export const createTeamsAdapter = (deps: {
  receive: Receive;
  settings: TeamsSettings;
  log: Log;
}): PlatformAdapter => {
  const { settings, receive, log } = deps;
  checkSettings(settings);
  const { appId, tenantIds } = settings;
  const wire = createWire(settings);
  const isServiceUrl = createServiceUrlCheck(settings.openIdMetadataUrl !== undefined);
  const connector = createConnector({ getToken: wire.getToken, isServiceUrl });
  const whereabouts = createWhereabouts();
  const turns = createTurns({ receive, connector, appId, log });
  const handle = createGuard({ wire, turns, whereabouts, isServiceUrl, tenantIds, log });
  return {
    platform: 'teams',
    routes: [{ method: 'POST', path: '/api/messages', handle }],
    messenger: createMessenger({ connector, appId }),
    directory: createDirectory({ connector, whereabouts, appId }),
    tenantIds: async () => tenantIds,
    start: async () => {},
    stop: () => turns.settled(),
  };
};
