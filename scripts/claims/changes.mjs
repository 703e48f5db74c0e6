// Facts and quotations that can be changed in a text, each with what it is changed to. Only what another text of the story
// says as well, so that the others bear witness: a sentence there has the same words, three more, and half of the shorter.

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const COUNTS = 'two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty'.split(' ');
const AUXILIARY = /\b(?:is|are|was|were|will|would|can|could|should|has|have|had|did|does|do)(?= [a-z]{3,})/g;
const NO_NAME =
  /^(?:The|An?|In|On|At|He|She|It|But|And|Mr|Mrs|Ms|Dr|January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?$/;
const NAME = String.raw`\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,}){0,2}`;
const MONTH_BEFORE = new RegExp(`(?:${MONTHS.map((month) => month.slice(0, 3)).join('|')})\\S* $`);
const LEAST_SHARED = 3;
const LEAST_SHARE = 0.5;
const LEAST_QUOTED = 6;

/**
 * Every change of facts in `text`: `start` and `end` of the words, `words` to put there, its `sentence`, how close the
 * closest of the sentences is that bear witness, and the paths of all `witnesses`.
 */
export function factChanges(text, others, pool, random) {
  const known = others.flatMap((other) => sentencesOf(other.text).map((one) => ({ ...one, path: other.path })));
  const found = [];
  for (const { start, sentence, words } of sentencesOf(text)) {
    const twins = known.flatMap((other) => {
      const closeness = closenessOf(words, other.words);
      return closeness >= LEAST_SHARE ? [{ ...other, closeness }] : [];
    });
    for (const [kind, at, length, replacement] of changesIn(sentence, pool, random)) {
      const said = sentence.slice(at, at + length);
      const isSaid = (other) => (kind === 'negation' ? saysSame(other, sentence.slice(at)) : hasWords(other, said));
      const saying = twins.filter((twin) => isSaid(twin.sentence));
      if (saying.length === 0) continue;
      const closeness = Math.max(...saying.map((twin) => twin.closeness));
      const witnesses = saying.map(({ path }) => path);
      const span = { start: start + at, end: start + at + length };
      found.push({ kind, ...span, words: replacement, closeness, witnesses, sentence });
    }
  }
  return found;
}

/** Share of the shorter sentence’s words that the longer has; those that the change is about are among them. */
function closenessOf(a, b) {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > LEAST_SHARED ? shared / Math.min(a.size, b.size) : 0;
}

function* changesIn(sentence, pool, random) {
  const pick = (items, not) => {
    const free = items.filter((item) => item !== not);
    return free[Math.floor(random() * free.length)];
  };
  for (const { 0: word, index } of sentence.matchAll(
    /(?<![\d.,:/-]|\d[: ] ?)(?:\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d)?)(?![\d:,/-]|st\b|nd\b|rd\b|th\b| ?[ap]\.? ?m\b| ?[:/] ?\d| \d)/g,
  )) {
    const isYear = /^(?:19|20)\d\d$/.test(word);
    if (isYear) yield ['year', index, 4, String(Number(word) + pick([-3, -2, -1, 1, 2, 3]))];
    else if (
      !MONTH_BEFORE.test(sentence.slice(0, index)) &&
      !MONTHS.some((month) => sentence.startsWith(` ${month}`, index + word.length))
    )
      yield ['number', index, word.length, otherNumber(word, pick)];
  }
  for (const { 0: word, index } of sentence.matchAll(new RegExp(`\\b(?:${COUNTS.join('|')})(?= \\w)`, 'g')))
    yield ['number word', index, word.length, pick(COUNTS, word)];
  for (const { 0: word, index } of sentence.matchAll(
    new RegExp(
      `\\b(?:${MONTHS.join('|')})\\b(?= \\d|[,.])|(?<=\\b(?:in|last|since|until|of) )(?:${MONTHS.join('|')})\\b`,
      'g',
    ),
  ))
    yield ['date', index, word.length, pick(MONTHS, word)];
  for (const { 0: word, index } of sentence.matchAll(new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'g')))
    yield ['weekday', index, word.length, pick(WEEKDAYS, word)];
  for (const { 0: word, index } of sentence.matchAll(placePattern()))
    if (isName(word)) yield ['place', index, word.length, pick(pool.places, word)];
  for (const { 0: word, index } of sentence.matchAll(namePattern()))
    if (pool.isPerson(word)) yield ['name', index, word.length, pick(pool.names, word)];
  for (const { 0: word, index } of sentence.matchAll(AUXILIARY))
    if (!/^\S+ not\b/.test(sentence.slice(index))) yield ['negation', index, word.length, `${word} not`];
}

