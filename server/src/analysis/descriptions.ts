import type { NameKinds } from '../core/nameKind.js';
import { foldSpelling } from '../core/quotedWords.js';
import { wordsIn } from '../core/tokens.js';
import { MENTION } from './mentions.js';
import type { NamedDocument } from './nameIndex.js';
import { rolesBeside } from './roles.js';

/**
 * Whom a document means by a description: "the North Korean leader" is the one person whom it calls so beside the name.
 * @returns his number, or −1 where nobody or more than one would fit.
 */
export function descriptionsIn(named: NamedDocument, kinds: NameKinds): (words: string) => number {
  let known: readonly Described[] | undefined;
  return (words) => {
    const [determiner = '', ...rest] = folded(words);
    const head = rest.at(-1);
    if (determiner !== 'the' || head === undefined || !kinds.isRole(head)) return -1;
    known ??= rolesIn(named, kinds);
    const found = new Set<number>();
    for (const { person, role } of known) {
      if (headOf(role) === head && rest.every((word) => role.some((other) => isAlike(word, other)))) found.add(person);
    }
    const [only = -1] = found;
    return found.size === 1 ? only : -1;
  };
}

interface Described {
  readonly person: number;
  readonly role: readonly string[];
}

function rolesIn({ document, mentions, owners }: NamedDocument, kinds: NameKinds): Described[] {
  return Array.from(owners.people.entries()).flatMap(([index, person]) => {
    const mention = { start: mentions[index * MENTION] ?? 0, end: mentions[index * MENTION + 1] ?? 0 };
    return rolesBeside(document, mention, kinds).map(({ start, end }) => ({
      person,
      role: folded(document.text.slice(start, end)),
    }));
  });
}

function folded(text: string): string[] {
  return wordsIn(text).map(({ text: word }) => foldSpelling(word.toLowerCase().replace(/['’]s?$/, '')));
}

/** What a role is, in "defence minister of Norway": minister. */
function headOf(role: readonly string[]): string | undefined {
  const of = role.findIndex((word) => /^(?:of|for|in|at|to|on|from)$/.test(word));
  return of > 0 ? role[of - 1] : role.at(-1);
}

/** "Korea" and "Korean", "Norway" and "Norwegian". */
function isAlike(a: string, b: string): boolean {
  return a === b || (a.length > 3 && b.length > 3 && a.slice(0, 4) === b.slice(0, 4));
}
