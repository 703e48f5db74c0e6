import type { Place } from '../core/span.js';
import { oneLine } from '../core/oneLine.js';
import type { Corpus } from './corpus.js';
import { people, type Mention, type Person } from './people.js';
import { rolesBeside } from './roles.js';

/** Where the sources say most about who this is: a full name beside a role, the earliest in its text. */
export function introductionOf({ mentions, roles }: Person): Mention | undefined {
  const byPath = new Map<string, Place[]>();
  for (const role of roles) {
    const known = byPath.get(role.path);
    if (known) known.push(role);
    else byPath.set(role.path, [role]);
  }
  let best: Mention | undefined;
  let most = -1;
  for (const mention of mentions) {
    const isBesideRole = byPath.get(mention.path)?.some((role) => distance(role, mention) <= 30) === true;
    const weight = mention.text.split(/\s+/).length + (isBesideRole ? 4 : 0);
    if (weight < most || (weight === most && best && mention.start >= best.start)) continue;
    best = mention;
    most = weight;
  }
  return best;
}

/** The first mention in full: what a list of thousands can afford to ask. */
export function firstInFull({ mentions, name }: Person): Mention | undefined {
  return mentions.find(({ text }) => text === name) ?? mentions[0];
}

const MENTIONS_TRIED = 25;

/** The first role that a source gives, looked for beside the first mentions only. */
export function firstRole(corpus: Corpus, { mentions }: Person): string | undefined {
  const { kinds } = corpus.get(people);
  for (const mention of mentions.slice(0, MENTIONS_TRIED)) {
    const document = corpus.document(mention.path);
    const [role] = document ? rolesBeside(document, mention, kinds) : [];
    if (document && role) return oneLine(document.text.slice(role.start, role.end), 60);
  }
  return undefined;
}

function distance(a: Place, b: Place): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}
