// Derives server/data/names.txt.gz: gazetteers of given names, surnames, places, peoples, roles and organisations.
// Run by hand when a source changes; the result is committed (see server/data/ORIGIN.md).
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fetchPackage } from './fetchPackage.mjs';

const compromise = await import(pathToFileURL(path.join(fetchPackage('compromise@14.17.0'), 'src/three.js')));
const faker = await import(pathToFileURL(path.join(fetchPackage('@faker-js/faker@10.6.0'), 'dist/index.js')));

const lexicon = compromise.default.model().one.lexicon;
const tagged = (...tags) =>
  Object.entries(lexicon)
    .filter(([, tag]) => [tag].flat().some((one) => tags.includes(one)))
    .map(([word]) => word);
const fold = (word) => word.toLowerCase().replaceAll('’', "'");
const isLatin = (word) => /^[\p{Script=Latin}'’\- .]+$/u.test(word);
const isSingle = (word) => !/\s/.test(word);

const given = new Set(tagged('FirstName', 'MaleName', 'FemaleName').filter(isSingle).map(fold));
const surname = new Set(tagged('LastName').filter(isSingle).map(fold));
const allOf = (entry) => (Array.isArray(entry) ? entry : Object.values(entry ?? {}).flat());
for (const { person } of Object.values(faker.allLocales)) {
  for (const name of allOf(person?.first_name).filter(isLatin)) {
    for (const part of name.split(' ')) if (/^\p{Lu}\p{L}/u.test(part)) given.add(fold(part));
  }
  for (const name of allOf(person?.last_name).filter(isLatin)) {
    const part = name.split(' ').at(-1);
    if (/^\p{Lu}\p{L}/u.test(part)) surname.add(fold(part));
  }
}
const { en } = faker.allLocales;
const organisations = [...allOf(en.vehicle.manufacturer), ...allOf(en.airline.airline).map(({ name }) => name)];
const male = tagged('MaleName').filter(isSingle).map(fold);
const female = tagged('FemaleName').filter(isSingle).map(fold);
const lists = {
  given,
  surname,
  male: male.filter((name) => !female.includes(name)),
  female: female.filter((name) => !male.includes(name)),
  place: tagged('Country', 'City', 'Region', 'Place', 'Continent').map(fold),
  country: tagged('Country').map(fold),
  demonym: tagged('Demonym').map(fold),
  role: tagged('Actor').filter(isSingle).map(fold),
  organisation: [...tagged('Organization', 'SportsTeam').map(fold), ...organisations.filter(isLatin).map(fold)],
};
// One line for each list: its name, then its entries in order, with tabs between.
const lines = Object.entries(lists).map(([name, entries]) => [name, ...[...new Set(entries)].sort()].join('\t'));
writeFileSync('server/data/names.txt.gz', gzipSync(lines.join('\n'), { level: 9 }));
for (const [name, entries] of Object.entries(lists)) console.log(name, new Set(entries).size);
