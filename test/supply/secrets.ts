/** What secrets look like; the tests' own say whose they are. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['a Slack token', /\bxox[abeprs]-(?!.*of-the-tests)[\w-]{20,}/g],
  ['a Slack app token', /\bxapp-\d-[\w-]{20,}/g],
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/g],
  ['an AWS key', /\bAKIA[0-9A-Z]{16}\b/g],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b/g],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  [
    'a password in an address',
    /\b(?:postgres(?:ql)?|mysql|https?):\/\/[^\s:/@'"`]+:(?!hunter2|password|secret|…|\$)[^\s/@'"`]+@(?!127\.0\.0\.1|localhost|host)[\w.-]+/g,
  ],
  ['an Entra client secret', /\b[\w~.-]{3}8Q~[\w~.-]{31,34}/g],
];

/** File and line of each, never the secret itself. */
export const secretsIn = (file: string, text: string): string[] =>
  shapes.flatMap(([what, shape]) =>
    [...text.matchAll(shape)].map(
      ({ index }) => `${file}:${text.slice(0, index).split('\n').length}: ${what}`,
    ),
  );
