import { addMinutes, openAddMinutes } from './add-minutes.ts';
import { changeAgreement, openAgreement, readWhatTheyDo } from './agreement.ts';
import { answerAsk, answerAskInWords, beUnsure, openOtherActivity, skipAsk } from './answer-ask.ts';
import { answerInvitation } from './answer-invitation.ts';
import {
  answerTouchBaseTime,
  openTouchBaseForm,
  readTouchBaseNotes,
  sayMissed,
  sayTalked,
  writeTouchBaseAnswers,
} from './answer-touch-base.ts';
import { answerVisit, withdrawVisit } from './answer-visit.ts';
import { addWord, openFeedbackForm, readWord, sayHowItWas, sayWish } from './ask-feedback.ts';
import { openFolded } from './bell/open-folded.ts';
import { changeMandate, openMandateForm } from './change-mandate.ts';
import { alsoAwayTap, backTap, undoAbsenceTap } from './changes/go-away.ts';
import { changeInSchool } from './changes/hear-change.ts';
import { alsoTap, undoTap } from './changes/undo-change.ts';
import type { OnSubmit, OnTap } from './door.ts';
import { openWhyNot, sayWhyNot } from './explain-why-not.ts';
import { answerFavor, finishFavor, offerFavor, openFavorForm, readFavor } from './favor.ts';
import { closeHandOver, openHandOver } from './hand-over.ts';
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
import { approveHomeNote, changeHomeNotes, openHomeNote, openHomeNotes } from './home-note.ts';
import { setHushTap } from './hush.ts';
import { keepPlan, openIntentionForm, planAgain } from './intention.ts';
import {
  answerJoining,
  confirmJoining,
  lookAtJoining,
  refuseJoining,
  startJoining,
} from './join-organizations.ts';
import { giveReason, logVisit, openReasonForm, recordAgain, saveReason } from './log-visit.ts';
import { changeMakeUpRule, openMakeUpForm } from './minutes-of-all.ts';
import { openNoteForm, openNoteWords, saveNote, saveNoteWords } from './note-visit.ts';
import { openPairForm, pairUp } from './pair-up.ts';
import { leaveClass, nameClassPara, openParaForm } from './paras/class-para.ts';
import { answerParaOffer, offerParaPart } from './paras/para-offer.ts';
import {
  confirmDay,
  openOtherThen,
  openPrebriefForm,
  readPrebrief,
  tellBeforehand,
  tellOtherThen,
} from './prebrief.ts';
import { choosePreference, confirmPreference, openPreferenceForm } from './preferences.ts';
import { proposeVisit } from './propose-visit.ts';
import { keepPullOuts, openPullOutForm } from './pull-outs.ts';
import {
  answerRequest,
  askForSomething,
  openRequestForm,
  readRequestWords,
  sendDraft,
  withdrawRequest,
} from './request.ts';
import { answerPairReview, stopPair } from './review-pair.ts';
import { agreeToRoles, changeRoles, openRolesForm } from './roles.ts';
import { openStrategyForm, shareStrategy } from './share-strategy.ts';
import { showProgress, showRecords } from './show-records.ts';
import { changeSettings, openSettingsForm } from './show-settings.ts';
import { showVisit } from './show-visit.ts';
import { endStrategy, keepStrategy, readStrategy, sayStrategy } from './strategies.ts';
import { askSwaps, dropSwap, takeSwap } from './swaps/decide-swaps.ts';
import { planTeam } from './team-plan/plan-team.ts';
import { keepOffered, openRoutineForm, saveRoutine } from './tell-routine.ts';
import { openSchoolForm, saveSchoolDay } from './tell-school-day.ts';
import { acceptBundle } from './week-plan/answer-bundle.ts';
import { leaveOffered, openChangeForm, takeOffered, wishPlan } from './week-plan/change-plan.ts';
import { showWho } from './week-plan/draw-week-plan.ts';
import { planWeek } from './week-plan/plan-week.ts';
import { sendPlan } from './week-plan/send-plan.ts';
import { openTakeBackForm, takeBackVisit } from './week-plan/take-back.ts';

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
    'agreement.open': openAgreement,
    'ask.answer': answerAsk,
    'ask.other': openOtherActivity,
    'ask.skip': skipAsk,
    'ask.unsure': beUnsure,
    'card.open': openFolded,
    'change.also': alsoTap,
    'change.at': changeInSchool,
    'change.undo': undoTap,
    'favor.answer': answerFavor,
    'favor.done': finishFavor,
    'favor.open': openFavorForm,
    'favor.read': readFavor,
    'feedback.how': sayHowItWas,
    'feedback.read': readWord,
    'feedback.wish': sayWish,
    'feedback.word': openFeedbackForm,
    'heard.change': openHeardForm,
    'heard.not-then': refuseTap,
    'heard.right': confirmTap,
    'heard.undo': undoHeardTap,
    'heard.until': untilTap,
    'heard.weekly': everyWeekTap,
    'help.show': say('help'),
    'home-note.open': openHomeNote,
    'home-notes.open': openHomeNotes,
    'hush.set': setHushTap,
    'intention.again': planAgain,
    'intention.open': openIntentionForm,
    'joining.answer': answerJoining,
    'joining.confirm': confirmJoining,
    'joining.look': lookAtJoining,
    'joining.refuse': refuseJoining,
    'joining.start': startJoining,
    'log.show': say('log'),
    'minutes.add': openAddMinutes,
    'minutes.make-up': openMakeUpForm,
    'minutes.mandate': openMandateForm,
    'minutes.progress': showProgress,
    'minutes.show': say('minutes'),
    'minutes.table': showRecords,
    'minutes.standing': openPullOutForm,
    'pair.open': openPairForm,
    'pairing.about': readWhatTheyDo,
    'pairing.answer': answerInvitation,
    'para.answer': answerParaOffer,
    'para.leave': leaveClass,
    'para.offer': offerParaPart,
    'para.open': openParaForm,
    'plan.change': openChangeForm,
    'plan.leave': leaveOffered,
    'plan.send': sendPlan,
    'plan.take': takeOffered,
    'plan.take-back': openTakeBackForm,
    'plan.week': planWeek,
    'plan.who': showWho,
    'preference.keep': confirmPreference,
    'preference.open': openPreferenceForm,
    'prebrief.open': openPrebriefForm,
    'prebrief.other': openOtherThen,
    'prebrief.read': readPrebrief,
    'prebrief.right': confirmDay,
    'request.answer': answerRequest,
    'request.open': openRequestForm,
    'request.read': readRequestWords,
    'request.send': sendDraft,
    'request.withdraw': withdrawRequest,
    'roles.agree': agreeToRoles,
    'roles.open': openRolesForm,
    'review.answer': answerPairReview,
    'review.stop': stopPair,
    'routine.keep': keepOffered,
    'routine.open': openRoutineForm,
    'schedule.show': say('schedule'),
    'school.open': openSchoolForm,
    'settings.open': openSettingsForm,
    'swaps.ask': askSwaps,
    'swaps.drop': dropSwap,
    'swaps.take': takeSwap,
    'strategy.close': endStrategy,
    'strategy.hand-over': openHandOver,
    'strategy.keep': keepStrategy,
    'strategy.new': openStrategyForm,
    'strategy.read': readStrategy,
    'strategy.said': sayStrategy,
    'team.plan': planTeam,
    'touch-base.answer': answerTouchBaseTime,
    'touch-base.missed': sayMissed,
    'touch-base.read': readTouchBaseNotes,
    'touch-base.talked': sayTalked,
    'touch-base.write': openTouchBaseForm,
    'visit.again': recordAgain,
    'visit.answer': answerVisit,
    'visit.log': logVisit,
    'visit.note': openNoteForm,
    'visit.other-reason': openReasonForm,
    'visit.propose': proposeVisit,
    'visit.read-note': openNoteWords,
    'visit.reason': giveReason,
    'visit.show': showVisit,
    'visit.withdraw': withdrawVisit,
    'visits.accept': acceptBundle,
    'week.show': say('week'),
    'why-not.open': openWhyNot,
  }),
);

/** Every form, by name. */
export const submits: ReadonlyMap<string, OnSubmit> = new Map(
  Object.entries({
    agreement: changeAgreement,
    'ask.other': answerAskInWords,
    favor: offerFavor,
    'home-note': approveHomeNote,
    'home-notes': changeHomeNotes,
    intention: keepPlan,
    'feedback.word': addWord,
    'heard.change': changeHeard,
    'minutes.add': addMinutes,
    'minutes.make-up': changeMakeUpRule,
    'minutes.mandate': changeMandate,
    'minutes.standing': keepPullOuts,
    pair: pairUp,
    para: nameClassPara,
    'plan.change': wishPlan,
    preference: choosePreference,
    prebrief: tellBeforehand,
    'prebrief.other': tellOtherThen,
    request: askForSomething,
    roles: changeRoles,
    'plan.take-back': takeBackVisit,
    routine: saveRoutine,
    school: saveSchoolDay,
    settings: changeSettings,
    'strategy.hand-over': closeHandOver,
    'strategy.share': shareStrategy,
    'touch-base.write': writeTouchBaseAnswers,
    'visit.note': saveNote,
    'visit.note-words': saveNoteWords,
    'visit.reason': saveReason,
    'why-not': sayWhyNot,
  }),
);
