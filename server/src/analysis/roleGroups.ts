import type { Role } from './people.js';
import { exclude, roleWording, saysNoMore, type RoleWording } from './roleWording.js';

/** Roles of one person that say the same in other words. */
export interface RoleGroup {
  /** The wording that most sources give, the fullest of those. */
  readonly text: string;
  /** In the order of paths and offsets. */
  readonly roles: readonly Role[];
  /** Another source says something that cannot be right as well: “defence minister” here, “foreign minister” there. */
  readonly differs: boolean;
}

/**
 * Roles grouped by what they say: “defence minister” and “defense minister”, “Russian President” and “president of
 * Russia” are one; “minister” goes with the only fuller one there is. What most sources say comes first.
 */
export function roleGroups(roles: readonly Role[]): RoleGroup[] {
  const drafts: { wording: RoleWording; roles: Role[] }[] = [];
  // The fullest first, so that a shorter one finds what it is short for.
  const byLength = [...roles].sort((a, b) => roleWording(b.text).words.length - roleWording(a.text).words.length);
  for (const role of byLength) {
    const wording = roleWording(role.text);
    const same = drafts.filter((draft) => saysNoMore(wording, draft.wording));
    const [only] = same;
    if (only && (same.length === 1 || saysNoMore(only.wording, wording))) only.roles.push(role);
    else drafts.push({ wording, roles: [role] });
  }
  return drafts
    .map(({ wording, roles: own }) => ({
      text: commonest(own),
      roles: own.sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1)),
      differs: drafts.some(
        (other) =>
          exclude(wording, other.wording) && other.roles.some(({ path }) => own.some((role) => role.path !== path)),
      ),
    }))
    .sort(
      (a, b) => sources(b.roles) - sources(a.roles) || b.roles.length - a.roles.length || (a.text < b.text ? -1 : 1),
    );
}

function commonest(roles: readonly Role[]): string {
  const counts = new Map<string, number>();
  for (const { text } of roles) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}

function sources(roles: readonly Role[]): number {
  return new Set(roles.map(({ path }) => path)).size;
}
