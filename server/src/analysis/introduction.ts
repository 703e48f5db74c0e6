import type { Place } from '../core/span.js';
import type { Mention, Person } from './people.js';

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

function distance(a: Place, b: Place): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}
