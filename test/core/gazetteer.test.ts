import assert from 'node:assert/strict';
import { gazetteerFrom } from '../../server/src/core/gazetteer.js';
import { testResources } from '../resources.js';

const { gazetteer } = testResources;

describe('the gazetteer', () => {
  it('knows in which countries and divisions a town lies', () => {
    assert.ok(gazetteer.liesIn('Athens', 'Greece'));
    assert.ok(gazetteer.liesIn('Banda Aceh', 'Aceh'));
    assert.ok(gazetteer.liesIn('Dubai', 'United Arab Emirates'));
    assert.ok(!gazetteer.liesIn('Greece', 'Athens'));
    assert.ok(!gazetteer.liesIn('Athens', 'Oman'));
  });
  it('knows in which country a division lies', () => {
    assert.ok(gazetteer.liesIn('Surrey', 'England'));
    assert.ok(gazetteer.liesIn('Surrey', 'Britain'));
    assert.ok(!gazetteer.liesIn('Surrey', 'Surrey'));
  });
  it('reads states as newspapers shorten them, and names without their accents', () => {
    assert.ok(gazetteer.liesIn('Key Biscayne', 'Fla.'));
    assert.ok(gazetteer.liesIn('San Diego', 'Calif.'));
    assert.ok(gazetteer.liesIn('Trenton', 'N.J.'));
    assert.ok(gazetteer.liesIn('Charleston', 'W.Va.'));
    assert.ok(gazetteer.liesIn('Sao Paulo', 'Brazil'));
    assert.ok(gazetteer.liesIn('São Paulo', 'Brazil'));
  });
  it('tells places apart that share no division', () => {
    assert.ok(gazetteer.areApart('Oslo', 'Bergen'));
    assert.ok(gazetteer.areApart('Banstead', 'Carlisle'));
    assert.ok(!gazetteer.areApart('Brooklyn', 'New York City'));
    assert.ok(!gazetteer.areApart('Banstead', 'England'));
  });
  it('tells none apart that it does not know, or of which one has a namesake there', () => {
    assert.ok(!gazetteer.areApart('Oslo', 'Kolvik'));
    assert.ok(!gazetteer.areApart('Paris', 'Texas'));
  });
  it('has the names of places only', () => {
    assert.ok(gazetteer.has('Oslo'));
    assert.ok(!gazetteer.has('Victim Services Unit'));
  });
  it('finds the first name of its table, the last, and none between two', () => {
    const table = 'alba\tIT.21\tIT.21|US.TX\nbari\t\tIT.13\nitaly\tIT\t\n';
    const small = gazetteerFrom(() => new TextEncoder().encode(table));
    assert.ok(small.liesIn('Alba', 'Italy'));
    assert.ok(small.liesIn('Bari', 'Italy'));
    assert.ok(small.areApart('Bari', 'Alba'));
    for (const name of ['', 'Aalen', 'Alb', 'Albany', 'Zug', 'IT.21']) assert.ok(!small.has(name), name);
  });
});
