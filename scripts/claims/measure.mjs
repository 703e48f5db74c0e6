// Measures the rules on quotations and conflicts: npm run measure:claims -- STORIES… [CHANGES OF A KIND]
// One thing is changed in one text of a story; found is what a finding on the changed words shows. Then the same texts
// unchanged. To be read: --list prints every finding on the unchanged texts instead, --missed the changes not found, and
// --kind=name tries that kind only, --seed=7 draws others.
import { productModule } from '../data/productModule.mjs';
import { generator, sample } from '../random.mjs';
import { readAllTexts } from '../wording/stories.mjs';
import { factChanges, poolOf, quotationChanges } from './changes.mjs';

const { allRules, collations, Corpus, isPublicationStamp, lineages, loadResources, placed, runRules } = productModule(
  'server/src/analysis/collations.ts',
  'server/src/analysis/corpus.ts',
  'server/src/analysis/lineages.ts',
  'server/src/core/document.ts',
  'server/src/core/stamps.ts',
  'server/src/resources.ts',
  'server/src/rules/allRules.ts',
  'server/src/rules/runRules.ts',
);
const resources = loadResources('dist/data');
const rules = allRules.filter(({ family }) => family === 'quotation' || family === 'conflict');

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const [isListing, isTellingMissed] = ['--list', '--missed'].map((option) => process.argv.includes(option));
const [kind, seed] = ['--kind=', '--seed='].map((option) =>
  process.argv.find((argument) => argument.startsWith(option))?.slice(option.length),
);
const wanted = Number(given.find((argument) => /^\d+$/.test(argument)) ?? 40);
const folders = given.filter((argument) => !/^\d+$/.test(argument));
const stories = folders.flatMap(readAllTexts).filter(({ texts }) => texts.length > 1);
const random = generator(Number(seed ?? 6));
const contents = stories.flatMap(({ texts }) => texts.map(({ text }) => text));
const pool = poolOf(contents, resources.nameLists.given);
const vocabulary = [...new Set(contents.join(' ').match(/(?<= )[a-z]{5,8}(?= )/g))];

function findings(corpus, path) {
  const onFailure = (_rule, _path, error) => {
    throw error;
  };
  return runRules(rules, { document: corpus.document(path), corpus, setting: ({ severity }) => severity, onFailure });
}

/** Share of the shorter sentence’s words in the closest counterpart. */
const CLOSENESS = [0.65, 0.8];
const isShown = ({ severity }) => severity !== 'hint';
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const rate = (count, words) => ((1000 * count) / words).toFixed(2);

const clean = { words: 0, shown: 0, hints: 0, codes: new Map() };
const results = new Map();
for (const [key, all] of changesByKind()) {
  const tried = sample(all, wanted, random);
  const close = CLOSENESS.map(() => ({ tried: 0, shown: 0 }));
  const told = { tried: 0, shown: 0 };
  results.set(key, {
    possible: all.length,
    tried,
    stamps: 0,
    inStamps: 0,
    aligned: 0,
    shown: 0,
    hints: 0,
    close,
    told,
  });
}
for (const story of stories) {
  const corpus = Corpus.empty(resources).apply(story.texts);
  if (!kind) for (const one of story.texts) readUnchanged(corpus, story.name, one);
  for (const result of results.values()) {
    for (const change of result.tried) {
      if (change.story !== story) continue;
      const changed = changedCorpus(corpus, change);
      const found = findingsOnChange(changed, change);
      const isStamp = isPublicationStamp(change.sentence ?? '');
      if (isStamp) result.stamps++;
      if (isAligned(changed, change)) result.aligned++;
      if (!isStamp && isToldIndependently(corpus, change)) {
        result.told.tried++;
        if (found.some(isShown)) result.told.shown++;
      }
      for (const [at, least] of CLOSENESS.entries()) {
        if (!(change.closeness >= least)) continue;
        result.close[at].tried++;
        if (found.some(isShown)) result.close[at].shown++;
      }
      if (found.some(isShown) && isStamp) result.inStamps++;
      if (found.some(isShown)) result.shown++;
      else if (found.length > 0) result.hints++;
      if (isTellingMissed && !found.some(isShown)) listMissed(change, story.name);
    }
  }
}

