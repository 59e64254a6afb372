import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route } from '../ports/adapter.ts';
import { CannotStart } from '../ports/cannot-start.ts';
import type { Log } from '../ports/log.ts';
import { type Answered, createDispatch, type Fallback } from './dispatch.ts';

interface WebServerDeps {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly Route[];
  readonly fallbacks?: readonly Fallback[];
  readonly log: Log;
  onAnswered?(answered: Answered): void;
  /** How long requests in flight may take to finish when stopping. */
  readonly graceMs?: number;
  /** How long a caller may take to send a request, or to begin one. */
  readonly readMs?: number;
  readonly mostConnections?: number;
}

export interface WebServer {
  /** Resolves with the address it serves; throws `CannotStart` when the port is taken. */
  start(): Promise<string>;
  /** Takes nothing new, finishes what is in flight. */
  stop(): Promise<void>;
}

/** Slack and Teams send whole requests at once; slower than this is a caller holding the line. */
const READ_MS = 10_000;
/** Orchestrators kill after 10 s at the earliest that is usual (docker stop). */
const GRACE_MS = 9_000;
/** A process has 1,024 file descriptors by default, and the database and platforms need some. */
const MOST_CONNECTIONS = 512;

export const createWebServer = (deps: WebServerDeps): WebServer => {
  const { host, port, log, graceMs = GRACE_MS, readMs = READ_MS, mostConnections = MOST_CONNECTIONS } = deps;
  const dispatch = createDispatch({ fallbacks: [], ...deps });
  let stopping = false;
  const server = createServer(
    {
      requestTimeout: readMs,
      headersTimeout: readMs,
      connectionsCheckingInterval: Math.min(1_000, readMs),
    },
    (request, response) => {
      response.once('close', () => {
        // A kept-alive connection turns idle only after its answer; nobody else would close it.
        if (stopping) setImmediate(() => server.closeIdleConnections());
      });
      void dispatch(request, response);
    },
  );
  server.maxConnections = mostConnections;

  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (fault) => reject(explained(fault, host, port)));
        server.listen(port, host, () => {
          const address = server.address() as AddressInfo;
          resolve(
            `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
          );
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        const late = setTimeout(() => {
          log.warn({ graceMs }, 'requests cut off while stopping');
          server.closeAllConnections();
        }, graceMs);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
      }),
  };
};

const explained = (fault: NodeJS.ErrnoException, host: string, port: number): Error => {
  switch (fault.code) {
    case 'EADDRINUSE':
      return new CannotStart(
        `PORT ${port} is in use on ${host}: stop the program that has it, or set PORT to a free one, such as ${port === 3001 ? 3002 : 3001}.`,
      );
    case 'EACCES':
      return new CannotStart(`PORT ${port} is not allowed for this user: set PORT to a number from 1024 up.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotStart(
        `HOST «${host}» is not an address of this machine: set HOST to 127.0.0.1 or 0.0.0.0.`,
      );
    default:
      return fault;
  }
};
