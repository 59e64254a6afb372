import {
  addDays,
  type Instant,
  instantOf,
  type LocalDate,
  localTime,
  mondayOf,
  weekdayOf,
} from '../../../src/core/time.ts';
import { buttonOn } from '../demo/find-button.ts';
import type { Sheet } from '../demo/sheet.ts';
import { type Day, type Deed, daysInto, type Habit, minuteOf } from './deed.ts';
import { deeds, exceptions, habits } from './diary.ts';
import { createPlayer, type PlayerDeps } from './player.ts';

export interface MonthDeps extends PlayerDeps {
  readonly zone: string;
  /** Moves on to that time or to what falls due before it, and lets it happen. */
  readonly step: (until: Instant) => Promise<void>;
  /** How many weeks of the diary. */
  readonly weeks: number;
}

/** When people have a look at their messages besides; a visit that has ended is asked about then. */
const glances = ['9:45', '10:50', '13:50'].map(minuteOf);

/** Everybody lives through the diary, from the next Monday on. */
export const playMonth = async (deps: MonthDeps): Promise<void> => {
  const { zone, weeks } = deps;
  const player = createPlayer(deps);
  const monday = addDays(mondayOf(localTime(deps.now(), zone).date), 7);
  const dateOf = (day: Day): LocalDate => addDays(monday, daysInto(day));
  let left = exceptions;

  /** A button that stays after its tap, such as “Read”, is tapped once. */
  const tapped = new Set<string>();
  const untapped = (cards: readonly Sheet[], { sees, does: [first] }: Habit): string | undefined => {
    const button = buttonOn(cards, first.taps, sees);
    const key = button && JSON.stringify(button.press);
    return key !== undefined && tapped.has(key) ? undefined : key;
  };

  const nextAnswer = (): { readonly habit: Habit; readonly key: string } | undefined => {
    const { date } = localTime(deps.now(), zone);
    const cards = new Map(deps.seats.map(({ name }) => [name, player.cardsOf(name)]));
    for (const habit of [...left.filter((one) => dateOf(one.day) <= date), ...habits]) {
      const key = untapped(cards.get(habit.who) ?? [], habit);
      if (key !== undefined) return { habit, key };
    }
    return undefined;
  };

  /** Everybody answers what lies before them until nothing does. */
  const answer = async (): Promise<void> => {
    for (let next = nextAnswer(); next !== undefined; next = nextAnswer()) {
      const { habit, key } = next;
      tapped.add(key);
      player.begins(habit.sees.source, false);
      left = left.filter((one) => one !== habit);
      await player.tries(habit.who, async () => {
        for (const [index, step] of habit.does.entries())
          await player.takes(habit.who, step, index === 0 ? habit.sees : undefined);
      });
    }
  };

  const goTo = async (instant: Instant): Promise<void> => {
    while (deps.now() < instant) {
      await deps.step(instant);
      player.receive();
      await answer();
    }
  };

  const live = async ({ who, says, next = [] }: Deed): Promise<void> => {
    player.begins(says, true);
    await player.tries(who, async () => {
      await player.says(who, says);
      for (const step of next) await player.takes(who, step);
    });
    await answer();
  };

  const dates = Array.from({ length: 7 * weeks }, (_, days) => addDays(monday, days)).filter(
    (date) => weekdayOf(date) <= 5,
  );
  const looks = dates.flatMap((date) => glances.map((minute) => instantOf(date, minute, zone)));
  const moments: { readonly instant: Instant; readonly deed?: Deed }[] = [
    ...looks.map((instant) => ({ instant })),
    ...deeds
      .filter(({ day }) => daysInto(day) < 7 * weeks)
      .map((deed) => ({ instant: instantOf(dateOf(deed.day), minuteOf(deed.at), zone), deed })),
  ];
  await player.opens();
  for (const { instant, deed } of moments.sort((a, b) => a.instant - b.instant)) {
    await goTo(instant);
    if (deed) await live(deed);
  }
};
