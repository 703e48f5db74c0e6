// Fits server/src/rules/figureModel.ts: node scripts/claims/fitFigures.mjs STORIES… [--list]
// Right are figures that were put in the place of others that another text gives, however it words them, beside these; wrong
// the figures of unchanged texts that nobody else gives, beside those that others give. Whole stories, and as many of four
// texts drawn from the long ones. Prints the weights, and what they reach on the stories left out; --list the likeliest of
// the unchanged.
import { productModule } from '../data/productModule.mjs';
import { generator, sample } from '../random.mjs';
import { readAllTexts } from '../wording/stories.mjs';
import { otherFigure } from './otherFigure.mjs';
import { fitSigns } from './signFit.mjs';

const { areOneFigure, Corpus, figureExchangesIn, figuresIn, loadResources, loneFigures, modelOf, placed } =
  productModule(
    'server/src/analysis/corpus.ts',
    'server/src/core/document.ts',
    'server/src/resources.ts',
    'server/src/rules/exchangedFigures.ts',
    'server/src/rules/figureModel.ts',
    'server/src/rules/figuresInText.ts',
    'server/src/rules/toldFigures.ts',
  );
const resources = loadResources('dist/data');
const random = generator(6);
const SLIPS = 40;
const FEW = 4;
const FOLDS = 5;

const stories = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
  .flatMap((folder) => readAllTexts(folder).map((story) => ({ ...story, folder })))
  .filter(({ texts }) => texts.length > 1);

const rows = [];
let [slips, reached] = [0, 0];
for (const [number, { folder, texts }] of stories.entries()) {
  const isLong = texts.length > FEW;
  const few = isLong ? sample(texts, FEW, random) : texts;
  for (const some of isLong ? [texts, few] : [few]) {
    const corpus = Corpus.empty(resources).apply(some);
    for (const { path } of some) addRows(exchanges(corpus, path), { isRight: false, isWhole: some === texts });
    for (const { path, text, start, figure, words } of changesOf(corpus, some)) {
      slips++;
      const end = start + figure.text.length;
      const changed = corpus.apply([{ path, text: text.slice(0, start) + words + text.slice(end) }]);
      const right = exchanges(changed, path).filter(
        ({ place, rival }) =>
          place.start < start + words.length && start < place.end && areOneFigure(figure, rival, resources),
      );
      if (right.length > 0) reached++;
      addRows(right, { isRight: true });
    }
  }

  function addRows(found, said) {
    rows.push(...found.map((one) => ({ ...one, ...said, folder, fold: number % FOLDS, model: modelOf(one.kind) })));
  }
}
console.log(`${slips} slips, ${reached} beside the figure that was there`);
for (const model of [...new Set(rows.map((row) => row.model))].sort()) report(model);

function exchanges(corpus, path) {
  const document = corpus.document(path);
  return [...document.paragraphs.keys()].flatMap((index) =>
    figureExchangesIn(placed(document, index), corpus)
      .flat()
      .map((one) => ({ ...one, said: textOf(corpus, one.place), passage: textOf(corpus, one.witnesses[0].passage) })),
  );
}

/** Of figures that another text gives, too. */
function changesOf(corpus, texts) {
  const all = texts.flatMap(({ path }) => {
    const document = corpus.document(path);
    const lone = new Set(loneFigures(document, corpus).map(({ figure }) => figure));
    return figuresIn(document).flatMap(({ figure, index }) => {
      const words = lone.has(figure) ? undefined : otherFigure(figure, random);
      const start = document.offsets[index] + figure.start;
      return words ? [{ path, text: document.text, start, figure, words }] : [];
    });
  });
  return sample(all, SLIPS, random);
}

function textOf(corpus, { path, start, end }) {
  return corpus.document(path).text.slice(start, end).replace(/\s+/g, ' ');
}

function report(model) {
  const own = rows.filter((row) => row.model === model);
  const names = [...new Set(own.flatMap(({ signs }) => Object.keys(signs)))].filter(
    (name) => new Set(own.map(({ signs }) => signs[name] ?? 0)).size > 1,
  );
  console.log(fitSigns(own, names).line(model));
  const byFold = Array.from({ length: FOLDS }, (_, fold) =>
    fitSigns(
      own.filter((row) => row.fold !== fold),
      names,
    ),
  );
  const chances = new Map(own.map((row) => [row, byFold[row.fold].chanceOf(row)]));
  for (const folder of new Set(own.map((row) => row.folder))) {
    const here = own.filter((row) => row.folder === folder);
    const [right, unchanged] = [here.filter((row) => row.isRight), here.filter((row) => row.isWhole)];
    const cut = [0.4, 0.5, 0.6, 0.65, 0.7, 0.8].map((least) => {
      const reach = (all) => all.filter((row) => chances.get(row) >= least).length;
      return `${least}: ${reach(right)}, ${reach(unchanged)}`;
    });
    console.log(`    // ${folder}: of ${right.length} slips, of ${unchanged.length} unchanged: ${cut.join('; ')}`);
  }
  if (!process.argv.includes('--list')) return;
  const unchanged = own.filter((row) => row.isWhole).sort((x, y) => chances.get(y) - chances.get(x));
  for (const row of unchanged.slice(0, 30))
    console.log(
      `    ${chances.get(row).toFixed(2)} ${row.folder} ${row.place.path} “${row.said}” / “${row.reading}”: ${row.passage.slice(0, 200)}`,
    );
}
