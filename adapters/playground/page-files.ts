import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { bundlePage, type PageFiles } from './bundle-page.ts';
import { sendText } from './http.ts';

/** Everything comes from this server; the two renderers need no inline script or style. */
const policy =
  "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

const shell = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>PushIn playground</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/playground/page.css">
</head>
<body>
<div id="page"></div>
<noscript>The playground needs JavaScript.</noscript>
<script type="module" src="/playground/page.js"></script>
</body>
</html>
`;

/** What `npm run build` left beside this file; undefined when it runs from its source. */
const readBuilt = async (): Promise<PageFiles | undefined> => {
  const read = (name: keyof PageFiles) => readFile(new URL(`./page/${name}`, import.meta.url), 'utf8');
  try {
    return { 'page.js': await read('page.js'), 'page.css': await read('page.css') };
  } catch {
    return undefined;
  }
};

let page: Promise<PageFiles> | undefined;

/** Bundled with the first visit, so that it never delays the start, and once for all of a process. */
const files = (): Promise<PageFiles> => {
  page ??= readBuilt()
    .then((built) => built ?? bundlePage())
    .catch((error: unknown) => {
      page = undefined;
      throw error;
    });
  return page;
};

const send = (response: ServerResponse, type: string, text: string): void => {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  response.end(text);
};

/** Answers what the page asks for; false for what is not the page's. */
export const servePage = async (path: string, response: ServerResponse): Promise<boolean> => {
  if (path === '/') {
    files().catch(() => undefined);
    send(response, 'text/html', shell);
  } else if (path === '/playground/page.js') send(response, 'text/javascript', (await files())['page.js']);
  else if (path === '/playground/page.css') send(response, 'text/css', (await files())['page.css']);
  else if (path === '/playground') {
    response.writeHead(302, { location: '/' });
    response.end();
  } else if (path.startsWith('/playground/')) sendText(response, 404, 'Not found');
  else return false;
  return true;
};
