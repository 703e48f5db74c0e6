import assert from 'node:assert/strict';
import { playOtherParts } from '../../server/src/rules/namePart.js';
import { bothWays } from '../bothWays.js';

const both = bothWays(playOtherParts);
/** Whether the marked names of two sentences play other parts in them. */
const playOther = (a: string, b: string) => both(`${a}.`, `${b}.`);

describe('the part that a name plays', () => {
  it('is another one of who says it and whom it is said of', () => {
    const berg = 'It would close in autumn, [|Berg|] said';
    assert.ok(playOther(berg, 'The paper said [|Fjordline|] would close the old mill in autumn'));
    assert.ok(
      playOther(
        'According to the [|Lund Ministry|], the mill will close',
        'On Friday [|Fjordline|] will close the mill',
      ),
    );
    assert.ok(!playOther(berg, 'It would close in autumn, [|Lund|] told reporters'));
    assert.ok(!playOther(berg, 'It would close in autumn, said [|Lund|]'));
  });
  it('is another one of who is cited and who somebody is', () => {
    const cited = 'He would not say whether it was the pilot cited by [|Fjordline|]';
    assert.ok(playOther(cited, 'He would not say whether it was [|Anna Lund|]'));
    assert.ok(!playOther(cited, 'He would not say whether it was told by [|Anna Lund|]'));
    assert.ok(!playOther('The man cited by [|Fjordline|] was late', 'The man cited by [|Aker|] was late'));
    assert.ok(!playOther('He would not say whether it was [|Eva Berg|]', 'He would not say if it was [|Anna Lund|]'));
  });
  it('is another one of whose somebody is and who that is', () => {
    assert.ok(playOther('It was sold by [|Anna Lund|]’s parents', 'It was sold after a year, and [|Eva Lund|] left'));
    assert.ok(!playOther('It was sold after [|Anna Lund|]’s death', 'It was sold after the death of [|Eva Berg|]'));
    assert.ok(!playOther('It was sold after [|Anna Lund|]’s death', 'It was sold after [|Eva Berg|]’s death'));
  });
  it('is another one of two examples', () => {
    assert.ok(
      playOther('It was sold in towns such as [|Lund|]', 'It was sold in many towns, including Kolvik and [|Bergen|]'),
    );
    assert.ok(!playOther('It was sold in towns such as [|Lund|]', 'It was sold in a town called [|Bergen|]'));
  });
  it('is none of two examples of which the same is told', () => {
    const saved = 'Nine were saved, including a baker who had slept in a cellar in [|Mole Street|]';
    assert.ok(!playOther(saved, 'They saved nine, among them the baker whose cellar is in [|Quay Street|]'));
    assert.ok(playOther(saved, 'They saved nine, among them a sexton whose attic is in [|Quay Street|]'));
    assert.ok(playOther(saved, 'They saved nine, among them a baker from the mill in [|Quay Street|]'));
  });
});
