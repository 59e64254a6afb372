/**
 * Every number Slack sets for us, in one place. Unless said otherwise they stand in the reference pages
 * https://docs.slack.dev/reference/block-kit and https://docs.slack.dev/reference/views,
 * and in the JSDoc of @slack/types 3.2; where those two differ, the smaller one counts.
 */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  header: 150,
  text: 3000,
  actionsInBlock: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  actionId: 255,
  blockId: 255,
  optionLabel: 75,
  optionValue: 75,
  options: 100,
  optionGroups: 100,
  radioButtons: 10,
  checkboxes: 10,
  viewTitle: 24,
  viewSubmit: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  placeholder: 150,
} as const;

/** Slack gives up on a request after 3 s (docs.slack.dev/interactivity/handling-user-interaction); half a second is for the way. */
export const patienceMs = 2_500;

/** Signatures older, or further in the future, than this are refused (docs.slack.dev/authentication/verifying-requests-from-slack). */
export const signatureAgeSeconds = 300;

/** Slack's own payloads stay below 100 KB (a view of 100 blocks with 3,000 characters in a few of them); twice that is an attack. */
export const requestBytes = 256 * 1024;

/** Together below six seconds, well within a message's lease: a first contact opens the conversation, then posts. */
export const openTimeoutMs = 1_500;
export const callTimeoutMs = 4_000;
