/** What somebody says when a day goes otherwise than planned. One line each; the longest phrase counts. */
export type ChangeWord =
  | 'undo'
  | 'back'
  | 'away'
  | 'close'
  | 'early'
  | 'late'
  | 'exams'
  | 'sub'
  | 'off'
  | 'call-off'
  | 'visit'
  | 'move'
  | 'nothing';

export const changeWords: readonly (readonly [phrase: string, means: ChangeWord])[] = [
  ['undo', 'undo'],
  ['undo that', 'undo'],
  ['take that back', 'undo'],
  ['take it back', 'undo'],
  ['scratch that', 'undo'],
  ['disregard that', 'undo'],
  ['ignore that', 'undo'],
  ['never mind', 'undo'],
  ['nevermind', 'undo'],
  ['nvm', 'undo'],

  ['im back', 'back'],
  ['i am back', 'back'],
  ['back at work', 'back'],
  ['im in after all', 'back'],

  ['ooo', 'away'],
  ['out of office', 'away'],
  ['out of the office', 'away'],
  ['out of town', 'away'],
  ['im out of office', 'away'],
  ['im out of the office', 'away'],
  ['im out of the building', 'away'],
  ['im out of town', 'away'],
  ['ill be out of the office', 'away'],
  ['ill be out of the building', 'away'],
  ['ill be out of town', 'away'],
  ['im out', 'away'],
  ['i am out', 'away'],
  ['ill be out', 'away'],
  ['i will be out', 'away'],
  ['im gonna be out', 'away'],
  ['im going to be out', 'away'],
  ['i have to be out', 'away'],
  ['out sick', 'away'],
  ['im sick', 'away'],
  ['i am sick', 'away'],
  ['home sick', 'away'],
  ['calling in sick', 'away'],
  ['calling out', 'away'],
  ['calling out sick', 'away'],
  ['sick day', 'away'],
  ['personal day', 'away'],
  ['on pto', 'away'],
  ['taking pto', 'away'],
  ['on leave', 'away'],
  ['on vacation', 'away'],
  ['im away', 'away'],
  ['i am away', 'away'],
  ['ill be away', 'away'],
  ['i will be away', 'away'],
  ['away until', 'away'],
  ['away till', 'away'],
  ['away til', 'away'],
  ['out until', 'away'],
  ['out till', 'away'],
  ['out til', 'away'],
  ['im off', 'away'],
  ['i am off', 'away'],
  ['ill be off', 'away'],
  ['im not in', 'away'],
  ['i am not in', 'away'],
  ['i wont be in', 'away'],
  ['i will not be in', 'away'],
  ['wont be at school', 'away'],
  ['i wont be here', 'away'],
  ['im absent', 'away'],
  ['ill be absent', 'away'],
  ['i will be absent', 'away'],
  ['im at a conference', 'away'],
  ['im at a training', 'away'],
  ['im at training', 'away'],

  ['snow day', 'close'],
  ['ice day', 'close'],
  ['weather day', 'close'],
  ['no school', 'close'],
  ['school closed', 'close'],
  ['school is closed', 'close'],
  ['schools are closed', 'close'],
  ['schools closed', 'close'],
  ['school will be closed', 'close'],
  ['school is canceled', 'close'],
  ['school is cancelled', 'close'],
  ['school canceled', 'close'],
  ['school cancelled', 'close'],
  ['we are closed', 'close'],
  ['were closed', 'close'],
  ['power outage no school', 'close'],

  ['early release', 'early'],
  ['early release day', 'early'],
  ['early dismissal', 'early'],
  ['dismissing early', 'early'],
  ['early closing', 'early'],
  ['closing early', 'early'],
  ['half day', 'early'],
  ['minimum day', 'early'],
  ['noon dismissal', 'early'],
  ['shortened day', 'early'],

  ['delay', 'late'],
  ['hour delay', 'late'],
  ['hr delay', 'late'],
  ['delayed opening', 'late'],
  ['delayed start', 'late'],
  ['late start', 'late'],
  ['late opening', 'late'],

  ['exam day', 'exams'],
  ['exam schedule', 'exams'],
  ['finals day', 'exams'],
  ['finals schedule', 'exams'],

  ['sub', 'sub'],
  ['subs', 'sub'],
  ['substitute', 'sub'],
  ['guest teacher', 'sub'],

  ['canceled', 'off'],
  ['cancelled', 'off'],
  ['called off', 'off'],
  ['is off', 'off'],
  ['not happening', 'off'],

  ['cancel', 'call-off'],
  ['canceling', 'call-off'],
  ['cancelling', 'call-off'],
  ['call off', 'call-off'],
  ['calling off', 'call-off'],

  ['visit', 'visit'],
  ['visits', 'visit'],
  ['session', 'visit'],
  ['sessions', 'visit'],

  ['move', 'move'],
  ['moved', 'move'],
  ['moving', 'move'],
  ['moves', 'move'],
  ['pushed', 'move'],
  ['pushed back', 'move'],
  ['shifted', 'move'],
  ['rescheduled', 'move'],

  ['no sub', 'nothing'],
  ['sub plans', 'nothing'],
  ['without a sub', 'nothing'],
  ['without delay', 'nothing'],
];

/** The whole days somebody means without naming one. */
export const weekPhrases: readonly (readonly [phrase: string, week: 'this' | 'next'])[] = [
  ['all week', 'this'],
  ['this week', 'this'],
  ['all this week', 'this'],
  ['the whole week', 'this'],
  ['rest of the week', 'this'],
  ['rest of this week', 'this'],
  ['all wk', 'this'],
  ['this wk', 'this'],
  ['next week', 'next'],
  ['next wk', 'next'],
  ['all next week', 'next'],
  ['all of next week', 'next'],
];

export const allDayPhrases: readonly string[] = ['all day', 'the whole day', 'whole day', 'full day'];

export const dayPartPhrases: readonly (readonly [phrase: string, part: 'am' | 'pm'])[] = [
  ['morning', 'am'],
  ['in the morning', 'am'],
  ['am', 'am'],
  ['first half', 'am'],
  ['before lunch', 'am'],
  ['afternoon', 'pm'],
  ['in the afternoon', 'pm'],
  ['pm', 'pm'],
  ['second half', 'pm'],
  ['after lunch', 'pm'],
];
