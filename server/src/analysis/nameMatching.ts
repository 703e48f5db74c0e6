import { editDistance } from '../core/editDistance.js';

/** Words of a name as names are compared: no accents, case or dots, without Jr and III. */
export function foldName(name: string): string[] {
  const folded = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/(?<=(?<![\p{L}])\p{L})\./gu, ' ')
    .replace(/\./g, '');
  return folded.split(/\s+/).filter((word) => word !== '' && !/^(?:jr|sr|ii|iii|iv|esq)$/.test(word));
}

/** What transliterations of one name have in common: Zelensky, Zelenskyy, Zelenskiy. */
export function skeleton(word: string): string {
  return word
    .replace(/[-' ]/g, '')
    .replace(/kh|gh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/dh/g, 'd')
    .replace(/th/g, 't')
    .replace(/tch|tsch|cz/g, 'ch')
    .replace(/ck|c(?![eih])|q/g, 'k')
    .replace(/sch/g, 'sh')
    .replace(/ou|oo/g, 'u')
    .replace(/[yij]ev/g, 'ev')
    .replace(/w/g, 'v')
    .replace(/j(?=[aeou])/g, 'y')
    .replace(/(?:ii|iy|yi|ij|yy)$/, 'y')
    .replace(/ei|ie|ee|ea|ai|ay|ey|y/g, 'i')
    .replace(/e$/, '')
    .replace(/(.)\1+/g, '$1');
}

/** Names of a story are held against each other again and again. */
const skeletons = new Map<string, string>();
const MOST_SKELETONS = 10_000;

function knownSkeleton(word: string): string {
  let known = skeletons.get(word);
  if (known === undefined) {
    if (skeletons.size >= MOST_SKELETONS) skeletons.clear();
    skeletons.set(word, (known = skeleton(word)));
  }
  return known;
}

/** Korean, Chinese and Vietnamese names, whose family name stands first. */
export function isFamilyNameFirst(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (words.length === 3) return words.every((word) => word.length <= 6) && FAMILY_NAMES.has(first);
  return (
    words.length === 2 && (/^\p{L}{1,5}-\p{L}{1,5}$/u.test(second) || (FAMILY_NAMES.has(first) && second.length <= 9))
  );
}

const FAMILY_NAMES = new Set(
  `kim lee park choi moon xi li wang zhang liu chen yang hu wen jiang deng mao zhou zhu wu sun ma lin tsai lai nguyen tran
   yoon han jang kang cho yun ri pak jung chung shin hwang ahn song ko ban roh chun rhee hong jo paek pham le vo ho
   zhao huang xu gao guo he luo zheng liang xie tang feng peng zeng xiao tian dong pan yuan cai jia shen yao lu`.split(
    /\s+/,
  ),
);

const NICKNAMES =
  `vladimir volodymyr vova volodya|sergei serhiy sergey|nikolai mykola|yuri yuriy iurii|alexander aleksandr
  oleksandr alex sasha sandy|michael mike mick mikhail mykhailo|andrew andy drew|anthony tony|benjamin ben benny|william bill
  billy will willy|charles charlie chuck|christopher chris|daniel dan danny|david dave davy|donald don donny|edward ed eddie
  ted|elizabeth liz beth betty eliza lizzie|eugene gene|francis frank|frederick fred freddy|george georgie|gerald gerry jerry|gregory greg|harold hal|henry harry
  hank|james jim jimmy jamie|jeffrey jeff|john jack johnny jon|jonathan jon|joseph joe joey|joshua josh|katherine kathryn
  katharine catherine kate kathy cathy katie|kenneth ken kenny|lawrence larry|leonard leo len|margaret maggie peggy meg|matthew matt|nathaniel nathan
  nate|nicholas nick|patrick pat paddy|peter pete|philip phil|rebecca becky|richard rick dick rich|robert bob bobby rob
  robbie|ronald ron ronnie|samuel sam sammy|stephen steven steve|susan sue|terence terry|theodore ted teddy|thomas tom
  tommy|timothy tim|victor vic|walter walt|zachary zach zack`
    .split('|')
    .map((group) => new Set(group.trim().split(/\s+/)));

/** Keys of which two names have at least one in common if they may be one person's. */
export function nameKeys(words: readonly string[]): string[] {
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const givens = [first.charAt(0), ...NICKNAMES.flatMap((group, index) => (group.has(first) ? [`#${index}`] : []))];
  const keys = givens.flatMap((given) => spellingKeys(last).map((key) => `${key}|${given}`));
  keys.push(`=${words.join('').replace(/-/g, '')}`);
  if (words.length > 2)
    keys.push(
      `:${first}|${words
        .slice(1)
        .map((word) => word.charAt(0))
        .join('')}`,
    );
  for (let from = 0; from + 2 <= words.length; from++) keys.push(`…${words.slice(from).join(' ')}`);
  return keys;
}

/** Keys of which two words have at least one in common if they may be spellings of one name. */
export function spellingKeys(word: string): string[] {
  return [`~${skeleton(word)}`, `^${word.slice(0, 4)}`, `$${word.charAt(0)}${word.slice(-3)}`];
}

/** Whether two given names may be one person's: equal, an initial, a short form, a nickname, another spelling. */
export function isSameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  if (a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a))) return true;
  return NICKNAMES.some((group) => group.has(a) && group.has(b)) || isSpellingOf(a, b);
}

/** Whether two words are spellings of one name. */
export function isSpellingOf(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4 || a.charAt(0) !== b.charAt(0)) return false;
  const shorter = Math.min(a.length, b.length);
  if (knownSkeleton(a) === knownSkeleton(b)) return true;
  return (shorter > 5 && editDistance(a, b, 1) <= 1) || (shorter > 8 && editDistance(a, b, 2) <= 2);
}

/** Whether two full names may be one person's. */
export function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.join('') === b.join('') || a.join(' ').replace(/-/g, ' ') === b.join(' ').replace(/-/g, ' ')) return true;
  const [firstA = '', firstB = ''] = [a[0], b[0]];
  const [lastA = '', lastB = ''] = [a.at(-1), b.at(-1)];
  if ((isFamilyNameFirst(a) || isFamilyNameFirst(b)) && a.length > 2 && b.length > 2) {
    // Syllables: Kim Jong Un and Kim Jong Il differ in one, and are two.
    return a.length === b.length && a.every((word, index) => isSameSyllable(word, b[index] ?? ''));
  }
  if (lastA !== lastB && !isSpellingOf(lastA, lastB)) return false;
  // If both words are spelled differently, both must be spellings, not an initial or a short form.
  if (lastA !== lastB && firstA !== firstB && (firstA.length < 3 || firstB.length < 3)) return false;
  if (isSameGiven(firstA, firstB)) {
    const [middleA, middleB] = [a.slice(1, -1), b.slice(1, -1)];
    return middleA.length === 0 || middleB.length === 0 || middleA.some((x) => middleB.some((y) => isSameGiven(x, y)));
  }
  // “van der Berg” and “Jan van der Berg”.
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.length > shorter.length && longer.slice(-shorter.length).join(' ') === shorter.join(' ');
}

function isSameSyllable(a: string, b: string): boolean {
  return a === b || (a.length > 3 && b.length > 3 && editDistance(a, b, 1) <= 1);
}
