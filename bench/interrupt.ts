/** Ctrl-C ends the run between two requests, so that whoever opened something still closes it. */
let interrupted = false;
process.on('SIGINT', () => {
  interrupted = true;
});

export const throwIfInterrupted = (): void => {
  if (interrupted) throw new Error('interrupted');
};
