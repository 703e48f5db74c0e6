import type { Paragraph } from './document.js';

/** Whether a paragraph is furniture of a web page (comment form, share bar, player), not text of the source. */
export function isWebFurniture(_paragraph: Paragraph): boolean {
  return false;
}
