/** While `work` is done, the clock goes so fast that no slice has time for a second step. */
export async function eachStepIsASlice(work: () => Promise<void>): Promise<void> {
  const now = performance.now.bind(performance);
  let time = 0;
  performance.now = () => (time += 1000);
  try {
    await work();
  } finally {
    performance.now = now;
  }
}
