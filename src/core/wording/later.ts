import type { Card } from '../card.ts';
import type { LocalDate, LocalTime, Minute } from '../time.ts';
import { action, note, text } from './parts.ts';
import { momentWords } from './sent-when.ts';

/** “I ask again at 11:40”: the question comes back when its person wanted it, or in the free minute after. */
export const askedLaterCard = (date: LocalDate, minute: Minute, now: LocalTime): Card =>
  note(
    'asked-later',
    `I’ll ask again ${momentWords(date, minute, now)}`,
    'If you know before, just write it.',
  );

/** There is no minute to ask in between the one wanted and the time asked about. */
export const tooLateToAskCard = (): Card =>
  note(
    'asked-later',
    'I won’t ask again about that time',
    'It begins before I could ask you. If you know before, just write it.',
  );

/** No question is open: then nothing comes before that moment. */
export const quietUntilCard = (date: LocalDate, minute: Minute, now: LocalTime): Card => ({
  kind: 'hush',
  push: 'I’m quiet for now',
  title: `I’m quiet until then: I write again ${momentWords(date, minute, now)} or later`,
  parts: [text('I keep what waits for you as long as it’s useful. You can still write to me.')],
  actions: [action('hush.set', 'Write again', '', { value: 'over', tone: 'primary' })],
});

/** A wish for later that has passed already. */
export const passedAlreadyCard = (): Card =>
  note('asked-later', 'That moment has passed', 'Try “ask me in 30 min” or “remind me tomorrow”.');
