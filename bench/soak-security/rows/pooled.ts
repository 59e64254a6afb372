import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../src/free-port.ts';
import { createLog } from '../../../src/log.ts';
import { startEmbedded } from '../../../src/store/embedded/start-embedded.ts';
import type { Row } from '../row.ts';
import { nobody } from '../system-postgres.ts';

const places = ['/usr/sbin/pgbouncer', '/usr/local/bin/pgbouncer', '/usr/bin/pgbouncer'];

/** Where a session's state would show: who sees what, who may send what, and the whole way of a week. */
const paths = [
  'test/store/isolation',
  'test/store/with-organization',
  'test/store/outbox',
  'test/store/allowances',
  'test/store/visits',
  'test/store/trail.test',
  'test/usecases/receive',
  'test/usecases/propose',
  'test/usecases/send-due',
  'test/usecases/whole-week',
  'test/usecases/join-organizations',
  'test/adapters/slack/rotation',
  'test/security/limits',
  'test/security/probe-matrix',
];

/** Fewer connections than PushIn has of its own, so that transactions of different people share one. */
const settings = (port: number, target: URL, folder: string): string => `[databases]
* = host=${target.hostname} port=${target.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = 4
max_client_conn = 200
ignore_startup_parameters = statement_timeout
`;

/** The tests of the key paths, all through pgbouncer in transaction mode. */
export const pooled: Row = async () => {
  const program = places.find((place) => existsSync(place));
  if (program === undefined) return { skipped: 'no pgbouncer (Debian: pgbouncer)' };
  const folder = await mkdtemp(join(tmpdir(), 'pushin-soak-'));
  const server = await startEmbedded({ dataDir: join(folder, 'data'), log: createLog('silent') });
  const target = new URL(server.url);
  const port = await freePort();
  // Anybody may pass through; what is in it lives as long as this row.
  await chmod(folder, 0o755);
  await writeFile(
    join(folder, 'users.txt'),
    `"${target.username}" "${decodeURIComponent(target.password)}"\n`,
  );
  await writeFile(join(folder, 'pgbouncer.ini'), settings(port, target, folder));
  const bouncer = spawn(program, ['-q', join(folder, 'pgbouncer.ini')], { ...nobody, stdio: 'inherit' });
  try {
    const tests = spawn('npm', ['test', '--', '--silent', '--testTimeout=600000', ...paths], {
      env: { ...process.env, DATABASE_URL: server.url, PUSHIN_TEST_POOLER: `127.0.0.1:${port}` },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let said = '';
    tests.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(tests, 'close');
    if (code !== 0) process.stderr.write(said);
    const count = /^Tests: .*$/m.exec(said)?.[0].replace(/\s+/g, ' ') ?? 'no tests ran';
    return {
      words: `${paths.length} suites through pgbouncer in transaction mode. ${count}`,
      holds: code === 0,
    };
  } finally {
    bouncer.kill('SIGTERM');
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
