import { startEmbedded } from '../../../src/store/embedded/start-embedded.ts';
import { silentLog } from '../../setup/silent-log.ts';

/** A small app on the embedded Postgres, to be killed, refused and run as others: see start-app.ts. */
const [dataDir = '', packageDir = ''] = process.argv.slice(2);
const tell = (outcome: object) => process.stdout.write(`${JSON.stringify(outcome)}\n`);

startEmbedded({ dataDir, packageDir, log: silentLog }).then(
  ({ url, adopted, stop }) => {
    process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
    tell({ url, adopted });
  },
  (error: Error) => tell({ refused: error.message, name: error.name }),
);
