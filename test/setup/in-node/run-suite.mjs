import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import runWithCircus from 'jest-circus/runner';
import { begin, end } from './jest-globals.mjs';

register('./resolve-globals.mjs', import.meta.url);
const require = createRequire(import.meta.url);

/** Jest's own runner of a suite (circus), with Node's `import` in the place of a `vm` context's; decision 0022. */
// biome-ignore lint/style/noDefaultExport: jest asks for one
export default async function runSuite(globalConfig, config, _environment, runtime, testPath, send) {
  if (globalConfig.watch || globalConfig.watchAll)
    throw new Error('Watching would show yesterday’s modules. Run `npm test -- <path>` again.');
  // Jest's would look for source maps in its own transforms; Node's finds tsx's.
  Error.prepareStackTrace = undefined;
  const inNode = {
    __proto__: runtime,
    // Circus keeps the suite's tests in itself, so each suite gets a new one.
    requireInternalModule: (path) => {
      delete require.cache[path];
      delete globalThis[Symbol.for('EVENT_HANDLERS')];
      return require(path);
    },
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
    setGlobalsForRuntime: begin,
  };
  try {
    return await runWithCircus.default(globalConfig, config, { global: globalThis }, inNode, testPath, send);
  } finally {
    end();
  }
}
