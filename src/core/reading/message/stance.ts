import type { WelcomeWord } from '../lexicon/welcome-words.ts';
import { lonelyYeses } from '../lexicon/welcome-words.ts';
import { phraseOf, phraseWords } from '../phrases.ts';
import { isWithin, type Marked, type Said, type Stretch, textBefore } from './said.ts';

/** How the message stands to a visit, word by word; the intent weighs it. */
export interface Stance {
  readonly refused: boolean;
  /** By a word that can mean nothing else, not only by a "not" somewhere. */
  readonly refusedOutright: boolean;
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

/** "They dont know the routine yet": about the children, not about the visit. */
const aboutChildren = /\b(?:they|kids|children|students|who|some|he|she|it|class)\b[^.!?]{0,12}$/iu;
const childrensVerbs =
  /^ ?(?:know|have|has|finish|finished|done|like|understand|get|remember|eat|need|bring|care|start|mind|stop|love|want)\b/iu;

/** "Not 10, 10:30": another hour, and no refusal. */
const deniesHour = (said: Said, denial: Stretch): boolean => {
  const clocks = said.times.filter(({ mention }) => mention.is === 'clock');
  return clocks.length > 1 && clocks.some((time) => time.from >= denial.to && time.from - denial.to <= 4);
};

/** "Provided nothing changes", "as long as there's no drill": what a condition denies. */
const condition = /\b(?:if|unless|provided|as long as|so long as|assuming|in case|depending on|whether)\b/iu;
const isInCondition = (said: Said, denial: Stretch): boolean =>
  condition.test(
    textBefore(said.plain, denial, 60)
      .split(/[.,;!?]/u)
      .at(-1) ?? '',
  );

/** A listed phrase says what its words mean: "no changes" is the usual. */
const isPartOf = (one: Stretch, others: readonly Stretch[]): boolean =>
  others.some((other) => isWithin(one, other) && other.to - other.from > one.to - one.from);

const spent = (said: Said, denial: Marked<WelcomeWord>): boolean => {
  if (isPartOf(denial, said.same) || isInCondition(said, denial)) return true;
  const other = said.kinds.some((kind) => !kind.denied);
  if (
    other &&
    said.kinds.some((kind) => kind.denied && kind.deniedFrom >= denial.from && kind.deniedFrom < denial.to)
  )
    return true;
  if (deniesHour(said, denial)) return true;
  const before = textBefore(said.plain, denial, 40);
  const after = said.plain.slice(denial.to, denial.to + 16);
  return aboutChildren.test(before) && childrensVerbs.test(after);
};

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
      inside.some((word) => lonely.has(word.text)) &&
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
      ].includes(next.text)
    );
  });

/** "Normally I'd say come in", "I wish you could join": what is not so this time. */
const isWished = (said: Said, one: Stretch): boolean => {
  const clause = said.clauses.find((other) => isWithin(one, other));
  return (
    clause !== undefined &&
    /\b(?:normally|usually|any other (?:day|time|week)|ordinarily|i wish|wish i|wish we|otherwise (?:i|we|you)|on a better|typically)\b/iu.test(
      said.plain.slice(clause.from, one.from),
    )
  );
};

/** "I could use another adult": a full room would not say so. */
const wanted = (said: Said, one: Stretch): boolean =>
  /\b(?:could|can|would|we|i|always) (?:really |totally )?(?:use|need|love|like|want)(?: to have)? (?:an? )?$/iu.test(
    textBefore(said.plain, one, 32),
  ) && !/\b(?:not|dont|don't|cannot|can't|cant|no)\b/iu.test(textBefore(said.plain, one, 48));

/** "Not now, later": to be asked again. */
const putsOff = /(?:^|[,.;] ?|\b(?:now|rn|busy) )later[ .!]*$/iu;

export const stanceOf = (said: Said): Stance => {
  const of = (means: WelcomeWord) => said.welcome.filter((one) => one.value === means);
  const denials = of('not').filter((denial) => !spent(said, denial));
  const closed = of('closed').filter((one) => !wanted(said, one));
  const refusals = [...of('no'), ...closed, ...denials, ...excesses(said)];
  const asks = said.words.some((word) => word.text === '?');
  const agreements = [...of('yes'), ...lonelyYes(said)].filter((one) => !isWished(said, one));
  const invitations = of('welcome').filter((one) => !isWished(said, one));
  const wished = of('welcome').length > invitations.length && invitations.length === 0;
  return {
    refused: refusals.length > 0 || wished,
    refusedOutright: of('no').length > 0 || excesses(said).length > 0,
    deniesDay: denials.some((denial) => deniesDay(said, denial)),
    away: of('away').length > 0,
    unsure: of('unsure').length > 0 || putsOff.test(said.plain),
    hedged: of('maybe').length > 0,
    conditional: isConditional(said),
    substitute: of('sub').length > 0,
    agreed: agreements.length > 0,
    invited: invitations.length > 0,
    asks,
    refusals,
    agreements: [...agreements, ...invitations],
    invitations,
  };
};
