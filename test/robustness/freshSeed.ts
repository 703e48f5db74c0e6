/** Another seed in every run, so that runs add up; `SEED=…` in the environment repeats one that failed. */
export function freshSeed(): number {
  const { SEED } = process.env;
  return SEED === undefined ? Math.floor(Math.random() * 1e6) : Number(SEED);
}
