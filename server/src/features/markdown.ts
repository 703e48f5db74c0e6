/**
 * Source text as Markdown that shows exactly these words: no link, no HTML, no heading, no command can come out of a
 * source. Every ASCII mark is escaped, which CommonMark allows for all of them; line ends become blanks.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`));
}

/** A link to a place in a file; the address is ours, the label is escaped. */
export function linkTo(label: string, uri: string, line: number): string {
  return `[${escapeMarkdown(label)}](${uri.replace(/[()\s<>]/g, (mark) => encodeURIComponent(mark).replace('(', '%28').replace(')', '%29'))}#L${line})`;
}
