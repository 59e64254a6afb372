import { slackUsers } from '../district.ts';
import type { Figure } from '../figure.ts';
import type { House } from '../house.ts';
import { type Contender, inTurns } from '../in-turns.ts';
import { bare, launch } from '../server-process.ts';
import { slack, slackCommand } from '../slack-command.ts';
import type { Platforms } from '../small-platforms.ts';

const words = { help: 'Your week', week: 'Room ' };
const rounds = 7;
const requests = 400;

/** `/pushin help` needs no database, `/pushin week` reads and notes that it was asked. */
export const slackFigures = async (
  { server: house, rest }: House,
  platforms: Platforms,
): Promise<Figure[]> => {
  const server = await launch({
    script: bare('bolt'),
    environment: { SLACK_SIGNING_SECRET: slack.signingSecret },
  });
  try {
    const race = (command: keyof typeof words, aim: number) => {
      const shot = shooter(command, platforms);
      const ours: Contender = {
        server: house,
        shot,
        isRight: ({ status, text }) => status === 200 && text.includes(words[command]),
        rest,
      };
      const baseline: Contender = {
        server,
        shot,
        isRight: ({ status, text }) => status === 200 && text === '',
      };
      return inTurns({ name: `slack-${command}`, ours, baseline, rounds, requests, aim });
    };
    return [...(await race('help', 2)), ...(await race('week', 5))];
  } finally {
    await server.stop();
  }
};

const shooter = (command: string, { slackResponseUrl }: Platforms) => {
  let count = 0;
  return () => slackCommand(command, slackUsers[count++ % slackUsers.length] ?? '', slackResponseUrl);
};
