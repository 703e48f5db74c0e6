// Fits the weights of server/src/core/misfitModel.ts, rewritingModel.ts, departureModel.ts, originalModel.ts and strayModel.ts: node scripts/wording/fit.mjs STORIES
// Odd topics only; even ones are for measure.mjs. Prints the weights; no word of the texts is in them. The terms of rewriting take
// misfits as they are in the program, those of an exchange the reading, those of an original and of a stray word the exchange:
// put the weights there and fit again.
import { productModule } from '../data/productModule.mjs';
import { generator } from '../random.mjs';
import { fitLogistic } from './logistic.mjs';
import { spin, spinners } from './spinner.mjs';
import { readStories } from './stories.mjs';

const product = productModule(
  'server/src/analysis/corpus.ts',
  'server/src/analysis/rewriting.ts',
  'server/src/analysis/spinning.ts',
  'server/src/analysis/strayWords.ts',
  'server/src/analysis/wordBases.ts',
  'server/src/analysis/wordDepartures.ts',
  'server/src/analysis/wordedSentences.ts',
  'server/src/analysis/wordMisfits.ts',
  'server/src/core/departureModel.ts',
  'server/src/core/document.ts',
  'server/src/core/misfitModel.ts',
  'server/src/core/originalModel.ts',
  'server/src/core/rewritingModel.ts',
  'server/src/core/strayModel.ts',
  'server/src/core/wordForms.ts',
  'server/src/resources.ts',
);
const { baseOf, basesOf, Corpus, exchangeTerms, misfitSigns, misfitTerms, originalTerms, partnersOf, placed } = product;
const { readingTerms, rewritingTerms, spinSigns, strayTerms, strayWords, spinTerms, textSigns } = product;
const { wordDepartures, wordedSentences } = product;
const resources = product.loadResources('dist/data');
const isWord = (word) => resources.wordVectors.rank(word) >= 0;
const valuesOf = (terms) => terms.map(([value]) => value);

const texts = [];
/** Notes what there is to learn from a text of a corpus, whose words were exchanged at `swaps`. */
const add = (path, corpus, swaps) => {
  const document = corpus.document(path);
  const partners = partnersOf(path, corpus);
  if (partners.length === 0) return;
  const words = [];
  const strays = [];
  const misfits = [];
  const swapAt = (span) => swaps.find(({ start, end }) => start < span.end && span.start < end);
  const isRight = ({ text }, swap) => baseOf(text.toLowerCase(), isWord) === swap?.base;
  const own = basesOf(document, resources);
  const isLone = ({ base }) => own.get(base) === 1 && !partners.some((one) => basesOf(one, resources).has(base));
  for (const index of document.paragraphs.keys()) {
    const { paragraph, start } = placed(document, index);
    for (const sentence of swaps.length > 0 ? wordedSentences(paragraph, resources) : []) {
      for (const word of sentence.words) {
        if (word.kind !== 'content' || word.isFirst || word.baseRank < 0 || !isLone(word)) continue;
        const swap = swapAt({ start: start + word.start, end: start + word.end });
        if (!swap?.isGood) misfits.push({ signs: misfitSigns(word, sentence, resources), isWrong: swap !== undefined });
      }
    }
    // First words are never exchanged by the spinner, which says nothing of other spinners.
    for (const one of strayWords(placed(document, index), corpus).filter(({ isFirst }) => !isFirst)) {
      const swap = swapAt(one);
      if (swap?.isGood) continue;
      const originals = one.originals.map((other) => ({ signs: other.signs, isRight: isRight(other, swap) }));
      strays.push({ signs: one.signs, isWrong: swap !== undefined, originals });
    }
    for (const departure of wordDepartures(placed(document, index), corpus)) {
      const swap = swapAt(departure);
      if (swap?.isGood) continue;
      const rivals = departure.readings.map((one) => ({ signs: one.signs, isRight: isRight(one, swap) }));
      words.push({ isWrong: swap !== undefined, rivals });
    }
  }
  const signs = textSigns(document, partners, resources);
  texts.push({ isSpun: swaps.length > 0, signs, spin: spinSigns(document, corpus), words, strays, misfits });
};

