import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A wire to Postgres that can go dead: open connections stay open, but nothing passes. */
export async function throughSwitch(target: string) {
  const sockets = new Set<Socket>();
  let live = true;
  const server = createServer((near) => {
    const far = connect(Number(new URL(target).port || 5432), new URL(target).hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (bytes) => live && far.write(bytes));
    far.on('data', (bytes) => live && near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    off: () => {
      live = false;
    },
    on: () => {
      live = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
