import {
  addDays,
  type Instant,
  instantOf,
  type LocalDate,
  localTime,
  mondayOf,
} from '../../../src/core/time.ts';
import { buttonOn } from '../demo/find-button.ts';
import { type Day, type Deed, daysInto, type Exception, type Habit, minuteOf } from './deed.ts';
import { deeds, exceptions, habits } from './diary.ts';
import { createPlayer, type PlayerDeps } from './player.ts';

export interface MonthDeps extends PlayerDeps {
  readonly zone: string;
  /** Moves on to that time or to what falls due before it, and lets it happen. */
  readonly step: (until: Instant) => Promise<void>;
}

/** When people have a look at their messages besides; a visit that has ended is asked about then. */
const glances = ['7:40', '9:45', '10:50', '11:45', '12:30', '13:50', '14:50', '15:30'].map(minuteOf);

/** Everybody lives through the diary, from the next Monday on. */
export const playMonth = async (deps: MonthDeps): Promise<void> => {
  const { zone } = deps;
  const player = createPlayer(deps);
  const monday = addDays(mondayOf(localTime(deps.now(), zone).date), 7);
  const dateOf = (day: Day): LocalDate => addDays(monday, daysInto(day));
  const left: Exception[] = [...exceptions];

  /** A button that stays after its tap, such as “Read”, is tapped once. */
  const tapped = new Set(['']);
  const keyOf = ({ who, sees, does: [first] }: Habit): string | undefined => {
    const button = buttonOn(player.cardsOf(who), first.taps, sees);
    return button && JSON.stringify(button.press);
  };
  const isCalledFor = (habit: Habit): boolean => !tapped.has(keyOf(habit) ?? '');

  const nextAnswer = (): Habit | undefined => {
    const { date } = localTime(deps.now(), zone);
    return left.find((one) => dateOf(one.day) <= date && isCalledFor(one)) ?? habits.find(isCalledFor);
  };

  /** Everybody answers what lies before them until nothing does. */
  const answer = async (): Promise<void> => {
    for (let next = nextAnswer(); next !== undefined; next = nextAnswer()) {
      tapped.add(keyOf(next) ?? '');
      if ('day' in next) left.splice(left.indexOf(next as Exception), 1);
      for (const [index, step] of next.does.entries())
        await player.takes(next.who, step, index === 0 ? next.sees : undefined);
      await player.closes(next.who);
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
    await player.says(who, says);
    for (const step of next) await player.takes(who, step);
    await player.closes(who);
    await answer();
  };

  const lastDay = Math.max(...deeds.map(({ day }) => daysInto(day)));
  const dates = Array.from({ length: lastDay + 1 }, (_, days) => addDays(monday, days));
  const looks = dates.flatMap((date) => glances.map((minute) => instantOf(date, minute, zone)));
  const moments: { readonly instant: Instant; readonly deed?: Deed }[] = [
    ...looks.map((instant) => ({ instant })),
    ...deeds.map((deed) => ({ instant: instantOf(dateOf(deed.day), minuteOf(deed.at), zone), deed })),
  ];
  for (const { instant, deed } of moments.sort((a, b) => a.instant - b.instant)) {
    await goTo(instant);
    if (deed) await live(deed);
  }
};
