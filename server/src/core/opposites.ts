import { stem } from './stem.js';

// Written for this purpose: words of which one denies the other when they are said of the same thing.
const PAIRS = `
  rise fall|rose fell|risen fallen|rise drop|rose dropped|climb fall|climbed fell|gain lose|gained lost|gain loss|up down
  increase decrease|increase decline|increase fall|increased fell|increased dropped|grow shrink|grew shrank|growth decline
  higher lower|highest lowest|high low|more less|more fewer|most least|above below|over under|maximum minimum
  before after|earlier later|first last|early late|begin end|began ended|start stop|start end|open close|opened closed
  north south|east west|northern southern|eastern western|left right|inside outside|near far|front back|top bottom
  accept reject|accepted rejected|accept refuse|approve reject|approved rejected|agree refuse|agreed refused
  support oppose|supported opposed|support opposition|favour oppose|favor oppose|confirm deny|confirmed denied
  admit deny|admitted denied|allow forbid|allowed forbade|allow ban|allowed banned|permit prohibit|permitted prohibited
  win lose|won lost|victory defeat|success failure|succeed fail|succeeded failed|pass fail|passed failed
  guilty innocent|convicted acquitted|convict acquit|alive dead|survived died|survive die|safe dangerous|legal illegal
  lawful unlawful|possible impossible|likely unlikely|able unable|willing unwilling|known unknown|true false
  strong weak|strengthen weaken|stronger weaker|fast slow|rich poor|old new|old young|large small|big small|long short
  always never|all none|no every|no each|none each|for against|everyone nobody|everybody nobody|everything nothing|both neither|with without|include exclude
  included excluded|join leave|joined left|enter leave|entered left|arrive depart|arrived departed|buy sell|bought sold
  import export|imports exports|lend borrow|hire fire|hired fired|arrest release|arrested released|detained released
  attack defend|attacked defended|ally enemy|friend enemy|peace war|love hate|remember forget|public private
  male female|man woman|men women|son daughter|brother sister|husband wife|father mother|boy girl|king queen
  positive negative|optimistic pessimistic|praise criticise|praised criticised|praise criticize|praised criticized
  comfort alarm|improve worsen|improved worsened|better worse|best worst|add remove|added removed|create destroy
  build demolish|built demolished|raise lower|raised lowered|raise cut|raised cut|expand reduce|expanded reduced
  tighten loosen|tightened loosened|impose lift|imposed lifted|majority minority|full empty|day night|morning evening
  biggest smallest|largest smallest|longest shortest|longer shorter|oldest youngest|eldest youngest|older younger
  taller shorter|tall short|upper lower|inner outer|minor major|minor severe|minor serious|slight severe|slight serious
  slightly seriously|slightly severely|grant refuse|granted refused|grant deny|granted denied|approve decline
  approved declined|accepted declined|senior junior|heavier lighter|warmer colder|narrow wide|thick thin|deep shallow
  summer winter|import export|domestic foreign|civilian military|temporary permanent|voluntary forced|free captive
`;

/** Of these two lines every word denies every word of the other. */
const UP = 'rise rose risen climb increase increased grow grew grown gain jump surge surged advance advanced soar';
const DOWN =
  'fall fell fallen drop decline declined decrease decreased slip sink sank sunk tumble tumbled plunge plunged shrink shrank';

const table = new Map<string, Set<string>>();
const ways = UP.split(' ').flatMap((up) => DOWN.split(' ').map((down) => `${up} ${down}`));
for (const pair of [...PAIRS.split(/[|\n]/), ...ways]) {
  const [a, b] = pair.trim().split(' ');
  if (!a || !b) continue;
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = table.get(stem(x)) ?? new Set();
    table.set(stem(x), known.add(stem(y)));
  }
}

const PREFIX = /^(?:un|in|im|il|ir|dis|non|anti)(?=\p{Ll}{4})/u;

/** Whether of two lower-case words one denies the other: rose and fell, legal and illegal. */
export function areOpposites(a: string, b: string): boolean {
  if (table.get(stem(a))?.has(stem(b))) return true;
  return [
    [a, b],
    [b, a],
  ].some(([x = '', y = '']) => PREFIX.test(x) && stem(x.replace(PREFIX, '')) === stem(y));
}
