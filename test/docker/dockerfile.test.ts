import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { importsOf, isLocal, readSources } from '../architecture/sources.ts';
import { instructionsOf } from './instructions.ts';

const at = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const read = (name: string) => readFileSync(at(name), 'utf8');

const instructions = instructionsOf(read('Dockerfile'));
const { scripts, dependencies } = JSON.parse(read('package.json'));
const last = Math.max(...instructions.map(({ stage }) => stage));
const named = (name: string) => instructions.filter((instruction) => instruction.name === name);
const inLast = (name: string) => named(name).filter(({ stage }) => stage === last);

const fromHere = named('COPY').filter(({ rest }) => !rest.startsWith('--from='));
const copied = fromHere.flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));

describe('the image', () => {
  test('is built in stages on the slim image of the current long-term-support Node', () => {
    expect(instructions[0]).toMatchObject({ name: 'ARG', rest: 'NODE_IMAGE=node:24-slim' });
    const stages = named('FROM').map(({ rest }) => rest.replace('$', ''));
    expect(stages).toEqual(['{NODE_IMAGE} AS build', '{NODE_IMAGE} AS dependencies', '{NODE_IMAGE}']);
  });

  test('runs as somebody who is not root', () => {
    expect(inLast('USER').map(({ rest }) => rest)).toEqual(['node']);
  });

  test('has neither development packages nor a database engine, and migrates from its own files', () => {
    const installs = named('RUN').filter(({ rest }) => rest.includes('npm ci'));
    expect(installs.at(-1)?.rest).toMatch(/^npm ci --omit=dev --omit=optional( |$)/);
    expect(inLast('COPY').map(({ rest }) => rest)).toEqual([
      'package.json LICENSE ./',
      'bin ./bin',
      'migrations ./migrations',
      '--from=dependencies /app/node_modules ./node_modules',
      '--from=build /app/dist ./dist',
    ]);
  });

  test('serves everybody on the port its health is asked at', () => {
    const environment = inLast('ENV').map(({ rest }) => rest);
    expect(environment.join(' ').split(/\s+/)).toEqual(
      expect.arrayContaining(['HOST=0.0.0.0', 'PORT=3000', 'NODE_ENV=production']),
    );
    expect(inLast('EXPOSE').map(({ rest }) => rest)).toEqual(['3000']);
  });

  test('starts what npm start starts, without npm in between', () => {
    const [command] = inLast('CMD').map(({ rest }) => JSON.parse(rest));
    expect(command.join(' ')).toBe(scripts.start);
    expect(existsSync(at(command[1]))).toBe(true);
  });
});

describe('its steps', () => {
  test('copy only what is there', () => {
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((name) => !existsSync(at(name)))).toEqual([]);
  });

  test('copy only what .dockerignore lets through', () => {
    const [all, ...let_] = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(all).toBe('*');
    expect(copied.filter((name) => !let_.includes(`!${name}`))).toEqual([]);
  });

  test('run only scripts that package.json has', () => {
    const wanted = named('RUN').flatMap(({ rest }) =>
      [...rest.matchAll(/npm run (\S+)/g)].map(([, name = '']) => name),
    );
    expect(wanted).toEqual(['build']);
    expect(wanted.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('have everything npm needs to install: no script of ours that is not copied yet', () => {
    // `prepare` runs during `npm ci`, before any source is there and without git.
    expect(scripts.prepare).toMatch(/\|\| true$/);
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
  });
});

describe('its health check', () => {
  const [check = ''] = inLast('HEALTHCHECK').map(({ rest }) => rest.replace(/^.*?CMD /, ''));
  const [program, ...args] = JSON.parse(check || '[]');

  test('is a Node program that ends with 0 when /healthz answers and 1 when nobody does', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end('alive');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const look = async () => {
      const [code] = await once(
        spawn(program, args, { env: { ...process.env, PORT: String(port) } }),
        'exit',
      );
      return code;
    };
    expect(await look()).toBe(0);
    expect(asked).toEqual(['/healthz']);
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    expect(await look()).toBe(1);
  });
});

test('whatever the program imports as it runs is installed without development packages', () => {
  const packageOf = (target: string) => target.split('/', target.startsWith('@') ? 2 : 1).join('/');
  const imported = readSources('src', 'adapters')
    // The page is bundled when the image is built, and esbuild with it.
    .filter(({ file }) => !file.startsWith('adapters/playground/page/'))
    .flatMap(importsOf)
    // A computed name is a file of ours, or tsx, which only runs from source.
    .filter((target) => !isLocal(target) && !target.startsWith('node:') && !target.startsWith('${'))
    .map(packageOf);
  const missing = [...new Set(imported)].filter((name) => !(name in dependencies) && name !== 'esbuild');
  expect(imported).toContain('pg');
  expect(missing).toEqual([]);
});
