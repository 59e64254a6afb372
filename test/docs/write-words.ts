/** `npm run words` */
import { writeFileSync } from 'node:fs';
import { wordsPage } from './words-page.ts';

writeFileSync(new URL('../../docs/words.md', import.meta.url), wordsPage());
