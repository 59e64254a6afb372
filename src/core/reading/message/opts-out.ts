import type { Said } from './said.ts';

/** Asks the bot to be quiet. */
export const isQuiet = ({ plain, quiet }: Said): boolean => {
  if (
    quiet.some(({ value }) => value === 'alone') ||
    /^(?:please )?(?:stop|mute|snooze|silence|enough|hush|remove me|do not disturb)(?: please)?[.! ]*$|\bremove me(?: please)?[.! ]*$|\b(?:turn|switch|shut) (?:\w{2,8} ){0,2}(?:reminders?|messages?|notifications?|alerts?|pings?|texts?|questions?|this|these|them) off\b/iu.test(
      plain,
    )
  )
    return true;
  const messages = quiet.filter(({ value }) => value === 'message');
  return quiet.some(
    (stop) =>
      stop.value === 'stop' &&
      messages.some(
        (one) => !plainDenial.test(stop.phrase) || (one.from >= stop.to && one.from - stop.to <= 24),
      ),
  );
};
/** "No, I got your message": these ask for quiet only right before what is sent. */
const plainDenial = /^(?:no|dont|do not|never|less|quiet|hold|limit|pause)$/u;

/** "Sorry, wrong chat, that was for my husband". */
export const isMisdirected = ({ plain }: Said): boolean =>
  /\bwrong (?:chat|person|thread|window|group|number|channel|text|convo|conversation|recipient|one)\b|\b(?:meant|was|were|intended) for (?:my|someone|somebody|another)\b|\bignore me\b/iu.test(
    plain,
  );
