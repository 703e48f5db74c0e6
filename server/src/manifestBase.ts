import { modify, parseTree, type Edit } from 'jsonc-parser';

/**
 * What to change in the text of a manifest so that `base` names another text, or none. Comments, order and layout stay.
 * Offsets are UTF-16 units into `text`; no edits where nothing has to change.
 */
export function baseEdits(text: string, base: string | undefined): Edit[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root?.type !== 'object') return [];
  const property = root.children?.find(({ children }) => children?.[0]?.value === 'base');
  const known = property?.children?.[1];
  if (base === known?.value) return [];
  const end = property ? property.offset + property.length : 0;
  const comma = /^\s*,\s*/.exec(text.slice(end));
  if (property && base === undefined && comma) {
    return [{ offset: property.offset, length: property.length + comma[0].length, content: '' }];
  }
  // Unformatted: the formatter would lay out the neighbours anew.
  if (known) return modify(text, ['base'], base, {});
  const blank = /^\s*/.exec(text.slice(root.offset + 1))?.[0] ?? '';
  const isLast = (root.children ?? []).length === 0;
  const content = `${isLast ? ' ' : blank}"base": ${JSON.stringify(base)}${isLast ? '' : ','}`;
  return [{ offset: root.offset + 1, length: 0, content }];
}