/** Every change there is in any text. */
function changesByKind() {
  const changes = new Map();
  if (isListing) return changes;
  for (const story of stories) {
    for (const { path, text } of story.texts) {
      const others = story.texts.filter((other) => other.path !== path);
      const printed = others.map((other) => other.text);
      const kinds = {
        quotation: quotationChanges(text, printed, vocabulary, random),
        fact: factChanges(text, others, pool, random),
      };
      for (const [group, found] of Object.entries(kinds)) {
        for (const change of found) {
          if (kind && change.kind !== kind) continue;
          const key = `${group}: ${change.kind}`;
          changes.set(key, [...(changes.get(key) ?? []), { ...change, story, path, text }]);
        }
      }
    }
  }
  return new Map([...changes].sort());
}

function readUnchanged(corpus, name, { path, text }) {
  clean.words += text.split(/\s+/).length;
  for (const found of findings(corpus, path)) {
    if (!isShown(found)) clean.hints++;
    else {
      clean.shown++;
      clean.codes.set(found.rule.code, (clean.codes.get(found.rule.code) ?? 0) + 1);
      if (isListing) list(name, path, text, found);
    }
  }
}

function list(name, path, text, { rule, start, end, message, evidence, confidence }) {
  const from = Math.max(0, text.lastIndexOf('\n', start) + 1, start - 160);
  const line = text.slice(from, end + 120).split('\n')[0];
  const there = (evidence ?? []).slice(0, 3).map((one) => `\n    ${one.path}: [${one.reading}] ${one.text}`);
  console.log(`${name}/${path} ${rule.code} ${confidence?.toFixed(2)} ${message}\n    ${line}${there.join('')}`);
}

function listMissed({ path, text, start, end, words, kind: of }, name) {
  const [before, after] = [text.slice(0, start).split('\n').at(-1), text.slice(end).split('\n')[0]];
  console.log(
    `${name}/${path} ${of}: ${before.slice(-120)}[${text.slice(start, end)} → ${words}]${after.slice(0, 120)}`,
  );
}

function changedCorpus(corpus, { path, text, start, end, words }) {
  return corpus.apply([{ path, text: text.slice(0, start) + words + text.slice(end) }]);
}

function findingsOnChange(corpus, { path, start, words }) {
  return findings(corpus, path).filter((one) => one.start <= start + words.length && start <= one.end);
}

/** Whether a sentence that has the words as they were is taken for the counterpart of the changed one. */
function isAligned(corpus, { path, text, start, end }) {
  const document = corpus.document(path);
  return document.paragraphs.some((_, index) => {
    const here = placed(document, index);
    return corpus
      .get(collations)
      .in(here)
      .some(({ a, b }) => {
        const isHere = here.start + a.start <= start && start <= here.start + a.end;
        return isHere && corpus.document(b.path).text.slice(b.start, b.end).includes(text.slice(start, end));
      });
  });
}

/** Whether a text that is no copy of the changed one bears witness: a reader nearly always is told the claim there. */
function isToldIndependently(corpus, { path, witnesses = [] }) {
  return witnesses.some((witness) => !corpus.get(lineages).areOne(path, witness));
}

if (!isListing) {
  const closer = CLOSENESS.map((least) => `closeness ${least}`);
  row(
    'changed',
    'possible',
    'tried',
    'in stamps',
    'aligned',
    'found',
    'recall',
    'outside stamps',
    'as a hint',
    'by another lineage',
    ...closer,
  );
  row(':---', ...Array(9 + closer.length).fill('---:'));
  for (const [key, { possible, tried, stamps, inStamps, aligned, shown, hints, close, told }] of results) {
    const cells = [told, ...close].map((one) =>
      one.tried === 0 ? '–' : `${(one.shown / one.tried).toFixed(2)} of ${one.tried}`,
    );
    const outside = (shown - inStamps) / Math.max(1, tried.length - stamps);
    const recalls = [shown / tried.length, outside].map((recall) => recall.toFixed(2));
    row(key, possible, tried.length, stamps, aligned, shown, ...recalls, hints, ...cells);
  }
  console.log();
}
row('unchanged', 'findings', 'per 1,000 words');
row(':---', '---:', '---:');
for (const [code, count] of [...clean.codes].sort(([, x], [, y]) => y - x))
  row(`\`${code}\``, count, rate(count, clean.words));
row(`all, in ${stories.length} stories of ${clean.words} words`, clean.shown, rate(clean.shown, clean.words));
row('hints', clean.hints, rate(clean.hints, clean.words));
