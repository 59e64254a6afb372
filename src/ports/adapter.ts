import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Platform } from '../core/people.ts';
import type { Directory } from './directory.ts';
import type { Messenger } from './messenger.ts';

/** A path the web server hands over unread: adapters verify signatures over the raw bytes themselves. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

/** A chat platform, ears and mouth. */
export interface PlatformAdapter {
  readonly platform: Platform;
  readonly routes: readonly Route[];
  readonly messenger: Messenger;
  readonly directory: Directory;
  /** The workspaces or tenants it is set up for; throws `CannotStart` when the platform refuses us. */
  tenantIds(): Promise<readonly string[]>;
  start(): Promise<void>;
  /** Finishes what is in flight. */
  stop(): Promise<void>;
}
