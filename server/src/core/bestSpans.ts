import { CANDIDATE, candidateFrom, candidateTo, type NameCandidates } from './nameCandidates.js';

/**
 * Calls `take` with the candidates of one run, from `begin` to `end`, that do not overlap and together score most above
 * `least`, the last of them first. `scores` has a score for each candidate of the paragraph.
 */
export function takeBestSpans(
  candidates: NameCandidates,
  begin: number,
  end: number,
  scores: ArrayLike<number>,
  least: number,
  take: (at: number) => void,
): void {
  // Most runs are one word, and most of those are refused.
  if (end - begin === CANDIDATE) {
    if ((scores[begin / CANDIDATE] ?? 0) > least) take(begin);
    return;
  }
  // best[n] is what the first n words can score, chosen[n] the candidate that ends there, if one does. Candidates come
  // in the order of their first words: all that end before one have been seen when it is reached.
  const best = [0];
  const chosen = [-1];
  const settle = (until: number, from: number) => {
    for (let n = from + 1; n <= until; n++) {
      if ((best[n] ?? -1) >= (best[n - 1] ?? 0)) continue;
      best[n] = best[n - 1] ?? 0;
      chosen[n] = -1;
    }
    return Math.max(until, from);
  };
  let settled = 0;
  for (let at = begin; at < end; at += CANDIDATE) {
    const score = (scores[at / CANDIDATE] ?? 0) - least;
    if (score <= 0) continue;
    const from = candidateFrom(candidates, at);
    const to = candidateTo(candidates, at) + 1;
    settled = settle(from, settled);
    const sum = (best[from] ?? 0) + score;
    if (sum <= (best[to] ?? 0)) continue;
    best[to] = sum;
    chosen[to] = at;
  }
  settle(best.length - 1, settled);
  for (let n = best.length - 1; n > 0;) {
    const at = chosen[n] ?? -1;
    if (at >= 0) take(at);
    n = at >= 0 ? candidateFrom(candidates, at) : n - 1;
  }
}
