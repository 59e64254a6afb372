import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between the app and its Postgres, and can go silent or refuse, as networks do. */
export const openProxy = async (target: string) => {
  const { hostname, port } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let away: 'silent' | 'refusing' | undefined;
  const server = createServer((client) => {
    if (away === 'refusing') return void client.destroy();
    const upstream = connect(Number(port), hostname);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [upstream, client]] as const) {
      from.on('data', (chunk) => {
        if (away === undefined) to.write(chunk);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    url: url.href,
    goSilent: () => {
      away = 'silent';
    },
    refuse: () => {
      away = 'refusing';
      cut();
    },
    comeBack: () => {
      // What was swallowed cannot be made up for on the same connection.
      cut();
      away = undefined;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
