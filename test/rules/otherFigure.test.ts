import assert from 'node:assert/strict';
import { areTwoFigures } from '../../server/src/rules/otherFigure.js';
import { bothWays } from '../bothWays.js';

const areTwo = bothWays(areTwoFigures);

describe('numbers of two countries', () => {
  const sales = (where: string, number: string) => `Sales of boats ${where} rose by [|${number}|] percent.`;
  it('are two figures', () => {
    assert.ok(areTwo(sales('in Norway', '6'), sales('in Sweden', '8')));
    assert.ok(areTwo(sales('in Norway', '6'), 'U.S. sales of boats rose [|8|] percent.'));
    assert.ok(areTwo(sales('in the United States', '6'), 'Norwegian sales of boats rose [|8|] percent.'));
  });
  it('are one where the people of it is named, or another form', () => {
    assert.ok(!areTwo(sales('in Norway', '6'), 'Norwegian sales of boats rose [|8|] percent.'));
    assert.ok(!areTwo(sales('to Americans', '6'), 'U.S. sales of boats rose [|8|] percent.'));
    assert.ok(!areTwo(sales('in the United States', '6'), 'The US’s sales of boats rose [|8|] percent.'));
  });
  it('are one where both name the same, and one names another beside it, or none', () => {
    assert.ok(!areTwo(sales('in Norway and Sweden', '6'), sales('in Norway', '8')));
    assert.ok(!areTwo(sales('in Norway', '6'), sales('in all', '8')));
  });
});

describe('numbers of two moments', () => {
  const storm = (when: string, miles: string) => `${when} the storm was [|${miles}|] miles west of Kolvik.`;
  it('are two figures', () => {
    assert.ok(areTwo(storm('By 10 p.m.,', '320'), storm('Early Monday,', '300')));
    assert.ok(areTwo(storm('Late on Sunday', '320'), storm('Early Monday,', '300')));
    assert.ok(areTwo('As of Friday [|320|] had sailed.', 'Of the ferries [|300|] had sailed as of Thursday.'));
  });
  it('are one where the moment is the same, one says none, or both tell of what happened', () => {
    assert.ok(!areTwo(storm('By 10 p.m.,', '320'), storm('By 10 p.m.', '300')));
    assert.ok(!areTwo(storm('By 10 p.m.,', '320'), storm('In all,', '300')));
    assert.ok(!areTwo('On Monday, [|320|] sailed.', 'On Tuesday, [|300|] sailed.'));
    assert.ok(!areTwo('By the river, [|320|] sailed.', 'By the church, [|300|] sailed.'));
  });
});
