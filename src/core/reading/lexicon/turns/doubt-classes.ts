import type { WordClasses } from '../../turns.ts';

/** What somebody says who does not know yet. */
export const doubtClasses: WordClasses = {
  inform: [
    ...[
      'know',
      'update',
      'verify',
      'decide',
      'advise',
      'notify',
      'inform',
      'consult',
      'confirm',
      'recheck',
      'reply',
    ],
    ...['doublecheck', 'holler'],
  ],
  sure: [
    ...[
      'sure',
      'certain',
      'positive',
      'settled',
      'decided',
      'finalized',
      'confirmed',
      'firm',
      'definite',
      'nailed',
    ],
    ...[
      'known',
      'certian',
      'shure',
      'sur',
      'figured',
      'official',
      'locked',
      'solid',
      'confident',
      'convinced',
    ],
  ],
  planned: [
    ...[
      'planned',
      'decided',
      'figured',
      'mapped',
      'thought',
      'finalized',
      'heard',
      'written',
      'settled',
      'looked',
    ],
    ...['checked', 'locked', 'plotted', 'picked', 'chosen', 'nailed', 'sorted', 'scheduled', 'seen'],
  ],
  when: [
    ...['tomorrow', 'later', 'tonight', 'next', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    ...['mon', 'tues', 'tue', 'wed', 'weds', 'thurs', 'thur', 'thu', 'fri'],
  ],
  havent: ['havent', 'hasnt', 'hadnt', 'didnt'],
};
