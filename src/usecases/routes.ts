import { answerAsk, answerAskInWords, beUnsure, openOtherActivity, skipAsk } from './answer-ask.ts';
import { answerInvitation } from './answer-invitation.ts';
import {
  answerTouchBaseTime,
  openTouchBaseForm,
  readTouchBaseNotes,
  writeTouchBaseAnswers,
} from './answer-touch-base.ts';
import { answerVisit, withdrawVisit } from './answer-visit.ts';
import { alsoAwayTap, backTap, undoAbsenceTap } from './changes/go-away.ts';
import { alsoTap, undoTap } from './changes/undo-change.ts';
import type { OnSubmit, OnTap } from './door.ts';
import { handleWords } from './handle-words.ts';
import {
  changeHeard,
  confirmTap,
  everyWeekTap,
  openHeardForm,
  refuseTap,
  undoHeardTap,
  untilTap,
} from './heard/taps.ts';
import { setHushTap } from './hush.ts';
import { logVisit } from './log-visit.ts';
import { openPairForm, pairUp } from './pair-up.ts';
import { proposeVisit } from './propose-visit.ts';
import { changeSettings, openSettingsForm } from './show-settings.ts';
import { keepOffered, openRoutineForm, saveRoutine } from './tell-routine.ts';
import { openSchoolForm, saveSchoolDay } from './tell-school-day.ts';

const say =
  (words: string): OnTap =>
  (counter) =>
    handleWords(counter, words);

/** Every button, by the name it carries. */
export const taps: ReadonlyMap<string, OnTap> = new Map(
  Object.entries({
    'absence.also': alsoAwayTap,
    'absence.back': backTap,
    'absence.undo': undoAbsenceTap,
    'ask.answer': answerAsk,
    'ask.other': openOtherActivity,
    'ask.skip': skipAsk,
    'ask.unsure': beUnsure,
    'change.also': alsoTap,
    'change.undo': undoTap,
    'heard.change': openHeardForm,
    'heard.not-then': refuseTap,
    'heard.right': confirmTap,
    'heard.undo': undoHeardTap,
    'heard.until': untilTap,
    'heard.weekly': everyWeekTap,
    'help.show': say('help'),
    'hush.set': setHushTap,
    'pair.open': openPairForm,
    'pairing.answer': answerInvitation,
    'routine.keep': keepOffered,
    'routine.open': openRoutineForm,
    'schedule.show': say('schedule'),
    'school.open': openSchoolForm,
    'settings.open': openSettingsForm,
    'touch-base.answer': answerTouchBaseTime,
    'touch-base.read': readTouchBaseNotes,
    'touch-base.write': openTouchBaseForm,
    'visit.answer': answerVisit,
    'visit.log': logVisit,
    'visit.propose': proposeVisit,
    'visit.withdraw': withdrawVisit,
    'week.show': say('week'),
  }),
);

/** Every form, by name. */
export const submits: ReadonlyMap<string, OnSubmit> = new Map(
  Object.entries({
    'ask.other': answerAskInWords,
    'heard.change': changeHeard,
    pair: pairUp,
    routine: saveRoutine,
    school: saveSchoolDay,
    settings: changeSettings,
    'touch-base.write': writeTouchBaseAnswers,
  }),
);
