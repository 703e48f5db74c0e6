// Fits server/src/rules/conflictWeights.ts: node scripts/claims/fit.mjs slots|issues STORIES… [--kinds=place,name]
// Right are facts that two passages have in common, after one of them was changed in its text; wrong those that differ in
// unchanged texts, although some of these do speak of one thing. First the weights of two passages (slots), then, with
// those in place, of all that the sources say of a fact (issues). Prints the weights, and what they reach on the topics
// left out.
import { productModule } from '../data/productModule.mjs';
import { generator, sample } from '../random.mjs';
import { readAllTexts } from '../wording/stories.mjs';

const rules = 'server/src/rules';
const product = productModule(
  'server/src/analysis/collations.ts',
  'server/src/analysis/corpus.ts',
  'server/src/analysis/wordFrame.ts',
  'server/src/core/document.ts',
  'server/src/resources.ts',
  ...['countMatter', 'dateMatter', 'issueSigns', 'nameMatter', 'slotJudge', 'slotSigns', 'sourceConflicts'].map(
    (name) => `${rules}/${name}.ts`,
  ),
);
const { areRivals, collations, Corpus, countMatter, dateMatter, issueSigns, issuesIn, nameMatter } = product;
const { isSaidOnceMore, itemsOf, loadResources, placed, rivalsOf, slotJudge, slotSigns, wordFrame } = product;

const [what, ...folders] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const kinds = process.argv.find((argument) => argument.startsWith('--kinds='))?.slice('--kinds='.length);
const resources = loadResources('dist/data');
const random = generator(3);
const [placeMatter, otherMatter] = [nameMatter('place'), nameMatter('name')];
const matters = Object.entries({ count: countMatter, date: dateMatter, place: placeMatter, name: otherMatter }).flatMap(
  ([kind, matter]) => (!kinds || kinds.split(',').includes(kind) ? [matter] : []),
);
const judges = new Map(matters.map((matter) => [matter, slotJudge(matter)]));
const stories = folders.flatMap(readAllTexts).filter(({ texts }) => texts.length > 1);
const pool = new Map([placeMatter, otherMatter].map((matter) => [matter, namesOf(matter)]));
/** Shares of both passages from which on one was taken from the other; what differs there does so truly, unchanged or not. */
const [TAKEN_MUTUAL, TAKEN_OVERLAP] = [0.6, 0.8];
/** The same by the chance that two passages give. */
const SURELY_ONE = 0.95;
/** Slips put into one story, of each kind. */
const SLIPS = 20;
const STEPS = 12;
/** Spread over the rows: where they are few, the weights stay small. */
const RIDGE = 3;

const rows = [];
for (const { name, texts } of stories) {
  const corpus = Corpus.empty(resources).apply(texts);
  for (const matter of matters) {
    const own = [...unchanged(matter, corpus, texts), ...slipped(matter, corpus, texts)];
    for (const row of own) {
      // Stories of many near copies would outweigh all others.
      const alike = own.filter(({ isRight }) => isRight === row.isRight).length;
      rows.push({ ...row, weight: 1 / Math.sqrt(alike), isOdd: parseInt(name, 10) % 2 !== 0 });
    }
  }
}
if (rows.length === 0) throw new Error('no stories');
for (const kind of [...new Set(rows.map((row) => row.kind))].sort()) report(kind);

function* unchanged(matter, corpus, texts) {
  for (const { path } of texts) {
    const document = corpus.document(path);
    for (const index of document.paragraphs.keys()) yield* rowsIn(placed(document, index), corpus, matter, false);
  }
}

/** Facts that other texts have too, each with a slip in it. */
function* slipped(matter, corpus, texts) {
  const places = texts.flatMap(({ path, text }) => sharedPlaces(matter, corpus, path, text));
  const drawn = [...new Set(places.map(({ kind }) => kind))].flatMap((kind) =>
    sample(
      places.filter((place) => place.kind === kind),
      SLIPS,
      random,
    ),
  );
  for (const { path, text, item, index } of drawn) {
    const slip = slipOf(matter, item, text.slice(item.start, item.end), texts);
    if (slip === undefined) continue;
    const changed = corpus.apply([{ path, text: text.slice(0, item.start) + slip + text.slice(item.end) }]);
    const here = placed(changed.document(path), index);
    const span = { start: item.start, end: item.start + slip.length };
    yield* rowsIn(here, changed, matter, true, span);
  }
}

