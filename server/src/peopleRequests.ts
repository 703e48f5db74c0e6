import type { Connection, Position } from 'vscode-languageserver';
import { people, type Person } from './analysis/people.js';
import type { Document } from './core/document.js';
import { everyoneIn, mentionsText, peopleText, type TextFormat } from './features/peopleText.js';
import { mentionRows, peopleRows, personDetails } from './features/peopleTree.js';
import { toOffset, type View } from './features/toProtocol.js';

/** Where the requests look for their answers. */
interface Corpora {
  readonly views: () => readonly View[];
  readonly at: (uri: string) => { readonly view: View; readonly document: Document } | undefined;
}

/** Somebody, by a place that names him. */
interface PersonParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** What no editor can ask: the list of people, a page of it, one of them, his mentions in a text, and all of it to copy. */
export function answerPeople(connection: Connection, corpora: Corpora): void {
  connection.onRequest('variorum/people', ({ query = '', limit = 200 }: { query?: string; limit?: number }) => {
    const found = corpora.views().map((view) => peopleRows(view, query, limit));
    const rows = found.flatMap((one) => one.people).sort((a, b) => b.sources - a.sources || b.mentions - a.mentions);
    return { people: rows.slice(0, limit), total: found.reduce((sum, { total }) => sum + total, 0) };
  });
  connection.onRequest('variorum/person', (params: PersonParams) => {
    const found = personAt(corpora, params);
    return found ? personDetails(found.view, found.person) : null;
  });
  connection.onRequest('variorum/personMentions', (params: PersonParams & { readonly source: string }) => {
    const found = personAt(corpora, params);
    const source = corpora.at(params.source);
    return found && source ? mentionRows(found.view, found.person, source.document.path) : [];
  });
  connection.onRequest('variorum/peopleText', ({ textDocument, position, format }: CopyParams) => {
    if (!textDocument || !position) {
      return corpora
        .views()
        .map((view) => peopleText(view, everyoneIn(view), format))
        .join('\n');
    }
    const found = personAt(corpora, { textDocument, position });
    return found ? mentionsText(found.view, found.person, format) : '';
  });
}

/** Without a place everyone is meant. */
interface CopyParams extends Partial<PersonParams> {
  readonly format: TextFormat;
}

function personAt(
  corpora: Corpora,
  { textDocument, position }: PersonParams,
): { view: View; person: Person } | undefined {
  const place = corpora.at(textDocument.uri);
  const named = place?.view.corpus.get(people).at(place.document.path, toOffset(place.document, position));
  return place && named && { view: place.view, person: named.person };
}
