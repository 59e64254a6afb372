import type { CommandName } from '../core/commands.ts';
import { readAside } from '../core/reading/read-aside.ts';
import { readWhyNot } from '../core/reading/read-why-not.ts';
import { readWords } from '../core/reading/read-words.ts';
import { tellsAWeek } from '../core/reading/tells-a-week.ts';
import { askHelp } from '../core/wording/ask.ts';
import { note } from '../core/wording/parts.ts';
import { tooLongCard } from '../core/wording/trouble.ts';
import { helpCard, thanksCard, welcomeCard } from '../core/wording/welcome.ts';
import type { Answer } from '../ports/inbound.ts';
import { askAbout } from './ask-about.ts';
import { hearChange } from './changes/hear-change.ts';
import type { Counter } from './desk.ts';
import type { OnCommand } from './door.ts';
import { explainWhyNot } from './explain-why-not.ts';
import { hearTogether } from './hear-together.ts';
import { hearAnswer, hearUnsure } from './heard/hear-answer.ts';
import { hush } from './hush.ts';
import { codeOfKnown } from './invite-by-code.ts';
import { hearJoinCode } from './join-organizations.ts';
import { showLog } from './log-visit.ts';
import { openPairForm } from './pair-up.ts';
import { refusalOf } from './refuse.ts';
import { setAside } from './set-aside.ts';
import { showMinutes } from './show-minutes.ts';
import { showSchedule } from './show-schedule.ts';
import { showSettings } from './show-settings.ts';
import { showTouchBases } from './show-touch-bases.ts';
import { findVisit } from './show-visit.ts';
import { showWeek } from './show-week.ts';
import { showStrategies } from './strategies.ts';
import { planTeam } from './team-plan/plan-team.ts';
import { routineCommand } from './tell-routine.ts';
import { planWeek } from './week-plan/plan-week.ts';

/** In characters: more is somebody's letter. A whole week may be told as `routine …`. */
const LONGEST_TEXT = 500;
const LONGEST_ROUTINE = 2_000;

const WEEK = /^(?:my |the |next |this |whole )*week\b/i;
const TEAM = /^(?:the |my |whole )*(?:team|everybody|everyone)\b/i;

const onCommand: Readonly<Record<CommandName, OnCommand>> = {
  schedule: async (counter, rest) => {
    // A coordinator has no week of her own to plan.
    if (counter.me.role === 'coordinator' || TEAM.test(rest)) return planTeam(counter);
    return WEEK.test(rest) ? planWeek(counter) : { kind: 'card', card: await showSchedule(counter) };
  },
  // Read as a question of its own, so only the bare word comes here.
  ask: async () => ({ kind: 'card', card: note('ask-help', 'When?', askHelp) }),
  week: async (counter) => ({ kind: 'card', card: await showWeek(counter) }),
  pair: openPairForm,
  routine: routineCommand,
  log: async (counter) => ({ kind: 'card', card: await showLog(counter) }),
  minutes: async (counter) => ({ kind: 'card', card: await showMinutes(counter) }),
  touchbase: async (counter) => ({ kind: 'card', card: await showTouchBases(counter) }),
  strategies: async (counter) => ({ kind: 'card', card: await showStrategies(counter) }),
  settings: async (counter) => ({ kind: 'card', card: await showSettings(counter) }),
  help: async ({ from }) => ({ kind: 'card', card: helpCard(from.platform) }),
};

/** Everything a person types, on either platform, comes through here. */
export const handleWords = async (counter: Counter, text: string): Promise<Answer> => {
  const limit = /^\s*\/?(pushin\s+)?routine\b/i.test(text) ? LONGEST_ROUTINE : LONGEST_TEXT;
  if (text.length > limit) return { kind: 'card', card: tooLongCard(limit) };
  const why = counter.me.role === 'therapist' ? readWhyNot(text) : undefined;
  if (why !== undefined) return { kind: 'card', card: await explainWhyNot(counter, why) };
  const together = await hearTogether(counter, text);
  if (together) return together;
  const wish = counter.me.role === 'teacher' ? await findVisit(counter, text) : undefined;
  if (wish) return { kind: 'card', card: wish };
  const changed = await hearChange(counter, text);
  if (changed) return changed;
  // A therapist who is away all day has said so above; what is left is about a visit.
  const meant = counter.me.role === 'therapist' ? await findVisit(counter, text) : undefined;
  if (meant) return { kind: 'card', card: meant };
  const aside = readAside(text, counter.local);
  const settled = aside && (await setAside(counter, aside));
  if (settled) return settled;
  const reading = readWords(text, counter.local, counter.me.role === 'teacher' ? 'teacher' : 'therapist');
  switch (reading.kind) {
    case 'command': {
      const refusal = refusalOf(counter, `command ${reading.command}`);
      return refusal ? { kind: 'card', card: refusal } : onCommand[reading.command](counter, reading.rest);
    }
    case 'ask':
      return { kind: 'card', card: await askAbout(counter, reading.about, reading.when) };
    case 'answer':
      return tellsAWeek(text) ? routineCommand(counter, text) : hearAnswer(counter, text, reading.when);
    case 'unsure':
      return hearUnsure(counter);
    case 'code':
      return { kind: 'card', card: (await hearJoinCode(counter, reading.code)) ?? codeOfKnown(counter) };
    case 'greeting':
      return { kind: 'card', card: welcomeCard(counter.me.name, counter.me.role) };
    case 'thanks':
      return { kind: 'card', card: thanksCard() };
    case 'stop':
      return { kind: 'card', card: await hush(counter) };
    case 'unknown':
      // A question that is open may give sense to words that have none by themselves.
      return hearAnswer(counter, text, { ok: true, rest: text });
  }
};
