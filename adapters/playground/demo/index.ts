import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../src/free-port.ts';
import { zone } from '../maple-street.ts';
import { NotAsTold } from './not-as-told.ts';
import { createScene } from './scene.ts';
import { tellTheStory } from './story/index.ts';
import { createTranscript, type Paper } from './transcript.ts';

/** Starts the playground there. The demo only ever talks to it over HTTP. */
export type StartPlayground = (place: {
  readonly port: number;
  readonly dataDir: string;
}) => Promise<{ readonly url: string; stop(): Promise<void> }>;

const OK = 0;
const FAULT = 1;

const terminal: Paper = {
  print: (text) => void process.stdout.write(`${text}\n`),
  colors: process.stdout.isTTY === true,
};

/** What shells answer for a program that was interrupted. */
const INTERRUPTED = 130;

/**
 * Plays a whole week of the main job and answers with the exit code: 0 when every sentence of it held.
 * Interrupted or not, it leaves nothing running and nothing on the disk.
 */
export const runDemo = async (
  start: StartPlayground,
  interrupted: Promise<void>,
  paper: Paper = terminal,
): Promise<number> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pushin-demo-'));
  try {
    const app = await start({ port: await freePort(), dataDir });
    try {
      return await Promise.race([play(app.url, paper), interrupted.then(() => INTERRUPTED)]);
    } finally {
      await app.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};

const play = async (url: string, paper: Paper): Promise<number> => {
  const transcript = createTranscript(paper, zone);
  try {
    const scene = await createScene({ url, transcript });
    await tellTheStory(scene);
    return scene.broken() === 0 ? OK : FAULT;
  } catch (fault) {
    if (!(fault instanceof NotAsTold)) throw fault;
    transcript.broken('The story stops here: it did not go as told.', fault.message);
    return FAULT;
  }
};
