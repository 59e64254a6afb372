/** What the two small platforms say of their own accord; the bot's words live in src/core/wording/. */
export const words = {
  notTaken: 'PushIn did not answer. Please try again in a moment.',
  formFailed: 'We had some trouble connecting. Try again?',
  required: 'Please complete this required field.',
  unknownCommand: (command: string) => `${command} is not a valid command. Try /pushin.`,
  commandFailed: (command: string, reason: string) => `${command} failed with the error “${reason}”.`,
  cardFailed: 'Something went wrong. Please try again.',
  unreachable: 'Unable to reach app. Please try again.',
};
