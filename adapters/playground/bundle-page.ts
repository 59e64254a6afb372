import { fileURLToPath } from 'node:url';

export interface PageFiles {
  readonly 'page.js': string;
  readonly 'page.css': string;
}

const source = (file: string): string => fileURLToPath(new URL(`./page/${file}`, import.meta.url));

/** Bundles the page from its source. esbuild is loaded only here: a server that never shows the page needs none. */
export const bundlePage = async (): Promise<PageFiles> => {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [
      { in: source('main.tsx'), out: 'page' },
      { in: source('page.css'), out: 'page' },
    ],
    outdir: 'out',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const text = (name: string): string => outputFiles.find((file) => file.path.endsWith(name))?.text ?? '';
  return { 'page.js': text('page.js'), 'page.css': text('page.css') };
};
