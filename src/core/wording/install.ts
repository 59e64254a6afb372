/** What a browser shows on the way through Slack's consent page. */
export const installWords = {
  done: 'PushIn is installed. Open Slack and write “help” to PushIn.',
  declined: 'Nothing was installed, because Slack was told no.',
  stale:
    'This link was used already, is too old, or began in another browser. Please start again at /slack/install.',
  busy: 'Too many installations are under way. Please try again in a minute.',
  nothingGranted: 'Slack granted nothing PushIn can work with. Please start again at /slack/install.',
  slackSaidNo: 'Slack did not confirm the installation. Please start again at /slack/install.',
} as const;
