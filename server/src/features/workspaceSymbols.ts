import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { people } from '../analysis/people.js';
import { introductionOf } from '../analysis/introduction.js';
import { toLocation, type View } from './toProtocol.js';

/** People whose name, or a variant of it, has the letters of `query` in this order; all of them for an empty query. */
export function workspaceSymbols(view: View, query: string): WorkspaceSymbol[] {
  const wanted = fold(query);
  return view.corpus.get(people).all.flatMap((person) => {
    if (!person.names.some(({ text }) => isSubsequence(wanted, fold(text)))) return [];
    const introduction = introductionOf(person);
    const location = introduction && toLocation(view, introduction);
    const role = person.roles[0]?.text;
    return location
      ? [{ name: person.name, kind: SymbolKind.Object, location, ...(role ? { containerName: role } : {}) }]
      : [];
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s]+/gu, '')
    .toLowerCase();
}

function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}
