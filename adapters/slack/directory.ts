import { webApi } from '@slack/bolt';
import type { Directory } from '../../src/ports/directory.ts';
import { isEnterprise } from './tenant.ts';
import type { Web } from './web.ts';

type Person = NonNullable<webApi.UsersInfoResponse['user']>;

/** Slackbot is a person to the API, but has no `is_bot`. */
const slackbot = 'USLACKBOT';

/** A person of an Enterprise organization has a home workspace there and belongs to all that it shares with them. */
const isAtHome = (user: Pick<Person, 'team_id' | 'enterprise_user'>, tenantId: string): boolean =>
  isEnterprise(tenantId)
    ? user.enterprise_user?.enterprise_id === tenantId
    : user.team_id === undefined || user.team_id === tenantId || user.enterprise_user !== undefined;

/** Only full members of the workspace: guests and people of other organizations may sit in a channel, not in a school's plan. */
export const createDirectory = (web: Web, quickWeb: Web): Directory => ({
  async describe({ tenantId, userId }) {
    if (userId === slackbot) return undefined;
    try {
      const { user } = await (await web(tenantId)).users.info({ user: userId });
      if (user === undefined) return undefined;
      if (user.deleted || user.is_bot || user.is_stranger) return undefined;
      if (user.is_restricted || user.is_ultra_restricted) return undefined;
      if (!isAtHome(user, tenantId)) return undefined;
      const name = user.profile?.display_name || user.profile?.real_name || user.real_name || user.name;
      return name === undefined ? undefined : { name, zone: user.tz };
    } catch (error) {
      const unknown = ['user_not_found', 'user_not_visible'];
      if (error instanceof webApi.WebAPIPlatformError && unknown.includes(error.data.error)) return undefined;
      throw error;
    }
  },

  async doNotDisturb({ tenantId, userId }) {
    const { dnd_enabled, next_dnd_start_ts, next_dnd_end_ts } = await (await quickWeb(tenantId)).dnd.info({
      user: userId,
    });
    if (!dnd_enabled || next_dnd_start_ts === undefined || next_dnd_end_ts === undefined) return undefined;
    return { start: next_dnd_start_ts * 1000, end: next_dnd_end_ts * 1000 };
  },
});
