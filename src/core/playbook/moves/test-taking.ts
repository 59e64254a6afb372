import type { Move } from '../move.ts';

export const testTaking: readonly Move[] = [
  { words: 'Practice the page: name, directions, easy ones first', at: ['independent_work', 'test'] },
  { words: 'Cover all but one question with a sheet', at: ['independent_work', 'test'], by: ['setss', 'ot'] },
  {
    words: 'Three slow breaths and shoulders down before turning the page',
    at: ['test', 'independent_work'],
  },
  { words: 'Underline what is asked; cross out what cannot be', by: ['setss', 'speech'] },
  { words: 'Ask for the break before it is needed: card on the desk' },
  { words: 'Set up the accommodations before the others come in' },
];
