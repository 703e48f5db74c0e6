// Chances by signs, for the models of server/src/rules: a row has `signs`, numbers by name, and whether it `isRight`.
import { fitLogistic } from '../wording/logistic.mjs';

/** @param weightOf how much a row counts */
export function fitSigns(rows, names, weightOf = () => 1) {
  const valuesOf = ({ signs }) => names.map((name) => signs[name] ?? 0);
  const { weights, base } = fitLogistic(
    rows.map((row) => ({ values: valuesOf(row), isPositive: row.isRight, weight: weightOf(row) })),
  );
  return {
    chanceOf: (row) => 1 / (1 + Math.exp(-valuesOf(row).reduce((sum, value, at) => sum + weights[at] * value, base))),
    /** As it stands in a table of weights. */
    line: (kind) => {
      const cells = [['bias', base], ...names.map((name, at) => [name, weights[at]])];
      return `  ${kind}: { ${cells.map(([name, value]) => `${name}: ${Number(value.toFixed(2))}`).join(', ')} },`;
    },
  };
}
