import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a network may do to a connection. */
const troubles = ['half-open', 'reset mid-answer', 'two seconds late', 'one KB a second'] as const;
type Trouble = (typeof troubles)[number];

/** Slowness passes; a connection that hangs or was cut is of no use any more. In milliseconds. */
const slowFor = 3_000;

/** Stands before a server. So many of the requests bring their connection into trouble. */
export const openChaos = async (target: { host: string; port: number }, share: number) => {
  const sockets = new Set<Socket>();
  let longestMs = 0;
  let troubled = 0;

  const server = createServer((near) => {
    const far = connect(target.port, target.host);
    let trouble: Trouble | undefined;
    /** When somebody asked a connection that will never answer. */
    let hangsSince: number | undefined;
    const mayGetIntoTrouble = (): void => {
      if (trouble !== undefined || Math.random() >= share) return;
      const found = troubles[Math.floor(Math.random() * troubles.length)] ?? 'half-open';
      trouble = found;
      troubled += 1;
      if (found === 'half-open') hangsSince = performance.now();
      if (found !== 'half-open' && found !== 'reset mid-answer')
        setTimeout(() => {
          trouble = undefined;
        }, slowFor);
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        if (from === near && hangsSince !== undefined)
          longestMs = Math.max(longestMs, performance.now() - hangsSince);
        sockets.delete(from);
        to.destroy();
      });
    }
    near.on('data', (bytes) => {
      mayGetIntoTrouble();
      if (trouble === 'two seconds late') setTimeout(() => far.write(bytes), 2_000);
      else far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (trouble === 'half-open') return; // The answer never arrives, and nobody says so.
      if (trouble === 'reset mid-answer') {
        near.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => near.resetAndDestroy());
        return;
      }
      if (trouble === 'one KB a second') {
        far.pause();
        setTimeout(() => far.resume(), Math.min(bytes.length, slowFor));
      }
      near.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    /** The longest that anybody waited for an answer that never came, before they gave up. */
    longestMs: () => longestMs,
    troubled: () => troubled,
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
