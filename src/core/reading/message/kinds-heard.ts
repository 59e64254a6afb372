import type { ActivityKind } from '../../activity-kind.ts';
import { phraseWords } from '../phrases.ts';
import { kindsIn } from '../read-kind.ts';
import type { Piece } from '../scan.ts';
import { type Stretch, textAfter, textBefore } from './stretch.ts';
import { preparing } from './times-heard.ts';

export interface KindHeard extends Stretch {
  readonly kind: ActivityKind;
  readonly phrase: string;
  readonly denied: boolean;
  readonly deniedFrom: number;
  /** A test they only get ready for. */
  readonly prepared?: true;
}

/** Every activity these words name, with its place. */
export const kindsNamed = (words: readonly Piece[]): readonly KindHeard[] =>
  kindsIn(words).map(({ value, phrase, at, to, denied, deniedAt }) => ({
    kind: value,
    phrase,
    denied,
    from: words[at]?.from ?? 0,
    to: words[to - 1]?.to ?? 0,
    deniedFrom: words[deniedAt]?.from ?? 0,
  }));

/** "PE got cancelled." */
const isCalledOff = (plain: string, kind: KindHeard): boolean =>
  /^(?:'s)?(?: (?:is|are|was|were|got|has|have|been|just|now|today)){0,3} (?:cancel\w{0,5}|called off|postponed|off)\b/iu.test(
    textAfter(plain, kind, 40),
  );

/** Of the activities named those that are said to happen. */
export const kindsMeantIn = (plain: string, named: readonly KindHeard[]): readonly KindHeard[] =>
  named
    .filter(
      (kind) =>
        !isName(plain, kind) &&
        !isTitle(plain, kind) &&
        !isOpening(plain, kind) &&
        !isUseOfRoom(plain, kind) &&
        !isOfAnother(plain, kind, named) &&
        !isPractice(kind, named) &&
        !isAnchor(plain, kind) &&
        !isModifier(kind, named) &&
        !isPresented(plain, kind, named) &&
        !isPreparation(kind, named),
    )
    .map((kind) => asPrepared(plain, isCalledOff(plain, kind) ? { ...kind, denied: true } : kind));

/** "The reading specialist is in here": a person, and no reading. */
const isTitle = (plain: string, kind: KindHeard): boolean =>
  (kind.phrase === 'watching' &&
    /\b(?:teachers?|adults?|people|visitors?|parents?|admin|observers?|principal|coach|someone|you|be|just|him|her) $/iu.test(
      textBefore(plain, kind, 14),
    )) ||
  /^ (?:specialists?|coach(?:es)?|interventionists?|tutors?|consultants?|facilitators?|paras?|aides?|volunteers?|lady|person|guy|people|supervisor|director|buddy|observer)\b/iu.test(
    plain.slice(kind.to, kind.to + 18),
  ) ||
  (/^ teachers?\b/iu.test(plain.slice(kind.to, kind.to + 10)) && !teachesElsewhere.has(kind.kind));
const teachesElsewhere: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'art',
  'music',
  'pe',
  'library',
  'technology',
  'specials',
]);

/** "Is Garcia free Friday": nobody plays. */
const isOpening = (plain: string, kind: KindHeard): boolean =>
  /^free (?:fri|day)/u.test(kind.phrase) &&
  /\b(?:is|are|am|im|i'm|be|who|whos|who's|anyone|anybody|someone|you|i)(?: (?:(?:ms|mr|mrs|dr)\.? )?[a-z]{2,15})? $/iu.test(
    textBefore(plain, kind, 32),
  );