function sharedPlaces(matter, corpus, path, text) {
  const document = corpus.document(path);
  const found = new Map();
  for (const index of document.paragraphs.keys()) {
    const here = placed(document, index);
    for (const collation of corpus.get(collations).in(here)) {
      const beside = besideOf(here, collation, corpus);
      const { here: own, there } = itemsOf(matter, beside);
      for (const one of own) {
        if (!there.some((other) => matter.agree(one, other, beside))) continue;
        const start = here.start + collation.a.start + one.start;
        found.set(start, {
          kind: matter.kindOf(one, beside),
          path,
          text,
          index,
          item: { ...one, start, end: start + one.end - one.start },
        });
      }
    }
  }
  return [...found.values()];
}

function rowsIn(here, corpus, matter, isRight, span) {
  return what === 'slots'
    ? slotRows(here, corpus, matter, isRight, span)
    : issueRows(here, corpus, matter, isRight, span);
}

function* slotRows(here, corpus, matter, isRight, span) {
  for (const collation of corpus.get(collations).in(here)) {
    // Each pair of texts once.
    if (!span && collation.b.path < here.document.path) continue;
    const beside = besideOf(here, collation, corpus);
    const items = itemsOf(matter, beside);
    for (const a of items.here) {
      if (span && !isAt(here.start + collation.a.start, a, span)) continue;
      const isSame = items.there.some((b) => matter.agree(a, b, beside));
      if (isSame && !isSaidOnceMore(a, 'here', matter, items, beside)) continue;
      const all = rivalsOf(a, matter, items, beside);
      // Which of several was meant is not known.
      if (span && all.length !== 1) continue;
      for (const b of all)
        if (span || !isTakenOver(beside.frame))
          yield { kind: matter.kindOf(a, beside), isRight, signs: slotSigns(matter, a, b, items, beside) };
    }
  }
}

function* issueRows(here, corpus, matter, isRight, span) {
  const isReal = [placeMatter, otherMatter].includes(matter) ? areRivals : undefined;
  for (const issue of issuesIn(here, corpus, judges.get(matter), isReal)) {
    if (span && !isAt(0, issue.mark, span)) continue;
    const strongest = Math.max(...[...issue.differing.values()].flat().map(({ strength }) => strength));
    if (!span && strongest >= SURELY_ONE) continue;
    yield { kind: issue.kind, isRight, signs: issueSigns(issue, corpus) };
  }
}

function isTakenOver({ mutual, overlap }) {
  return mutual >= TAKEN_MUTUAL && overlap >= TAKEN_OVERLAP;
}

function isAt(base, { start, end }, span) {
  return base + start < span.end && span.start < base + end;
}

function besideOf(here, { a, b, slots }, corpus) {
  const one = here.paragraph.text.slice(a.start, a.end);
  const other = corpus.document(b.path).text.slice(b.start, b.end);
  return { a: one, b: other, slots, frame: wordFrame(one, other, slots, resources.wordVectors), resources };
}

function pick(items, written) {
  const free = items.filter((item) => item !== written);
  return free[Math.floor(random() * free.length)];
}

function slipOf(matter, item, written, texts) {
  const lists = [
    'January February March April May June July August September October November December',
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    'two three four five six seven eight nine ten eleven twelve',
  ].map((words) => words.split(' '));
  const list = matter === dateMatter ? lists.slice(0, 2) : matter === countMatter ? lists.slice(2) : undefined;
  // A name of the same story in every second slip.
  if (!list) {
    const names = random() < 0.5 ? pool.get(matter).get(texts) : pick([...pool.get(matter).values()]);
    // A person is put in the place of a person.
    return pick(
      names.filter((name) => isPerson(name) === isPerson(written)),
      written,
    );
  }
  for (const words of list) {
    const word = words.find((one) => written.includes(one));
    if (word && (matter !== dateMatter || !/\d/.test(written) || random() < 0.5))
      return written.replace(word, pick(words, word));
  }
  const digits = [...written.matchAll(/\d/g)].map(({ index }) => index);
  // Of a year the last two digits.
  const at = pick(/^(?:19|20)\d\d$/.test(written) ? digits.slice(2) : digits);
  if (at === undefined) return undefined;
  return written.slice(0, at) + pick([...'123456789'], written[at]) + written.slice(at + 1);
}

