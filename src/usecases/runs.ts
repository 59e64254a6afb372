/** One run at a time; whoever asks for one during a run makes it run once more. */
export const createRuns = (work: () => Promise<void>, onFault: (fault: unknown) => void) => {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      await work().catch(onFault);
    }
    running = undefined;
  };

  return {
    ask: (): void => {
      again = true;
      running ??= run();
    },
    /** Resolves when nothing is running. */
    settled: async (): Promise<void> => running,
    /** Begins nothing new; resolves when what is under way has ended. */
    stop: async (): Promise<void> => {
      stopped = true;
      await running;
    },
  };
};