let seed = 1;
for (const { topic, texts: all } of readStories(process.argv[2])) {
  if (topic % 2 === 0) continue;
  const clean = Corpus.empty(resources).apply(all);
  for (const one of all) add(one.path, clean, []);
  for (const one of all) {
    for (const spinner of Object.values(spinners)) {
      for (const isAlone of [false, true]) {
        const random = generator(seed++);
        const { text, swaps } = spin(one.text, spinner, 0.15 + 0.25 * random(), random);
        const honest = all.filter((other) => other !== one);
        const others = isAlone ? [honest[Math.floor(random() * honest.length)]] : honest;
        const corpus = Corpus.empty(resources).apply([{ path: one.path, text }, ...others]);
        add(one.path, corpus, swaps);
        // The honest texts of a story with one spun text are honest still.
        for (const other of others) add(other.path, corpus, []);
      }
    }
  }
}
console.log(`${texts.length} texts, ${texts.filter(({ isSpun }) => isSpun).length} spun`);

/** Prints the weights by the place of their term. */
const fit = (name, samples) => {
  const model = fitLogistic(samples);
  console.log(`${name}: ${samples.length} samples, ${samples.filter(({ isPositive }) => isPositive).length} positive`);
  console.log(`  base ${model.base.toFixed(3)}; ${model.weights.map((weight) => weight.toFixed(3)).join(', ')}`);
  return (values) => values.reduce((sum, value, at) => sum + value * model.weights[at], model.base);
};

const misfits = texts.flatMap((one) => one.misfits);
fit(
  'misfitTerms',
  misfits.map(({ isWrong, signs }) => ({ values: valuesOf(misfitTerms(signs)), isPositive: isWrong })),
);
const wrong = misfits.filter(({ isWrong }) => isWrong).length;
console.log(`  base of the likelihood: ${Math.log((misfits.length - wrong) / wrong).toFixed(3)} more`);
// The weight of the last, debris, is set by hand.
const textValues = (signs) => valuesOf(rewritingTerms(signs)).slice(0, -1);
const rewriting = fit(
  'rewritingTerms',
  texts.map(({ isSpun, signs }) => ({ values: textValues(signs), isPositive: isSpun })),
);
const rivals = texts.flatMap(({ signs, words }) =>
  words.flatMap(({ isWrong, rivals }) =>
    rivals.map((one, index) => ({
      isWrong,
      isFirst: index === 0,
      isRight: one.isRight,
      signs: { ...one.signs, rewriting: rewriting(textValues(signs)) },
    })),
  ),
);
// One of a word, its likeliest reading, as wordDepartures weighs it.
const exchange = fit(
  'exchangeTerms',
  rivals
    .filter(({ isFirst }) => isFirst)
    .map(({ isWrong, signs }) => ({ values: valuesOf(exchangeTerms(signs)), isPositive: isWrong })),
);
fit(
  'readingTerms',
  rivals
    .filter(({ isWrong }) => isWrong)
    .map(({ isRight, signs }) => ({ values: valuesOf(readingTerms(signs)), isPositive: isRight })),
);
const chanceAlone = ({ signs }) => 1 / (1 + Math.exp(-exchange(valuesOf(exchangeTerms({ ...signs, rewriting: 0 })))));
fit(
  'spinTerms',
  texts.map(({ isSpun, signs, spin, words }) => {
    // As spinSigns makes them, by the new weights.
    const sum = words.reduce((total, { rivals }) => total + chanceAlone(rivals[0]), 1);
    const spinSigns = {
      rewriting: rewriting(textValues(signs)),
      departing: sum / (spin.words + 20),
    };
    return { values: valuesOf(spinTerms(spinSigns)), isPositive: isSpun };
  }),
);
// Of spun texts only, as far as they seem so; their spinning and exchange are weighed as they are in the program.
const strays = texts.filter(({ isSpun }) => isSpun).flatMap(({ strays }) => strays);
const original = fit(
  'originalTerms',
  strays
    .filter(({ isWrong }) => isWrong)
    .flatMap(({ originals }) => originals)
    .map(({ signs, isRight }) => ({ values: valuesOf(originalTerms(signs)), isPositive: isRight })),
);
const chanceOfOriginal = ({ signs }) => 1 / (1 + Math.exp(-original(valuesOf(originalTerms(signs)))));
fit(
  'strayTerms',
  strays.map(({ signs, isWrong, originals }) => ({
    values: valuesOf(strayTerms({ ...signs, original: Math.max(0, ...originals.map(chanceOfOriginal)) })),
    isPositive: isWrong,
  })),
);
