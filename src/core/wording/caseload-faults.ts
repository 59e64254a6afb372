import { listed } from './parts.ts';

/** What has to be mended in a caseload: the place first, then what is wrong there. */
export const caseloadFaults = {
  notJson: 'This file is not JSON.',
  noFile: (path: string) => `There is no file ${path} that can be read.`,
  missing: (path: string) => `${path} is missing`,
  unknownKeys: (path: string, keys: readonly string[]) =>
    `${path} has ${listed(keys.map((key) => `“${key}”`))}, which a caseload doesn’t know`,
  kind: (path: string, kind: string) => `${path} has to be ${kindWords[kind] ?? kind}`,
  time: (path: string) => `${path} has to be a time like 09:30`,
  oneOf: (path: string, values: readonly string[]) => `${path} has to be one of ${values.join(', ')}`,
  atLeast: (path: string, least: string) => `${path} has to be at least ${least}`,
  atMost: (path: string, most: string) => `${path} has to be at most ${most}`,
  empty: (path: string) => `${path} is empty`,
  endBeforeStart: (path: string) => `${path} is before its start`,
  unknown: (path: string, what: 'therapist' | 'class', id: string) => `${path}: there is no ${what} “${id}”`,
  twice: (path: string, id: string) => `${path} “${id}” is there twice`,
};

const kindWords: Readonly<Record<string, string>> = {
  object: 'a group of keys in braces',
  record: 'a group of keys in braces',
  array: 'a list in brackets',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};
