// Fits server/src/rules/misplacedModel.ts: node scripts/claims/fitMisplaced.mjs STORIES… [--list]
// The weights in use: test/retellings and the stories of ECB+.
// Right are names that were put in the place of others of the same story, beside these; wrong the names of unchanged texts
// beside others of the story. Folders of stories count as much as each other. Prints the weights, and what they reach on
// stories left out; --list the likeliest of the unchanged.
import { productModule } from '../data/productModule.mjs';
import { generator, sample } from '../random.mjs';
import { readAllTexts } from '../wording/stories.mjs';
import { fitSigns } from './signFit.mjs';

const { areRivals, Corpus, loadResources, misplacedIn, placed, playOtherParts, storyNamesIn } = productModule(
  'server/src/analysis/corpus.ts',
  'server/src/core/document.ts',
  'server/src/resources.ts',
  'server/src/rules/misplacedNames.ts',
  'server/src/rules/nameMatter.ts',
  'server/src/rules/namePart.ts',
  'server/src/rules/storyNames.ts',
);
const resources = loadResources('dist/data');
const random = generator(6);
const SLIPS = 30;
const FOLDS = 5;

const rows = [];
for (const [set, folder] of process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
  .entries()) {
  for (const [number, { name, texts }] of readAllTexts(folder).entries()) {
    if (texts.length < 2) continue;
    const corpus = Corpus.empty(resources).apply(texts);
    const own = texts.flatMap(({ path }) => misplaced(corpus, path).map((one) => ({ ...one, isRight: false })));
    for (const { path, text, start, end, words, key } of swapsOf(texts, corpus)) {
      const changed = corpus.apply([{ path, text: text.slice(0, start) + words + text.slice(end) }]);
      const right = misplaced(changed, path).filter(
        ({ place, reading }) =>
          place.start < start + words.length && start < place.end && reading.toLowerCase().includes(key),
      );
      own.push(...right.map((one) => ({ ...one, isRight: true })));
    }
    rows.push(...own.map((row) => ({ ...row, set, story: name, fold: number % FOLDS })));
  }
}
for (const kind of ['person', 'place']) report(kind);

function misplaced(corpus, path) {
  const document = corpus.document(path);
  return [...document.paragraphs.keys()].flatMap((index) =>
    misplacedIn(placed(document, index), corpus)
      .flat()
      .filter(({ place, witnesses: [{ place: there }] }) => areRivals(place, there, corpus))
      .filter(({ place, witnesses: [{ place: there }] }) => !playOtherParts(place, there, corpus)),
  );
}

/** A name that another text has as well, each with one of the same sort to put in its place, as full as itself. */
function swapsOf(texts, corpus) {
  const all = texts.flatMap(({ path, text }) =>
    storyNamesIn(corpus.document(path), corpus)
      .names.filter(({ sort }) => sort)
      .map((name) => ({ ...name, path, whole: text })),
  );
  const isFull = ({ text }) => / /.test(text);
  const swaps = all.flatMap((name) => {
    if (!all.some((other) => other.key === name.key && other.path !== name.path)) return [];
    const others = all.filter(
      (other) => other.sort === name.sort && other.key !== name.key && isFull(other) === isFull(name),
    );
    const { path, whole: text, start, end } = name;
    const key = name.key.split(' ').at(-1);
    return sample(others, 1, random).map((other) => ({ path, text, start, end, words: other.text, key }));
  });
  return sample(swaps, SLIPS, random);
}

function report(kind) {
  const own = rows.filter((row) => row.kind === kind);
  const names = Object.keys(own[0].signs);
  const sizes = new Map();
  const groupOf = ({ set, isRight }) => `${set} ${isRight}`;
  for (const row of own) sizes.set(groupOf(row), (sizes.get(groupOf(row)) ?? 0) + 1);
  const least = (isRight) => Math.min(...[...sizes].flatMap(([group, size]) => (group.endsWith(isRight) ? size : [])));
  const weightOf = (row) => Math.min(1, (3 * least(row.isRight)) / sizes.get(groupOf(row)));
  const fit = (given) => fitSigns(given, names, weightOf);
  console.log(fit(own).line(kind));
  const folds = Array.from({ length: FOLDS }, (_, fold) => fit(own.filter((row) => row.fold !== fold)));
  const chances = new Map(own.map((row) => [row, folds[row.fold].chanceOf(row)]));
  for (const bar of [0.5, 0.7, 0.8, 0.9, 0.93, 0.95, 0.98]) {
    const told = [...new Set(own.map(({ set }) => set))].map((set) => {
      const [right, wrong] = [true, false].map((isRight) =>
        own.filter((row) => row.set === set && row.isRight === isRight),
      );
      const reach = (all) => all.filter((row) => chances.get(row) >= bar).length;
      return `${reach(right)} of ${right.length} swaps, ${reach(wrong)} of ${wrong.length} unchanged`;
    });
    console.log(`    // ${bar}: ${told.join('; ')}`);
  }
  if (!process.argv.includes('--list')) return;
  const unchanged = own.filter(({ isRight }) => !isRight).sort((x, y) => chances.get(y) - chances.get(x));
  for (const row of unchanged.slice(0, 30))
    console.log(
      `    ${chances.get(row).toFixed(2)} ${row.story} ${row.place.path} ${row.place.start} “${row.reading}”`,
    );
}
