// Measures garbled-wording and spun-text on stories: node scripts/wording/measure.mjs STORIES [odd]
// Even topics, or those the weights were fitted on, with a spinner whose thesaurus the rules do not read. Prints Markdown tables (docs/measurements.md).
import { productModule } from '../data/productModule.mjs';
import { generator } from '../random.mjs';
import { spin, spinners } from './spinner.mjs';
import { readStories } from './stories.mjs';

const { baseOf, Corpus, garbledWording, loadResources, placed, spinningOdds, spunText } = productModule(
  'server/src/analysis/corpus.ts',
  'server/src/analysis/spinning.ts',
  'server/src/core/document.ts',
  'server/src/core/wordForms.ts',
  'server/src/resources.ts',
  'server/src/rules/garbled-wording.ts',
  'server/src/rules/spun-text.ts',
);
const resources = loadResources('dist/data');
const isWord = (word) => resources.wordVectors.rank(word) >= 0;
const stories = readStories(process.argv[2]).filter(({ topic }) => topic % 2 === (process.argv[3] === 'odd' ? 1 : 0));

const found = (rule, corpus, path) => {
  const document = corpus.document(path);
  return document.paragraphs.flatMap((_, index) => [...rule.check(placed(document, index), corpus)]);
};
const shown = (corpus, path) => found(garbledWording, corpus, path).filter((one) => one.severity !== 'hint');
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const share = (part, whole) => (whole === 0 ? '–' : (part / whole).toFixed(2));

const clean = { words: 0, found: 0, hints: 0, spun: 0, files: 0 };
const settings = [];
for (const [name, spinner] of Object.entries(spinners)) {
  for (const size of [4, 2, 'original and 2', 'original'])
    settings.push({
      name,
      spinner,
      size,
      right: 0,
      wrong: 0,
      reached: 0,
      attested: 0,
      swaps: 0,
      files: 0,
      told: 0,
      honestFound: 0,
      honestWords: 0,
      ranked: 0,
      readings: 0,
      rightReadings: 0,
      byPart: {},
    });
}
let seed = 1000;
for (const { texts } of stories) {
  const honest = Corpus.empty(resources).apply(texts);
  for (const { path, text } of texts) {
    const all = found(garbledWording, honest, path);
    clean.words += text.split(/\s+/).length;
    clean.found += all.filter((one) => one.severity !== 'hint').length;
    clean.hints += all.filter((one) => one.severity === 'hint').length;
    clean.spun += found(spunText, honest, path).length;
    clean.files++;
  }
  // Each text in its turn is the one that was spun.
  for (const [setting, one] of settings.flatMap((setting) => texts.map((one) => [setting, one]))) {
    const random = generator(seed++);
    const { text, swaps } = spin(one.text, setting.spinner, 0.15 + 0.25 * random(), random);
    const honest = texts.filter((other) => other !== one);
    // The original stands beside what was spun of it, or only other tellers do.
    const withOriginal = typeof setting.size === 'string';
    const first = setting.size === 2 ? Math.floor(random() * honest.length) : 0;
    const original = { path: `original-${one.path}`, text: one.text };
    const others = withOriginal
      ? [original, ...honest.slice(0, setting.size === 'original' ? 0 : 2)]
      : honest.slice(first, first + setting.size - 1);
    const corpus = Corpus.empty(resources).apply([{ path: one.path, text }, ...others]);
    const bases = others.map(
      (other) =>
        new Set(
          other.text
            .toLowerCase()
            .match(/[a-z]+/g)
            .map((word) => baseOf(word, isWord)),
        ),
    );
    const findings = shown(corpus, one.path);
    const swapOf = ({ start, end }) => swaps.find((swap) => swap.start < end && start < swap.end);
    for (const finding of findings) {
      const swap = swapOf(finding);
      if (!swap) setting.wrong++;
      else if (!swap.isGood) setting.right++;
      if (!swap?.isGood && finding.suggestions?.length > 0) {
        setting.readings++;
        if (swap && baseOf(finding.suggestions[0].toLowerCase(), isWord) === swap.base) setting.rightReadings++;
      }
    }
    for (const swap of swaps) {
      if (swap.isGood) continue;
      setting.swaps++;
      if (!bases.some((known) => known.has(swap.base))) continue;
      const part = (setting.byPart[swap.part] ??= { attested: 0, reached: 0 });
      part.attested++;
      setting.attested++;
      if (findings.some(({ start, end }) => swap.start < end && start < swap.end)) {
        part.reached++;
        setting.reached++;
      }
    }
    for (const other of others) {
      setting.honestFound += shown(corpus, other.path).length;
      setting.honestWords += other.text.split(/\s+/).length;
    }
    setting.files++;
    const odds = (path) => spinningOdds(corpus.document(path), corpus);
    if (odds(one.path) > Math.max(...others.map(({ path }) => odds(path)))) setting.ranked++;
    if (found(spunText, corpus, one.path).length > 0) setting.told++;
  }
}
console.log(
  `${stories.length} stories; unspun: ${clean.words} words, ${((1000 * clean.found) / clean.words).toFixed(2)} findings and ${((1000 * clean.hints) / clean.words).toFixed(2)} hints in 1,000, spun-text in ${clean.spun} of ${clean.files} files\n`,
);
row(
  'one spun of',
  'thesaurus',
  'swaps',
  'original elsewhere',
  'precision',
  'recall of these',
  'of all',
  'reading given',
  'right',
  'spun file first',
  'spun-text',
  'honest files, in 1,000',
);
row(':---', ':---', ...Array(10).fill('---:'));
for (const s of settings) {
  row(
    s.size,
    s.name,
    s.swaps,
    s.attested,
    share(s.right, s.right + s.wrong),
    share(s.reached, s.attested),
    share(s.right, s.swaps),
    share(s.readings, s.right + s.wrong),
    share(s.rightReadings, s.readings),
    `${s.ranked}/${s.files}`,
    `${s.told}/${s.files}`,
    ((1000 * s.honestFound) / s.honestWords).toFixed(2),
  );
}
console.log();
row('part of speech', ...settings.map(({ size, name }) => `${name}, 1 of ${size}`));
row(':---', ...settings.map(() => '---:'));
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  row(part, ...settings.map(({ byPart }) => `${byPart[part]?.reached ?? 0}/${byPart[part]?.attested ?? 0}`));
}