/** "Our room is used for hearing screening": by others, and nothing the class does. */
const isUseOfRoom = (plain: string, kind: KindHeard): boolean =>
  /(?:^|\b(?:our|my|the) )(?:class)?room(?: is|'s| will be| has been| was| gets| got)?(?: being)? (?:used|taken|booked|reserved|needed|borrowed|claimed)(?: up| over)? (?:for|by|as)(?: [\w']{1,12}){0,3} $|\b(?:using|use|take|taking|taking over|need|needs|borrowing|booked|reserved) (?:our|my) (?:class)?room for (?:[\w']{1,12} ){0,2}$/iu.test(
    textBefore(plain, kind, 72),
  );

/** "Exam of reading", "special of technology": what the second noun belongs to. */
const isOfAnother = (plain: string, kind: KindHeard, all: readonly KindHeard[]): boolean =>
  all.some(
    (other) =>
      (other.kind === 'test' &&
        other.to < kind.from &&
        kind.from - other.to <= 4 &&
        / of $/iu.test(textBefore(plain, kind, 4))) ||
      (kind.kind === 'specials' && kind.to + 4 === other.from && / of $/iu.test(textBefore(plain, other, 4))),
  );

/** "Blending drills", "math drills": practice, and no alarm. */
const isPractice = (kind: KindHeard, all: readonly KindHeard[]): boolean =>
  /^drills?$/u.test(kind.phrase) && all.some((other) => other.to + 1 === kind.from && other.kind !== 'drill');

/** "Ms. Wilson" teaches phonics, or does not. */
const isName = (plain: string, kind: Stretch): boolean =>
  /\b(?:ms|mr|mrs|miss|mx|dr|coach|nurse|principal|señora|senora|maestra)\.? $/iu.test(
    textBefore(plain, kind, 11),
  );

/** "Reviewing for Friday's math test", "reading test prep": the subject, and no test. */
const asPrepared = (plain: string, kind: KindHeard): KindHeard => {
  if (kind.kind !== 'test') return kind;
  const before = textBefore(plain, kind, 32);
  const after = plain.slice(kind.to, kind.to + 12);
  const isPrepared =
    (preparing.test(before) && /\bfor\b/iu.test(before)) ||
    /\b(?:going over|go over|correcting|discussing) (?:[\w']{1,12} ){0,2}$/iu.test(before) ||
    /^ (?:prep|review|corrections)\b/iu.test(after);
  return isPrepared ? { ...kind, kind: subjectOf(kind.phrase) ?? 'independent_work', prepared: true } : kind;
};

/** "Food drive assembly", "science rotations": the last word says what it is. */
const heads: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'centers',
  'test',
  'assembly',
  'party',
  'presentation',
  'read_aloud',
]);
const isModifier = (kind: KindHeard, all: readonly KindHeard[]): boolean =>
  kind.kind !== 'presentation' &&
  !kind.phrase.endsWith(' of') &&
  all.some(
    (head) =>
      (heads.has(head.kind) || (head.kind === 'group_project' && !/partner|group|team/u.test(head.phrase))) &&
      head.from === kind.to + 1 &&
      !head.denied &&
      head.kind !== kind.kind &&
      head.phrase !== 'small groups',
  );
/** "Presenting our animal reports": what they present. */
const isPresented = (plain: string, kind: KindHeard, all: readonly KindHeard[]): boolean =>
  all.some(
    (verb) =>
      verb.kind === 'presentation' &&
      /present|shar|perform|recit/u.test(verb.phrase) &&
      verb.to < kind.from &&
      /^ (?:(?!and |or )[\p{L}']{1,12} ){0,2}$/u.test(plain.slice(verb.to, kind.from)),
  );
/** "Test prep": nobody's planning period. */
const isPreparation = (kind: KindHeard, all: readonly KindHeard[]): boolean =>
  kind.kind === 'prep' && all.some((other) => other.to === kind.from - 1);

/** The subject a test is in: "math test", "science quiz". */
const subjectOf = (phrase: string): ActivityKind | undefined => {
  const words = phrase.split(' ');
  const subjects = words.flatMap((_, at) =>
    kindsIn(phraseWords(words.slice(0, words.length - at).join(' '))),
  );
  return subjects.find(({ value }) => value !== 'test')?.value;
};

const anchors: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'lunch',
  'recess',
  'specials',
  'dismissal',
  'arrival',
  'snack',
  'pe',
  'art',
  'music',
  'library',
  'morning_meeting',
  'field_trip',
  'assembly',
  'test',
  'drill',
  'transition',
]);

/** "After lunch", "back from PE": when something is, not what. */
const isAnchor = (plain: string, { kind, from }: KindHeard): boolean =>
  anchors.has(kind) &&
  /\b(?:(?:after|before|from|until|til|till|following|since)(?: the| our| their)?|(?:back|in|returning|coming) from (?:an? |the |our )?(?:\w{1,8} ){0,2}\w{1,8}) $/iu.test(
    textBefore(plain, { from }, 40),
  );
