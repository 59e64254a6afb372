/** `npm run bench`: see docs/figures.md. */
import { prepareCheckouts } from './checkout.ts';
import { jsonLine, table } from './figure.ts';
import { calendarFigures } from './figures/calendar.ts';
import { deliveryFigures } from './figures/delivery.ts';
import { readingFigures } from './figures/reading.ts';
import { slackFigures } from './figures/slack.ts';
import { startUpFigures } from './figures/start-up.ts';
import { teamsFigures } from './figures/teams.ts';
import { openHouse } from './house.ts';
import { openPlatforms } from './small-platforms.ts';

/** Undone in the opposite order whatever happens, so that no server and no folder stays behind. */
const opened: (() => Promise<void>)[] = [];

const run = async () => {
  console.log(`Node ${process.versions.node}; medians over rounds taken in turns. About seven minutes.\n`);
  const checkouts = await prepareCheckouts();
  opened.push(checkouts.remove);
  const platforms = await openPlatforms();
  opened.push(platforms.close);
  const starts = await startUpFigures(checkouts);
  const house = await openHouse(checkouts, platforms);
  opened.push(house.close);
  return [
    ...(await slackFigures(house, platforms)),
    ...(await teamsFigures(house, platforms)),
    ...starts,
    ...calendarFigures(),
    ...readingFigures(),
    ...(await deliveryFigures(checkouts)),
  ];
};

try {
  const figures = await run();
  console.log(`${table(figures)}\n`);
  for (const figure of figures) console.log(jsonLine(figure));
} finally {
  for (const close of opened.reverse()) await close();
}