function isPerson(name) {
  return name.includes(' ') && resources.nameLists.given.has(name.split(' ')[0].toLowerCase());
}

function namesOf(matter) {
  return new Map(
    stories.map(({ texts }) => [
      texts,
      texts.flatMap(({ text }) =>
        matter
          .itemsIn(text, resources)
          .filter((one) => matter.areComparable(one, one, { a: text, b: text, frame: { mutual: 1 }, resources }))
          .map(({ start, end }) => text.slice(start, end)),
      ),
    ]),
  );
}

/** Newton's method, the weights held small: a few steps where plain descent takes thousands. */
function fit(given, names) {
  const vectors = given.map(({ signs }) => [1, ...names.map((name) => signs[name])]);
  let weights = Array(names.length + 1).fill(0);
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  const ridge = RIDGE / given.length;
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((value, at) => (at === 0 ? 0 : -ridge * value));
    const curve = weights.map((_, at) => weights.map((__, to) => (at === to ? ridge : 0)));
    given.forEach(({ weight, isRight }, row) => {
      const vector = vectors[row];
      const expected = logistic(weights, vector);
      const share = weight / total;
      vector.forEach((value, at) => {
        slope[at] += share * (Number(isRight) - expected) * value;
        vector.forEach((other, to) => (curve[at][to] += share * expected * (1 - expected) * value * other));
      });
    });
    const change = solve(curve, slope);
    weights = weights.map((value, at) => value + change[at]);
  }
  return weights;
}

/** Gauss's elimination. */
function solve(matrix, values) {
  const rows = matrix.map((row, at) => [...row, values[at]]);
  for (let at = 0; at < rows.length; at++) {
    const largest = rows.slice(at).reduce((best, row) => (Math.abs(row[at]) > Math.abs(best[at]) ? row : best));
    rows.splice(rows.indexOf(largest), 1);
    rows.splice(at, 0, largest);
    rows.forEach((row, other) => {
      if (other === at) return;
      const factor = row[at] / largest[at];
      row.forEach((_, column) => (row[column] -= factor * largest[column]));
    });
  }
  return rows.map((row, at) => row[rows.length] / row[at]);
}

function logistic(weights, vector) {
  return 1 / (1 + Math.exp(-vector.reduce((sum, value, at) => sum + value * weights[at], 0)));
}

function report(kind) {
  const own = rows.filter((row) => row.kind === kind);
  const names = Object.keys(own[0].signs);
  const weights = fit(own, names);
  const cells = ['bias', ...names].map((name, at) => `${name}: ${Number(weights[at].toFixed(2))}`);
  console.log(`  ${kind}: { ${cells.join(', ')} },`);
  const [odd, even] = [true, false].map((isOdd) =>
    fit(
      own.filter((row) => row.isOdd === isOdd),
      names,
    ),
  );
  const chances = new Map(
    own.map((row) => [row, logistic(row.isOdd ? even : odd, [1, ...names.map((name) => row.signs[name])])]),
  );
  const [right, wrong] = [true, false].map((isRight) => own.filter((row) => row.isRight === isRight));
  for (const least of [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]) {
    const reached = (all) => all.filter((row) => chances.get(row) >= least).length;
    console.log(
      `    // ${least}: ${reached(right)} of ${right.length} slips, ${reached(wrong)} of ${wrong.length} others`,
    );
  }
  // The recall that a number of others costs.
  const sorted = wrong.map((row) => chances.get(row)).sort((x, y) => y - x);
  for (const cost of [5, 10, 15, 20, 30]) {
    const least = sorted[cost] ?? 0;
    const found = right.filter((row) => chances.get(row) > least).length;
    console.log(`    // ${cost} others: ${found} of ${right.length} slips, from ${least.toFixed(2)}`);
  }
}
