import type { NameKinds } from '../core/nameKind.js';
import { MENTION } from './mentions.js';
import type { NamedDocument } from './nameIndex.js';
import { rolesBeside } from './roles.js';
import { roleWording, saysNoMore, type RoleWording } from './roleWording.js';

/**
 * Whom a document means by a description: "the North Korean leader" is the one person whom it calls so beside the name.
 * @returns his number, or −1 where nobody or more than one would fit.
 */
export function descriptionsIn(named: NamedDocument, kinds: NameKinds): (words: string) => number {
  let known: readonly Described[] | undefined;
  return (words) => {
    const description = /^the\s(.+)$/is.exec(words)?.[1];
    if (description === undefined) return -1;
    const wording = roleWording(description);
    if (!kinds.isRole(wording.head)) return -1;
    known ??= rolesIn(named, kinds);
    const found = new Set<number>();
    for (const { person, role } of known) {
      if (role.head === wording.head && saysNoMore(wording, role)) found.add(person);
    }
    const [only = -1] = found;
    return found.size === 1 ? only : -1;
  };
}

interface Described {
  readonly person: number;
  readonly role: RoleWording;
}

function rolesIn({ document, mentions, owners }: NamedDocument, kinds: NameKinds): Described[] {
  return Array.from(owners.people.entries()).flatMap(([index, person]) => {
    const mention = { start: mentions[index * MENTION] ?? 0, end: mentions[index * MENTION + 1] ?? 0 };
    return rolesBeside(document, mention, kinds).map(({ start, end }) => ({
      person,
      role: roleWording(document.text.slice(start, end)),
    }));
  });
}
