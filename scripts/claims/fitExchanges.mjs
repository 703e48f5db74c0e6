// Fits server/src/rules/exchangeModel.ts: node scripts/claims/fitExchanges.mjs STORIES… [--list]
// Right are names that were put in the place of others, beside these; wrong the names of unchanged texts that nobody else
// has, beside those that others have. Whole stories, and as many of four texts drawn from each. Prints the weights, and what
// they reach on the topics left out; --list the likeliest of the unchanged.
import { productModule } from '../data/productModule.mjs';
import { generator, sample } from '../random.mjs';
import { readAllTexts } from '../wording/stories.mjs';
import { factChanges, poolOf } from './changes.mjs';
import { fitSigns } from './signFit.mjs';

const { areRivals, Corpus, exchangesIn, loadResources, placed } = productModule(
  'server/src/analysis/corpus.ts',
  'server/src/core/document.ts',
  'server/src/resources.ts',
  'server/src/rules/exchangedNames.ts',
  'server/src/rules/nameMatter.ts',
);
const resources = loadResources('dist/data');
const random = generator(6);
const SLIPS = 30;
const FEW = 4;

const stories = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
  .flatMap(readAllTexts)
  .filter(({ texts }) => texts.length > 1);
const pool = poolOf(
  stories.flatMap(({ texts }) => texts.map(({ text }) => text)),
  resources.nameLists.given,
);
const isPlace = (name) =>
  resources.gazetteer.has(name) && !name.split(' ').every((word) => resources.speller.isOrdinary(word.toLowerCase()));
const places = { ...pool, places: pool.places.filter(isPlace) };

const rows = [];
let [slips, reached] = [0, 0];
for (const { name, texts } of stories) {
  for (const few of [texts, sample(texts, FEW, random)]) {
    const corpus = Corpus.empty(resources).apply(few);
    const own = [];
    for (const { path } of few) {
      for (const one of exchanges(corpus, path)) own.push({ ...one, isRight: false, isWhole: few === texts });
    }
    for (const change of changesOf(few)) {
      slips++;
      const { path, text, start, end, words } = change;
      const changed = corpus.apply([{ path, text: text.slice(0, start) + words + text.slice(end) }]);
      const written = text.slice(start, end);
      const right = exchanges(changed, path).filter(
        ({ place, reading }) =>
          place.start < start + words.length &&
          start < place.end &&
          (reading.includes(written) || written.includes(reading)),
      );
      if (right.length > 0) reached++;
      own.push(...right.map((one) => ({ ...one, isRight: true })));
    }
    for (const row of own) {
      const alike = own.filter(({ isRight, kind }) => isRight === row.isRight && kind === row.kind).length;
      rows.push({ ...row, story: name, weight: 1 / Math.sqrt(alike), isOdd: parseInt(name, 10) % 2 !== 0 });
    }
  }
}
console.log(`${slips} slips, ${reached} beside the name that was there`);
for (const kind of [...new Set(rows.map((row) => row.kind))].sort()) report(kind);

function exchanges(corpus, path) {
  const document = corpus.document(path);
  return [...document.paragraphs.keys()].flatMap((index) =>
    exchangesIn(placed(document, index), corpus)
      .flat()
      .filter(({ place, witnesses }) => areRivals(place, witnesses[0].place, corpus))
      .map((one) => ({ ...one, said: textOf(corpus, one.place), passage: textOf(corpus, one.witnesses[0].passage) })),
  );
}

function changesOf(texts) {
  const all = texts.flatMap(({ path, text }) =>
    factChanges(
      text,
      texts.filter((other) => other.path !== path),
      places,
      random,
    )
      .filter(({ kind, start, end }) => kind === 'name' || (kind === 'place' && isPlace(text.slice(start, end))))
      .map((change) => ({ ...change, path, text })),
  );
  return sample(all, SLIPS, random);
}

function textOf(corpus, { path, start, end }) {
  return corpus.document(path).text.slice(start, end);
}

function report(kind) {
  const own = rows.filter((row) => row.kind === kind);
  const names = Object.keys(own[0].signs);
  const fit = (given) => fitSigns(given, names, ({ weight }) => weight);
  console.log(fit(own).line(kind));
  const [odd, even] = [true, false].map((isOdd) => fit(own.filter((row) => row.isOdd === isOdd)));
  const chances = new Map(own.map((row) => [row, (row.isOdd ? even : odd).chanceOf(row)]));
  const [right, wrong] = [true, false].map((isRight) => own.filter((row) => row.isRight === isRight));
  const unchanged = wrong.filter(({ isWhole }) => isWhole);
  for (const least of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const reach = (all) => all.filter((row) => chances.get(row) >= least).length;
    console.log(
      `    // ${least}: ${reach(right)} of ${right.length} slips, ${reach(unchanged)} of ${unchanged.length} unchanged`,
    );
  }
  if (!process.argv.includes('--list')) return;
  for (const row of unchanged.sort((x, y) => chances.get(y) - chances.get(x)).slice(0, 30))
    console.log(
      `    ${chances.get(row).toFixed(2)} ${row.story} ${row.place.path} “${row.said}” / “${row.reading}”: ${row.passage.slice(0, 200)}`,
    );
}
