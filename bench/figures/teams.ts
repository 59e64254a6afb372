import { teamsUsers } from '../district.ts';
import type { Figure } from '../figure.ts';
import type { House } from '../house.ts';
import { type Contender, inTurns } from '../in-turns.ts';
import { bare, launch, type ServerProcess } from '../server-process.ts';
import type { Platforms } from '../small-platforms.ts';
import { teams, teamsMessage } from '../teams-message.ts';

const rounds = 7;
const requests = 150;

/** A message and the answer to it: one request in, one out. Both contenders answer the first after the second. */
export const teamsFigures = async (
  { server: house, rest }: House,
  platforms: Platforms,
): Promise<Figure[]> => {
  const server = await launch({
    script: bare('botbuilder'),
    environment: {
      TEAMS_APP_ID: teams.appId,
      TEAMS_OPENID_METADATA_URL: platforms.teamsOpenIdUrl,
      BENCH_TOKEN: 'bench',
    },
  });
  try {
    const race = (words: 'help' | 'week') => {
      let count = 0;
      const contender = (entrant: ServerProcess, expected: (text: string) => boolean): Contender => ({
        server: entrant,
        shot: () => {
          platforms.forget();
          const user = teamsUsers[count++ % teamsUsers.length] ?? '';
          return teamsMessage(words, user, platforms.teamsServiceUrl);
        },
        isRight: ({ status }) => status === 200 && expected(platforms.said()),
      });
      return inTurns({
        name: `teams-${words}`,
        ours: {
          ...contender(house, (text) => text.includes(words === 'help' ? 'Your week' : 'Room ')),
          rest,
        },
        baseline: contender(server, (text) => text.includes(`echo: ${words}`)),
        rounds,
        requests,
      });
    };
    return [...(await race('help')), ...(await race('week'))];
  } finally {
    await server.stop();
  }
};
