import { existsSync, readFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Permissive ones; MPL-2.0 for ical.js, whose files we do not change; CC-BY for tables of browsers in development. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'PostgreSQL',
  'Python-2.0',
];

/** Without tests and benches; the SDKs of the two platforms are most of it. */
export const MOST_AT_RUN_TIME = 260;

const root = new URL('../../', import.meta.url);
const readJson = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as T;

/** `(MIT OR CC0-1.0)`: one of several is enough, all of several are needed. */
const isAllowed = (license: string): boolean =>
  license
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.includes(one.trim())));

const licenseOf = (place: string, locked: Locked): string | undefined => {
  if (locked.license !== undefined) return locked.license;
  const manifest = `${place}/package.json`;
  // A binary for another machine is not installed here, and its family is judged by the one that is.
  if (!existsSync(new URL(manifest, root))) return undefined;
  const { license, licenses } = readJson<{
    license?: string | { type: string };
    licenses?: { type: string }[];
  }>(manifest);
  return typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type);
};

export const faultsOf = (place: string, locked: Locked): string[] => {
  const name = place.replace(/^.*node_modules\//, '');
  const faults: string[] = [];
  // npm leaves it out for the development tools of machines unlike the one that wrote the lockfile.
  if (locked.integrity === undefined && !(locked.dev && locked.optional))
    faults.push(`${name}: no integrity in the lockfile`);
  const license = licenseOf(place, locked);
  if (license === undefined ? locked.optional !== true : !isAllowed(license))
    faults.push(`${name}: license ${license ?? 'unknown'}`);
  if (locked.hasInstallScript && !locked.dev && !locked.optional)
    faults.push(`${name}: runs a script when it is installed, and is needed at run time`);
  return faults;
};

export const supplyFaults = () => {
  const { packages } = readJson<{ packages: Record<string, Locked> }>('package-lock.json');
  const entries = Object.entries(packages).filter(([place]) => place !== '');
  const runtime = entries.filter(([, { dev, optional }]) => !dev && !optional).length;
  const faults = entries.flatMap(([place, locked]) => faultsOf(place, locked));
  if (runtime > MOST_AT_RUN_TIME)
    faults.push(`${runtime} packages at run time; more than ${MOST_AT_RUN_TIME} want a reason`);
  return { faults, counts: { all: entries.length, runtime } };
};
