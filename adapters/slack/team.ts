import { CannotStart } from '../../src/ports/cannot-start.ts';
import type { Web } from './web.ts';

/** The workspace our token belongs to. */
export const teamOf = async (web: Web): Promise<string> => {
  try {
    const { team_id: teamId } = await (await web('')).auth.test();
    if (teamId !== undefined) return teamId;
  } catch {
    // Whatever the reason, the sentence below says what to do.
  }
  throw new CannotStart(
    'Slack does not accept SLACK_BOT_TOKEN, or cannot be reached: check the token and the network.',
  );
};
