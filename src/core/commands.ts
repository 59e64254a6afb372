/** Every command, in the order help shows them; both manifests are checked against this table. */
export const commands = [
  {
    name: 'schedule',
    usage: 'schedule',
    about: 'Find good times to join a class; “schedule week” plans your week, “schedule team” everybody’s',
    form: undefined,
  },
  {
    name: 'ask',
    usage: 'ask Room 12 Tuesday 10',
    about: 'See what a class is doing, or have me ask',
    form: undefined,
  },
  { name: 'week', usage: 'week', about: 'Your week: visits, questions, who comes when', form: undefined },
  { name: 'pair', usage: 'pair', about: 'Start working with a teacher', form: 'Pair with a teacher' },
  {
    name: 'routine',
    usage: 'routine centers Tue 10-10:45',
    about: 'Tell or change your weekly routine',
    form: undefined,
  },
  { name: 'log', usage: 'log', about: 'Record how a visit went', form: undefined },
  { name: 'minutes', usage: 'minutes', about: 'Planned and delivered minutes', form: undefined },
  { name: 'touchbase', usage: 'touchbase', about: 'Five minutes together without students', form: undefined },
  {
    name: 'strategies',
    usage: 'strategies',
    about: 'What is being tried, and how it goes',
    form: undefined,
  },
  { name: 'settings', usage: 'settings', about: 'When I may write to you', form: undefined },
  { name: 'help', usage: 'help', about: 'What I can do', form: undefined },
] as const;
export type CommandName = (typeof commands)[number]['name'];

/**
 * The title of the form these words open, if they open one. Slack's trigger lives three seconds,
 * so its adapter shows a waiting dialog with this title before anything is looked up.
 */
export const formOpenedBy = (text: string): string | undefined => {
  const words = text.trim().toLowerCase();
  return commands.find((command) => command.name === words)?.form;
};