/** What stands behind “in” and “at”, and names of people, of two words and more, over all stories. */
export function poolOf(texts, givenNames) {
  const all = (pattern) => [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([name]) => name)))];
  const isPerson = (name) => isName(name) && givenNames.has(name.split(' ')[0].toLowerCase());
  return { places: all(placePattern()).filter(isName), names: all(namePattern()).filter(isPerson), isPerson };
}

const placePattern = () => new RegExp(`(?<=\\b(?:in|at|near|from) )${NAME}(?=[ ,.])`, 'gu');
const namePattern = () =>
  new RegExp(
    String.raw`(?<=\b(?:by|said|of|for|and|with|that|when|as|to) |, )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,}){1,2}(?=[ ,.'’])`,
    'gu',
  );

function isName(name) {
  return name.split(' ').every((word) => !NO_NAME.test(word));
}

/**
 * One digit is another, as in a slip of the hand; the first is never nought. Noughts at the end stay: 35,080 for 35,000 is
 * what a number was before somebody rounded it, and no conflict.
 */
function otherNumber(word, pick) {
  const end = word.length - (/[0,.]*$/.exec(word)?.[0].length ?? 0);
  const at = pick([...word].flatMap((digit, index) => (/\d/.test(digit) && index < Math.max(1, end) ? [index] : [])));
  const digits = [...'123456789'].filter((digit) => digit !== word[at]);
  return word.slice(0, at) + pick(digits) + word.slice(at + 1);
}

function saysSame(other, from) {
  return hasWords(other, from.split(' ').slice(0, 2).join(' ').replace(/\W+$/, ''));
}

function hasWords(text, words) {
  return ` ${text.replace(/[^\p{L}\p{N},.]+/gu, ' ')} `
    .replace(/[,.] /g, ' ')
    .includes(` ${words.replace(/[^\p{L}\p{N},.]+/gu, ' ')} `);
}

function sentencesOf(text) {
  return [...text.matchAll(/[^\n]+?(?:[.!?]["”']*(?=\s|$)|(?=\n|$))/g)].map(({ 0: sentence, index }) => ({
    start: index,
    sentence,
    words: new Set(sentence.toLowerCase().match(/\p{L}{4,}|\d[\d,.]*\d|\d/gu)),
  }));
}

/** Quotations of six words and more that another text prints word for word, each changed once in every way there is. */
export function quotationChanges(text, others, words, random) {
  const theirs = new Set(others.flatMap(quotationsOf).map(({ quoted }) => folded(quoted)));
  const found = [];
  for (const { start, quoted } of quotationsOf(text)) {
    const tokens = [...quoted.matchAll(/[\p{L}\p{N}’'-]+/gu)];
    if (tokens.length < LEAST_QUOTED || !theirs.has(folded(quoted))) continue;
    const inner = tokens.slice(1, -1).filter(([word]) => word.length > 3 && /^\p{Ll}+$/u.test(word));
    const one = inner[Math.floor(random() * inner.length)];
    const other = words[Math.floor(random() * words.length)];
    const add = (kind, { 0: word, index }, put) =>
      found.push({ kind, start: start + index, end: start + index + word.length, words: put });
    if (one) {
      const next = tokens[tokens.indexOf(one) + 1];
      add('another word', one, other);
      add('a word put in', one, `${one[0]} ${other}`);
      found.push({ kind: 'a word left out', start: start + one.index, end: start + next.index, words: '' });
    }
    const auxiliary = [...quoted.matchAll(AUXILIARY)][0];
    if (auxiliary) add('“not” put in', auxiliary, `${auxiliary[0]} not`);
    const number = tokens.find(([word]) => /^\d+$/.test(word));
    if (number) add('another number', number, String(Number(number[0]) + 3));
  }
  return found;
}

function quotationsOf(text) {
  return [...text.matchAll(/(?:“|``|")([^“”"`\n]{20,600}?)(?:”|''|")/g)].map(({ 0: all, 1: quoted, index }) => ({
    start: index + all.indexOf(quoted),
    quoted,
  }));
}

function folded(quoted) {
  return (
    quoted
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
