import type { Resources } from '../analysis/resources.js';
import type { Document } from '../core/document.js';
import { figuresIn } from './figuresInText.js';
import { isNamedIn, lowerTextOf, namesOf } from './namesInText.js';
import { lackingFigures } from './toldFigures.js';

/** Two sentences on one matter have fewer. */
const LEAST = 7;

/**
 * Whether two texts have so many names and figures in common that what one of them lacks tells something: they must be long
 * enough, and tell one story.
 */
export function haveCommonGround(document: Document, other: Document, resources: Resources): boolean {
  const figures = figuresIn(other).length - lackingFigures(document, other, resources).length;
  const names = new Set<string>();
  for (const paragraph of document.paragraphs) {
    for (const name of namesOf(paragraph, resources)) {
      if (figures + names.size >= LEAST) return true;
      const word = name.telling.at(-1) ?? '';
      if (!names.has(word) && isNamedIn({ ...name, telling: [word] }, lowerTextOf(other))) names.add(word);
    }
  }
  return figures + names.size >= LEAST;
}
