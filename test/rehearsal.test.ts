import assert from 'node:assert/strict';
import { finish } from '../server/src/analysis/steps.js';
import { parse } from '../server/src/core/document.js';
import { rehearse } from '../server/src/rehearsal.js';
import { testResources } from './resources.js';

const TEXT =
  'The mayor of Kolvik, Anna Kowalska, said on Monday that 40 houses had burnt down. “Nobody was hurt,” Kowalska said.\n\n' +
  'Firemen came from Oslo within the hour. They found the school empty and the church in flames.\n\n';

/** Tables that were asked for while the hovers and checks were rehearsed over a text. */
function tablesFor(text: string): string[] {
  const asked = new Set<string>();
  const resources = new Proxy(testResources, {
    get(tables, name: keyof typeof testResources) {
      asked.add(name);
      return tables[name];
    },
  });
  finish(rehearse(parse('a.txt', text), resources));
  return [...asked].sort();
}

/** What a rehearsal over a text costs. */
function stepsOver(text: string): number {
  return [...rehearse(parse('a.txt', text), testResources)].length;
}

describe('a rehearsal', () => {
  it('reads every table, whatever the text', () => {
    for (const text of [TEXT, '']) assert.deepEqual(tablesFor(text), Object.keys(testResources).sort());
  });

  it('costs no more over a long text than over its beginning', () => {
    assert.equal(stepsOver(TEXT.repeat(400)), stepsOver(TEXT.repeat(40)));
  });

  it('goes over a text in which there is nothing to ask about', () => {
    assert.ok(stepsOver('') > 0);
  });
});
