import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { people } from '../analysis/people.js';
import { firstInFull, firstRole } from '../analysis/introduction.js';
import { foldForSearch, isSubsequence } from './nameSearch.js';
import { toLocation, type View } from './toProtocol.js';

/** People whose name, or a variant of it, has the letters of `query` in this order; all of them for an empty query. */
export function workspaceSymbols(view: View, query: string): WorkspaceSymbol[] {
  const wanted = foldForSearch(query);
  return view.corpus.get(people).all.flatMap((person) => {
    if (!person.names.some(({ text }) => isSubsequence(wanted, foldForSearch(text)))) return [];
    const introduction = firstInFull(person);
    const location = introduction && toLocation(view, introduction);
    const role = firstRole(view.corpus, person);
    return location
      ? [{ name: person.name, kind: SymbolKind.Object, location, ...(role ? { containerName: role } : {}) }]
      : [];
  });
}
