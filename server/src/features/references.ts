import type { Location } from 'vscode-languageserver';
import { groupAt } from '../analysis/groups.js';
import { people } from '../analysis/people.js';
import type { Document } from '../core/document.js';
import type { Place } from '../core/span.js';
import { toLocation, type View } from './toProtocol.js';

/** On a person: every mention in every source. Elsewhere: the whole group of parallel passages, this one first. */
export function references(view: View, document: Document, offset: number, includeDeclaration: boolean): Location[] {
  const named = view.corpus.get(people).at(document.path, offset);
  const places: readonly Place[] =
    named?.person.mentions ?? groupAt(view.corpus, document.path, offset).slice(includeDeclaration ? 0 : 1);
  return places.flatMap((place) => toLocation(view, place) ?? []);
}
