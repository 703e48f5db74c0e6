/** Milliseconds of processor this process has had: a machine that is busy with other things makes no rule slow. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
