import assert from 'node:assert/strict';
import { isHinted, isShown } from '../../server/src/rules/conflictModel.js';

describe('a place that is hardly likely to be wrong', () => {
  it('is shown where it stands alone against two that agree', () => {
    assert.ok(isShown('place', 0.68, { isStranger: 1, outvoting: 1 }));
    assert.ok(isHinted('place', 0.68, { isStranger: 1, outvoting: 1 }));
  });
  it('is not shown where somebody else has it too, or only one has another', () => {
    assert.ok(!isShown('place', 0.68, { isStranger: 0, outvoting: 1 }));
    assert.ok(!isShown('place', 0.68, { isStranger: 1, outvoting: 0 }));
  });
});

describe('a place before a region that it does not lie in', () => {
  it('is shown where it is as likely as not to be wrong', () => {
    assert.ok(isShown('place', 0.62, { isMisplaced: 1 }));
    assert.ok(!isShown('place', 0.62, { isMisplaced: 0 }));
    assert.ok(!isShown('place', 0.55, { isMisplaced: 1 }));
  });
});
