import type { Document } from '../core/document.js';
import { isWebFurniture } from '../core/furniture.js';
import type { Corpus } from './corpus.js';
import { repeatedLines } from './repeatedLines.js';

/** Whether a paragraph is no text of its source: by its words, or because unlike texts of the corpus repeat it. */
export function isFurniture(document: Document, index: number, corpus: Corpus): boolean {
  const paragraph = document.paragraphs[index];
  if (!paragraph) return false;
  return isWebFurniture(paragraph) || corpus.get(repeatedLines).isAt(document.path, document.offsets[index] ?? 0);
}
