import assert from 'node:assert/strict';
import { roleSigns } from '../../server/src/rules/roleSigns.js';
import { haveOtherRoles, haveSameRole, rolesOfName } from '../../server/src/rules/roleSigns.js';
import { readFixture } from '../fixture.js';
import { testResources as resources } from '../resources.js';

function rolesIn(text: string) {
  const start = text.indexOf('Anna Lund');
  return rolesOfName(text, { start, end: start + 'Anna Lund'.length }, resources);
}

const isSame = (a: string, b: string) => haveSameRole(rolesIn(a), rolesIn(b));

describe('two roles', () => {
  it('may be one, though one text says more of it', () => {
    assert.ok(isSame('the coroner, Anna Lund, came', 'the Kolvik County coroner, Anna Lund, came'));
    assert.ok(isSame('Commerce Secretary Anna Lund came', 'the commerce secretary, Anna Lund, came'));
    assert.ok(isSame('Anna Lund, the agent for Berg, came', 'Anna Lund, agent for Berg, came'));
    assert.ok(
      isSame('chief executive officer Anna Lund came', 'Anna Lund, chief executive officer of Fjordline, came'),
    );
  });
  it('are two where they are of other things', () => {
    assert.ok(!isSame('Anna Lund, the director of Fjordline, came', 'Anna Lund, the director of the Herald, came'));
    assert.ok(!isSame('the coroner, Anna Lund, came', 'the mayor, Anna Lund, came'));
  });
  it('are not known to be one where many hold the office', () => {
    assert.ok(!isSame('Senator Anna Lund came', 'Senator Anna Lund came'));
    assert.ok(!isSame('police officer Anna Lund came', 'police officer Anna Lund came'));
  });
  it('are of two kinds where they share no word', () => {
    const areOther = (a: string, b: string) => haveOtherRoles(rolesIn(a), rolesIn(b));
    assert.ok(areOther('the pitcher, Anna Lund, came', 'the prosecutor, Anna Lund, came'));
    assert.ok(!areOther('the city prosecutor, Anna Lund, came', 'the prosecutor, Anna Lund, came'));
    assert.ok(!areOther('the pitcher, Anna Lund, came', 'then Anna Lund came'));
  });
});

describe('what is said beside a name that others have otherwise', () => {
  const signsOf = (here: string, there: string) => {
    const { corpus, marks } = readFixture(`-- a.txt --\n${here}\n-- b.txt --\n${there}\n`);
    const [mark, rival] = marks;
    assert.ok(mark && rival);
    const signs = roleSigns(mark, rival, corpus);
    return Object.keys(signs).filter((sign) => signs[sign]);
  };
  const here = 'The coroner, [|Anna Lund|], was heard on Friday.';
  it('is what the other text calls the other person, there or elsewhere', () => {
    assert.deepEqual(signsOf(here, 'The coroner, [|Carl Berg|], was heard.'), ['isSameRole']);
    assert.deepEqual(signsOf(here, 'On Friday [|Carl Berg|] was heard.\n\nIt was a long day for coroner Carl Berg.'), [
      'isSameRole',
    ]);
  });
  it('is not what he is called', () => {
    assert.deepEqual(signsOf(here, 'The mayor, [|Carl Berg|], was heard.'), ['isOtherRole']);
    assert.deepEqual(signsOf(here, 'On Friday [|Carl Berg|] was heard.'), ['isRoleless']);
  });
  it('is nothing', () => {
    assert.deepEqual(signsOf('On Friday [|Anna Lund|] was heard.', 'The mayor, [|Carl Berg|], was heard.'), []);
  });
});
