/** What a deviation's weight costs: keeps weights of what says nothing small. */
const RIDGE = 3;

/**
 * Logistic regression by Newton's method.
 * @param samples each with `values` and whether it `isPositive`, perhaps with a `weight`
 * @returns the weights of the values and the base
 */
export function fitLogistic(samples) {
  const size = samples[0].values.length;
  const scale = Array.from({ length: size }, (_, at) => {
    const mean = samples.reduce((sum, { values }) => sum + values[at], 0) / samples.length;
    const variance = samples.reduce((sum, { values }) => sum + (values[at] - mean) ** 2, 0) / samples.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  const rows = samples.map(({ values }) => [
    ...values.map((value, at) => (value - scale[at].mean) / scale[at].deviation),
    1,
  ]);
  let weights = new Array(size + 1).fill(0);
  for (let pass = 0; pass < 25; pass++) {
    const gradient = weights.map((weight, at) => (at < size ? -RIDGE * weight : 0));
    const curvature = weights.map((_, row) =>
      weights.map((_, column) => (row === column && row < size ? RIDGE : 1e-9)),
    );
    rows.forEach((row, index) => {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * weights[at], 0)));
      const { isPositive, weight = 1 } = samples[index];
      const error = weight * ((isPositive ? 1 : 0) - chance);
      const spread = weight * chance * (1 - chance);
      for (let at = 0; at <= size; at++) {
        gradient[at] += error * row[at];
        for (let other = 0; other <= at; other++) curvature[at][other] += spread * row[at] * row[other];
      }
    });
    for (let at = 0; at <= size; at++)
      for (let other = 0; other < at; other++) curvature[other][at] = curvature[at][other];
    const step = solved(curvature, gradient);
    weights = weights.map((weight, at) => weight + step[at]);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  const plain = scale.map(({ deviation }, at) => weights[at] / deviation);
  return { weights: plain, base: scale.reduce((sum, { mean }, at) => sum - plain[at] * mean, weights[size]) };
}

/** Gauss and Jordan, with the largest pivot. */
function solved(matrix, right) {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.findIndex(
      (row, index) => index >= at && Math.abs(row[at]) === Math.max(...rows.slice(at).map((one) => Math.abs(one[at]))),
    );
    [rows[at], rows[pivot]] = [rows[pivot], rows[at]];
    for (const row of rows) {
      if (row === rows[at]) continue;
      const factor = row[at] / rows[at][at];
      for (let column = at; column < row.length; column++) row[column] -= factor * rows[at][column];
    }
  }
  return rows.map((row, at) => row[rows.length] / row[at]);
}
