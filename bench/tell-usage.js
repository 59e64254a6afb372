/** Preloaded into each measured server: tells what the process has used when it is asked over IPC. */
if (process.send) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 });
  });
  // Or the channel would keep a server alive that wants to end.
  process.channel.unref();
}
