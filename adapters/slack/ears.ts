import type { Receive } from '../../src/ports/inbound.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { Dialogs } from './dialog.ts';
import type { Patience } from './patience.ts';
import type { Mouth } from './reply.ts';
import type { Respond } from './respond.ts';
import type { Web } from './web.ts';

/** What every listener needs. */
export interface Ears {
  readonly receive: Receive;
  readonly mouth: Mouth;
  readonly messenger: Messenger;
  readonly dialogs: Dialogs;
  readonly respond: Respond;
  readonly patience: Patience;
  readonly web: Web;
  readonly log: Log;
  /** The workspace took PushIn off, or its token back. */
  readonly switchOff: (teamId: string, reason: string) => Promise<void>;
}

/** Tells Slack "not yet": the event is not safe with us, so it has to come again. */
export class NotReceived extends Error {
  override readonly name = 'NotReceived';
}
