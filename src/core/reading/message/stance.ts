import { isAway } from '../../activity-kind.ts';
import { troubledRooms } from '../lexicon/welcome/troubled-rooms.ts';
import type { WelcomeWord } from '../lexicon/welcome-words.ts';
import { lonelyYeses } from '../lexicon/welcome-words.ts';
import { phraseOf, phraseWords } from '../phrases.ts';
import { isHypothetical, isOfEmptyRoom } from './hypothetical.ts';
import {
  isOfChildren,
  isOfEvent,
  isOfMood,
  isOfOthers,
  isOfSomebodyElse,
  isOvercome,
  isWished,
  spent,
  wanted,
} from './reach.ts';
import type { Marked, Said } from './said.ts';
import { isWithin, type Stretch, textBefore } from './stretch.ts';

/** How the message stands to a visit, word by word; the intent weighs it. */
export interface Stance {
  readonly refused: boolean;
  /** By a word that can mean nothing else, not only by a "not" somewhere. */
  readonly refusedOutright: boolean;
  /** The room is full, empty or in uproar. */
  readonly closed: boolean;
  /** "Not tomorrow." */
  readonly deniesDay: boolean;
  /** Out of school: a refusal, unless a substitute is there. */
  readonly away: boolean;
  readonly unsure: boolean;
  readonly hedged: boolean;
  readonly conditional: boolean;
  readonly substitute: boolean;
  readonly agreed: boolean;
  readonly invited: boolean;
  readonly asks: boolean;
  /** The places of refusals, so that what is beside them is not taken for an offer. */
  readonly refusals: readonly Stretch[];
  readonly agreements: readonly Stretch[];
  readonly invitations: readonly Stretch[];
}

const lonely: ReadonlySet<string> = new Set(lonelyYeses.map((word) => phraseOf(phraseWords(word))));

/** A short "great!" is a yes; "great book" is praise. */
const lonelyYes = (said: Said): readonly Stretch[] =>
  said.clauses.filter((clause) => {
    const inside = said.words.filter(
      (word) =>
        word.kind === 'word' &&
        isWithin(word, clause) &&
        !said.times.some((time) => isWithin(word, time)) &&
        !said.welcome.some((one) => one.value === 'nothing' && isWithin(word, one)),
    );
    return (
      inside.length <= 2 &&
      inside.some(
        (word) =>
          lonely.has(word.text) && !said.welcome.some((one) => one.value === 'maybe' && isWithin(word, one)),
      ) &&
      !said.kinds.some((kind) => isWithin(kind, clause))
    );
  });

const conditional: ReadonlySet<string> = new Set(['if', 'unless', 'depending', 'provided', 'assuming']);

/** "If it rains", but not "if you want". */
const isConditional = (said: Said): boolean => {
  const spared = said.welcome.filter((one) => one.value === 'nothing');
  return said.words.some((word, at) => {
    const next = said.words[at + 1]?.text ?? '';
    const aboutYou = next === 'you' || next === 'your';
    const lead = conditional.has(word.text) || (word.text === 'as' && said.words[at - 1]?.text === 'long');
    return lead && !aboutYou && !spared.some((phrase) => isWithin(word, phrase));
  });
};

