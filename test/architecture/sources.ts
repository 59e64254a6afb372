import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Source {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

const root = path.resolve(import.meta.dirname, '../..');

export const readSources = (...folders: readonly string[]): readonly Source[] =>
  folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, name.replaceAll(path.sep, '/')),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

const importForms = [
  /^(?:import|export)\b[^'"`;=]*?\bfrom\s*(['"])([^'"\n]+)\1/gm,
  /^import\s*(['"])([^'"\n]+)\1/gm,
  /\bimport\(\s*(['"])([^'"\n]+)\1/g,
];

/** What a file imports or re-exports: a path from the root, or a package's name with its subpath. */
export const importsOf = ({ file, text }: Source): readonly string[] =>
  importForms
    .flatMap((form) => [...text.matchAll(form)])
    .map(([, , target = '']) =>
      target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target,
    );

export const isLocal = (target: string): boolean =>
  /^(src|adapters|test|bench|migrations|manifest)\//.test(target);

/** `src/core`, `adapters/slack`; a file at the root of src is a room of its own. */
export const roomOf = (file: string): string => file.split('/').slice(0, 2).join('/');

export const exportedNamesOf = ({ text }: Source): readonly string[] =>
  [
    ...text.matchAll(
      /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/gm,
    ),
  ].map(([, name = '']) => name);

/** `serveAll-http.ts` has the words serve, all, http, ts. */
export const wordsIn = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .map((word) => word.toLowerCase());
