import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { findPackage } from '../../../src/store/embedded/binaries.ts';

/** What app.ts tells of itself. */
interface Told {
  readonly url?: string;
  readonly adopted?: boolean;
  readonly refused?: string;
  readonly name?: string;
}

interface AppOptions {
  readonly app: string;
  readonly dataDir: string;
  readonly packageDir?: string;
  readonly uid?: number;
  readonly env?: Record<string, string>;
}

/** One file in `folder`, so that a user who cannot read the checkout can run it too. */
export async function bundleApp(folder: string): Promise<string> {
  const outfile = join(folder, 'app.mjs');
  const banner = `import { createRequire as forBundle } from 'node:module'; const require = forBundle(import.meta.url);`;
  await build({
    entryPoints: [join(import.meta.dirname, 'app.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    banner: { js: banner },
  });
  await chmod(outfile, 0o644);
  return outfile;
}

export async function startApp({ app, dataDir, packageDir = findPackage(), uid, env }: AppOptions) {
  const child = spawn(process.execPath, [app, dataDir, packageDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  return { told: JSON.parse(String(line)) as Told, end: (signal: NodeJS.Signals) => end(child, signal) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
