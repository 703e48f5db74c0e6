import { allRules } from '../../server/src/rules/allRules.js';
import { checkFindings } from '../check.js';

describe('examples of the rules', () => {
  for (const rule of allRules) {
    describe(rule.code, () => {
      for (const example of rule.examples.valid) {
        it(`is silent: ${example.trim().slice(0, 60)}`, () => void checkFindings(example, [rule.code]));
      }
      for (const example of rule.examples.invalid) {
        it(`reports: ${example.trim().slice(0, 60)}`, () => void checkFindings(example, [rule.code]));
      }
    });
  }
});
