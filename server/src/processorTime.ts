/** In ms of the machine's own clock; asking the system more often costs more than what is measured. */
const RESOLUTION = 2;

let askedAt = -Infinity;
let known = 0;

/** Milliseconds of processor this process has had: a machine that is busy with other things makes no rule slow. */
export function processorTime(): number {
  const now = performance.now();
  if (now - askedAt >= RESOLUTION) {
    askedAt = now;
    const { user, system } = process.cpuUsage();
    known = (user + system) / 1000;
  }
  return known;
}
