import type { Location } from 'vscode-languageserver';
import { parallels } from '../analysis/parallels.js';
import { people } from '../analysis/people.js';
import type { Document } from '../core/document.js';
import type { Place } from '../core/span.js';
import { toLocation, type View } from './toProtocol.js';

/** On a person: every mention in every source. Elsewhere: the whole group of parallel passages, this one included. */
export function references(view: View, document: Document, offset: number, includeDeclaration: boolean): Location[] {
  const named = view.corpus.get(people).at(document.path, offset);
  let places: readonly Place[];
  if (named) places = named.person.mentions;
  else {
    const found = view.corpus.get(parallels).at(document.path, offset);
    const [first] = found;
    places = first ? [...(includeDeclaration ? [first.a] : []), ...found.map(({ b }) => b)] : [];
  }
  return places.flatMap((place) => toLocation(view, place) ?? []);
}
