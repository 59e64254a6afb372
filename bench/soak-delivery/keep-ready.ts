import { launch } from './instances.ts';
import type { World } from './rows/crashes.ts';

/** So many instances that serve, and stop when told. */
export const keepReady = async (
  world: World,
  base: string,
  count: number,
  how: {
    readonly execArgv?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const databaseUrl = world.throughUrl ?? world.databaseUrl;
      const { instance, ready } = await launch({ script: world.script, databaseUrl, base, ...how });
      await ready;
      return {
        ...instance,
        stop: async (): Promise<number | null> => {
          instance.child.kill('SIGTERM');
          return instance.gone;
        },
      };
    }),
  );
