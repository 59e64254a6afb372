import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a network may do to a connection. */
export const troubles = ['half-open', 'reset mid-answer', 'two seconds late', 'one KB a second'] as const;
type Trouble = (typeof troubles)[number];

/** Stands before a server. Of the connections made, so many get a trouble of their own, after a few bytes. */
export const openChaos = async (target: { host: string; port: number }, share: number) => {
  const sockets = new Set<Socket>();
  let longestMs = 0;
  let troubled = 0;

  const server = createServer((near) => {
    const far = connect(target.port, target.host);
    const trouble: Trouble | undefined =
      Math.random() < share ? troubles[Math.floor(Math.random() * troubles.length)] : undefined;
    if (trouble) troubled += 1;
    let asked: number | undefined;
    /** How long somebody waited for an answer that did not come. */
    const waited = (): void => {
      if (asked !== undefined) longestMs = Math.max(longestMs, performance.now() - asked);
      asked = undefined;
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        if (from === near) waited();
        sockets.delete(from);
        to.destroy();
      });
    }
    near.on('data', (bytes) => {
      asked ??= performance.now();
      if (trouble === 'two seconds late') setTimeout(() => far.write(bytes), 2_000);
      else far.write(bytes);
    });
    far.on('data', (bytes) => {
      switch (trouble) {
        case 'half-open':
          return; // The answer never arrives, and nobody says so.
        case 'reset mid-answer':
          near.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => near.resetAndDestroy());
          return;
        case 'one KB a second':
          far.pause();
          setTimeout(() => far.resume(), bytes.length);
          break;
        default:
      }
      waited();
      near.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    /** The longest that anybody waited before an answer came or they gave up. */
    longestMs: () => longestMs,
    troubled: () => troubled,
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
