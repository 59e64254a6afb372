import { isLoopback } from '../../src/loopback.ts';

export interface TeamsSettings {
  readonly appId: string;
  /** Needed unless `tokenUrl` stands in for Entra. */
  readonly appPassword?: string;
  /** Entra tenants we serve; the bot is registered in the first. */
  readonly tenantIds: readonly string[];
  /** Loopback only: where the keys that sign incoming activities are listed. */
  readonly openIdMetadataUrl?: string;
  /** Loopback only: where outgoing tokens come from. */
  readonly tokenUrl?: string;
}

/** Without an app id botbuilder lets everybody in, so an app like that is never built. */
export const checkSettings = (settings: TeamsSettings): void => {
  if (settings.appId.trim() === '')
    throw new Error('Teams needs an app id: without one anybody could speak for it');
  if (settings.tenantIds.every((id) => id.trim() === ''))
    throw new Error('Teams needs at least one tenant id');
  if (settings.tokenUrl === undefined && !settings.appPassword)
    throw new Error('Teams needs an app password');
  for (const url of [settings.openIdMetadataUrl, settings.tokenUrl]) {
    if (url !== undefined && !(URL.canParse(url) && isLoopback(new URL(url).hostname))) {
      throw new Error('The Teams metadata and token URLs are for this machine only');
    }
  }
};
