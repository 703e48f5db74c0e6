/** How a word ends by its inflection: nothing, -s, -ed (or another past form), -ing. */
export type Ending = '' | 's' | 'ed' | 'ing';

/** Whether a word, in lower case, is known. */
export type IsWord = (word: string) => boolean;

/** Base, then its forms; the commoner irregular words. */
const IRREGULAR = `be am is are was were been|have has had|do does did done|go went gone|say said|make made|take took taken|give gave given|come came|see saw seen|get got gotten|tell told|hold held|meet met|lead led|leave left|send sent|build built|keep kept|begin began begun|bring brought|buy bought|catch caught|feel felt|find found|fall fell fallen|fight fought|lose lost|pay paid|rise rose risen|sit sat|spend spent|speak spoke spoken|stand stood|strike struck|teach taught|think thought|win won|write wrote written|know knew known|grow grew grown|choose chose chosen|break broke broken|shoot shot|sell sold|hear heard|lie lay lain|lay laid|run ran|draw drew drawn|drive drove driven|fly flew flown|eat ate eaten|bear bore born borne|wear wore worn|throw threw thrown|show showed shown|seek sought|swear swore sworn|steal stole stolen|hide hid hidden|shake shook shaken|bind bound|deal dealt|mean meant|understand understood|withdraw withdrew withdrawn|undergo underwent undergone|become became|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|sing sang sung|sink sank sunk|swim swam swum|ring rang rung|spring sprang sprung|wind wound|sweep swept|sleep slept|weep wept|bend bent|lend lent|dig dug|hang hung|stick stuck|feed fed|flee fled|breed bred|shine shone|light lit|slide slid|man men|woman women|child children|person people|foot feet|tooth teeth|goose geese|life lives|wife wives|knife knives|half halves|leaf leaves|wolf wolves|shelf shelves|thief thieves|crisis crises|analysis analyses|basis bases`;

const BASES = new Map<string, string>();
const FORMS = new Set<string>();
for (const line of IRREGULAR.split('|')) {
  const [base = '', ...forms] = line.split(' ');
  FORMS.add(base);
  for (const form of forms) if (!BASES.has(form)) BASES.set(form, base);
}
/** Words that only look inflected. */
const WHOLE = new Set('news media series species means during something anything nothing everything'.split(' '));

const bases = new WeakMap<IsWord, Map<string, string>>();

/**
 * The form that stands in a dictionary: “watched”, “watching” → “watch”. Endings are taken off only where what remains
 * is a word. Takes a normal form (tokens.ts); an unknown word is its own base.
 */
export function baseOf(word: string, isWord: IsWord): string {
  let known = bases.get(isWord);
  if (!known) bases.set(isWord, (known = new Map<string, string>()));
  let base = known.get(word);
  if (base === undefined) known.set(word, (base = findBase(word, isWord)));
  return base;
}

function findBase(word: string, isWord: IsWord): string {
  const irregular = BASES.get(word);
  if (irregular !== undefined) return irregular;
  if (WHOLE.has(word) || FORMS.has(word)) return word;
  const american = americanOf(word, isWord);
  if (american !== word) return findBase(american, isWord);
  if (/(?:ss|us|is)$/.test(word)) return word;
  for (const [ending, additions] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    const found = additions.map((addition) => rest + addition).find((form) => form.length > 2 && isWord(form));
    if (found !== undefined) return found;
    const single = rest.slice(0, -1);
    if (/^(?:ed|ing)$/.test(ending) && /([b-df-hj-np-tv-z])\1$/.test(rest) && single.length > 2 && isWord(single)) {
      return single;
    }
  }
  return word;
}

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['sses', ['ss']],
  ['es', ['e', '']],
  ['s', ['']],
  ['ed', ['e', '']],
  ['ing', ['e', '']],
];

/** The American spelling of a British one, where that is a word. */
function americanOf(word: string, isWord: IsWord): string {
  const spelling = word
    .replace(/(?<=..)is(?=e[srd]?$|ing$|ations?$)/, 'iz')
    .replace(/(?<=...)our(?=$|s$|ed$|ing$)/, 'or')
    .replace(/ogramme/, 'ogram')
    .replace(/(?<=[fp])ence$/, 'ense');
  return spelling !== word && isWord(spelling) ? spelling : word;
}

/** How the word ends, by its letters or as an irregular form. */
export function endingOf(word: string): Ending {
  if (word.endsWith('ing') && word.length > 4) return 'ing';
  if (word.endsWith('ed') && word.length > 3) return 'ed';
  if (/[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) return 's';
  const base = BASES.get(word);
  if (base === undefined) return '';
  return /^(?:men|women|children|people|feet|teeth|geese)$/.test(word) ? 's' : 'ed';
}

/** A base with an ending, by the rules of spelling. `undefined` for irregular words, which the rules would get wrong. */
export function inflected(base: string, ending: Ending): string | undefined {
  if (ending === '') return base;
  if (FORMS.has(base) || BASES.has(base)) return undefined;
  if (ending === 's') {
    if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`;
    return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
  }
  if (base.endsWith('e')) {
    if (ending === 'ed') return `${base}d`;
    return /(?:ee|ye|oe)$/.test(base) ? `${base}ing` : `${base.slice(0, -1)}ing`;
  }
  if (/[^aeiou]y$/.test(base)) return ending === 'ed' ? `${base.slice(0, -1)}ied` : `${base}ing`;
  // One short vowel before one consonant, in a word of one syllable: stop, stopped.
  if (/^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base)) return `${base}${base.slice(-1)}${ending}`;
  return `${base}${ending}`;
}