/** "If you come late". */
const isAboutYou = (said: Said, { phrase, to }: Marked<WelcomeWord>): boolean =>
  phrase === 'if' && /^ (?:you|your|u|ya|youre|you're)\b/iu.test(said.plain.slice(to, to + 8));

/** "Not tomorrow." */
const deniesDay = (said: Said, denial: Marked<WelcomeWord>): boolean =>
  said.times.some(
    (time) => time.from >= denial.to && time.from - denial.to <= 4 && time.mention.is === 'day',
  );

/** "Too wound up", but not "me too". */
const excesses = (said: Said): readonly Stretch[] =>
  said.words.filter((word, at) => {
    const next = said.words[at + 1];
    return (
      word.text === 'too' &&
      !said.welcome.some((one) => one.value === 'unsure' && isWithin(word, one)) &&
      next?.kind === 'word' &&
      ![
        'so',
        'and',
        'but',
        'if',
        'please',
        'thanks',
        'though',
        'come',
        'then',
        'because',
        'funny',
        'cute',
        // Of the weather: they stay in.
        ...['cold', 'hot', 'wet', 'rainy', 'windy', 'icy', 'muddy', 'snowy'],
      ].includes(next.text)
    );
  });

/** "Not now, later": to be asked again. */
const putsOff = /(?:^|[,.;] ?|\b(?:now|rn|busy) )later(?: (?:please|pls|plz|thx|thanks))?[ .!]*$/iu;

/** "11:00 it is." */
const itIs = (said: Said): readonly Stretch[] =>
  said.times.flatMap(({ to }) => {
    const words = /^ it is\b/iu.exec(said.plain.slice(to, to + 8))?.[0];
    return words === undefined ? [] : [{ from: to, to: to + words.length }];
  });

/** "Nothing works Tuesday", "none of those is good". */
const isOfNothing = (said: Said, one: Stretch): boolean =>
  /\b(?:nothing|none|neither|nobody|no one|(?:no|not one) (?:day|time|slot|hour)s?)(?: of \w{2,6}(?: \w{2,8})?)?(?: (?:really|ever|is|will|would)){0,2} $/iu.test(
    textBefore(said.plain, one, 40),
  );

/** "Before confirming", "until a yes": not said yet. */
const isAhead = (said: Said, one: Stretch): boolean =>
  /\b(?:before|without|until)(?: (?:i|we|you|a|the))? $/iu.test(textBefore(said.plain, one, 14));

/** "Out Wed too": no more than where and when. */
const isOutThen = (said: Said): boolean => {
  const lead = /^(?:i'?m |also |still |and )?(?:out|off|gone|away) (?:on |all (?:day )?)?/iu.exec(
    said.plain,
  )?.[0];
  return lead !== undefined && said.times.some(({ from }) => from === lead.length);
};

/** "❤️❤️": nothing but delight. */
const delighted =
  /^[❤♥💕💖💗😍🥰💛💚💙💜🧡🎉🎊🤩😊🙂😀😁😃😄😘💯🔥⭐✨🫶😎🥹][\s!.❤♥💕💖💗😍🥰💛💚💙💜🧡🎉🎊🤩😊🙂😀😁😃😄😘💯🔥⭐✨🫶😎🥹]*$/u;

/** A room in uproar shuts the door, but not in the face of "please come help". */
const troubled: ReadonlySet<string> = new Set(troubledRooms.map((phrase) => phraseOf(phraseWords(phrase))));

export const stanceOf = (said: Said): Stance => {
  const all = (means: WelcomeWord) => said.welcome.filter((one) => one.value === means);
  const of = (means: WelcomeWord) =>
    all(means).filter((one) => !isHypothetical(said, one) && !isOfEvent(said, one) && !isOvercome(said, one));
  const isAwayThen =
    said.kinds.some(({ kind, denied }) => isAway(kind) && !denied) &&
    !said.kinds.some(({ phrase }) => /concert|rehears/u.test(phrase));
  const isOnlyAway = (one: Stretch) => isAwayThen && isOfEmptyRoom(said, one);
  const denials = of('not').filter((denial) => !spent(said, denial) && !isOnlyAway(denial));
  const asks = said.words.some((word) => word.text === '?');
  const yeses = [...of('yes').filter((one) => !isOfOthers(said, one)), ...lonelyYes(said), ...itIs(said)];
  const agreements = yeses.filter(
    (one) => !isWished(said, one) && !isOfNothing(said, one) && !isAhead(said, one),
  );
  const welcomes = of('welcome').filter((one) => !isOfChildren(said, one));
  const invitations = welcomes.filter((one) => !isWished(said, one));
  const closed = of('closed').filter(
    (one) =>
      !wanted(said, one) &&
      !isOnlyAway(one) &&
      !((invitations.length > 0 || of('sub').length > 0) && troubled.has(one.phrase)),
  );
  const nothing = yeses.filter((one) => isOfNothing(said, one));
  const refusals = [...of('no'), ...closed, ...denials, ...nothing, ...excesses(said)];
  const wished = welcomes.length > invitations.length && invitations.length === 0;
  return {
    refused: refusals.length > 0 || wished,
    refusedOutright: of('no').length > 0 || excesses(said).length > 0,
    closed: closed.length > 0,
    deniesDay: denials.some((denial) => deniesDay(said, denial)),
    away: of('away').some((one) => !isOfSomebodyElse(said, one)) || isOutThen(said),
    unsure: of('unsure').length > 0 || putsOff.test(said.plain),
    hedged: of('maybe').some((one) => !isOfMood(said, one) && !isAboutYou(said, one)),
    conditional:
      isConditional(said) || said.welcome.some((one) => one.value !== 'nothing' && isHypothetical(said, one)),
    substitute: of('sub').length > 0,
    agreed: agreements.length > 0 || delighted.test(said.plain),
    invited: invitations.length > 0,
    asks,
    refusals,
    agreements: [...agreements, ...invitations],
    invitations,
  };
};
