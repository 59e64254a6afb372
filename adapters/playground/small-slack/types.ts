import type { Instant } from '../../../src/core/time.ts';
import type { Json } from '../wire.ts';

export interface SlackMessage {
  readonly ts: string;
  readonly channel: string;
  /** The user id of whoever wrote it. */
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly Json[] | undefined;
  readonly metadata: Json | undefined;
  /** School time; `ts` follows the real clock, so that it stays unique when this one is moved. */
  readonly at: Instant;
  /** Seen by the person alone and not kept: ephemeral answers and typed commands. */
  readonly onlyYou: boolean;
  readonly edited: boolean;
}

export interface SlackView extends Json {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly hash: string;
  readonly blocks: readonly Json[];
}

export interface Team {
  readonly botUser: string;
  readonly botId: string;
  readonly botToken: string;
  readonly teamId: string;
  readonly appId: string;
  readonly zone: string;
}
