import type { Connection, Position, Range, TextDocumentPositionParams } from 'vscode-languageserver';
import { disagreementsIn } from './analysis/disagreements.js';
import { lineages } from './analysis/lineages.js';
import { parallels } from './analysis/parallels.js';
import { passageVersions } from './analysis/passageVersions.js';
import { witnesses, witnessOf } from './analysis/witnesses.js';
import type { Document } from './core/document.js';
import { passageRows } from './features/passageRows.js';
import { readingPlaces } from './features/parallelReading.js';
import { sourceList } from './features/sourceList.js';
import { toOffset, toRange, type View } from './features/toProtocol.js';
import { csv } from './report/csv.js';
import type { DecidedCorpus } from './rules/currentFindings.js';
import { documentRows } from './report/documentRows.js';
import type { DocumentRows } from './report/findingRow.js';
import { htmlReport } from './report/htmlReport.js';
import { sarif } from './report/sarif.js';
import type { Settings } from './settings.js';

/** Where the requests look for their answers. */
interface Corpora {
  readonly views: () => readonly View[];
  readonly at: (uri: string) => { readonly view: View; readonly document: Document } | undefined;
  readonly settings: () => Settings;
  readonly decided: () => readonly DecidedCorpus[];
  /** Texts that could not be read, with the reason. */
  readonly unread: () => readonly { readonly path: string; readonly message: string }[];
}

interface TextParams {
  readonly textDocument: { readonly uri: string };
}

interface VersionsParams extends TextParams {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly substantiveOnly: boolean;
}

/** What no editor can ask: which texts make up the corpora, and how they are read side by side. */
export function answerReading(connection: Connection, corpora: Corpora): void {
  connection.onRequest('variorum/sources', () => corpora.views().flatMap(sourceList));
  connection.onRequest('variorum/status', () => status(corpora));
  connection.onRequest('variorum/passages', ({ textDocument }: Partial<TextParams>) => {
    const place = textDocument && corpora.at(textDocument.uri);
    const view = place?.view ?? corpora.views()[0];
    return view ? (passageRows(view, place?.document.path) ?? null) : null;
  });
  connection.onRequest('variorum/nearest', ({ textDocument }: TextParams) => nearest(corpora, textDocument.uri));
  connection.onRequest('variorum/reading', (params: TextDocumentPositionParams & { readonly sources: string[] }) => {
    const place = corpora.at(params.textDocument.uri);
    if (!place) return null;
    const { view, document } = place;
    const paths = params.sources.flatMap((uri) => {
      const other = corpora.at(uri);
      return other?.view.corpus === view.corpus ? [other.document.path] : [];
    });
    return readingPlaces(view, document, toOffset(document, params.position), paths) ?? null;
  });
  connection.onRequest('variorum/versions', (params: VersionsParams) => versions(corpora, params));
  connection.onRequest('variorum/disagreements', ({ textDocument }: TextParams): Shade[] => {
    const place = corpora.at(textDocument.uri);
    if (!place) return [];
    return disagreementsIn(place.view.corpus, place.document.path).map(({ lineages: count, ...span }) => ({
      range: toRange(place.document, span),
      lineages: count,
    }));
  });
  connection.onRequest('variorum/export', ({ format }: { readonly format: 'html' | 'csv' | 'sarif' }) =>
    exported(connection, corpora, format),
  );
}

/** Words that other lineages have otherwise. */
export interface Shade {
  readonly range: Range;
  readonly lineages: number;
}

/** What a status bar tells of all corpora. */
export interface CorpusStatus {
  readonly sources: number;
  readonly lineages: number;
  /** Siglum of the first source of each source’s lineage, by URI. */
  readonly lineageOf: Readonly<Record<string, string>>;
  /** Texts that could not be read, with the reason. */
  readonly unread: readonly { readonly path: string; readonly message: string }[];
}

/** One version of a passage, a sentence a line. */
export interface VersionRow {
  readonly uri: string;
  readonly siglum: string;
  readonly range: Range;
  readonly text: string;
}

/** Counts for the status bar. Lineages compare texts, so other requests get their turn in between. */
async function status(corpora: Corpora): Promise<CorpusStatus> {
  const found = new Map<string, string>();
  for (const [index, { corpus, uriOf }] of corpora.views().entries()) {
    let done = 0;
    for (const path of corpus.documents.keys()) {
      if (!corpus.isDraft(path)) {
        const first = corpus.get(lineages).of(path);
        found.set(uriOf(path), `${index} ${corpus.get(witnesses).get(first)?.siglum ?? first}`);
      }
      if (++done % 20 === 0) await turn();
    }
  }
  return {
    sources: found.size,
    lineages: new Set(found.values()).size,
    lineageOf: Object.fromEntries([...found].map(([uri, name]) => [uri, name.slice(name.indexOf(' ') + 1)])),
    unread: corpora.unread(),
  };
}

/** Texts of the story of one, the nearest first: what to read beside it. */
function nearest(corpora: Corpora, uri: string): { readonly uri: string; readonly siglum: string }[] {
  const place = corpora.at(uri);
  if (!place) return [];
  const { corpus, uriOf } = place.view;
  const partners = passagePartners(place.view, place.document.path);
  return partners.map((path) => ({ uri: uriOf(path), siglum: witnessOf(corpus, path).siglum }));
}

function passagePartners({ corpus }: View, path: string): string[] {
  const near = corpus.get(parallels).partnersOf(path);
  const rest = corpus.documents.size <= 50 ? [...corpus.documents.keys()] : [];
  return [...new Set([...near, ...rest])].filter((one) => one !== path).slice(0, 50);
}

function versions(corpora: Corpora, { textDocument, range, substantiveOnly }: VersionsParams): VersionRow[] {
  const place = corpora.at(textDocument.uri);
  if (!place) return [];
  const { view, document } = place;
  const span = { start: toOffset(document, range.start), end: toOffset(document, range.end) };
  return passageVersions(view.corpus, document.path, span, substantiveOnly).map(
    ({ place: { path, ...there }, text }) => {
      const target = view.corpus.document(path) ?? document;
      return {
        uri: view.uriOf(path),
        siglum: witnessOf(view.corpus, path).siglum,
        range: toRange(target, there),
        text,
      };
    },
  );
}

/** All findings of all sources as one text. */
async function exported(connection: Connection, corpora: Corpora, format: 'html' | 'csv' | 'sarif'): Promise<string> {
  const documents: DocumentRows[] = [];
  const texts = new Map<string, string>();
  for (const decided of corpora.decided()) {
    for (const document of decided.corpus.documents.values()) {
      const rows = documentRows(decided, '', document, corpora.settings(), (rule, path, error) =>
        connection.console.error(`The rule ${rule.code} failed on ${path}: ${String(error)}`),
      );
      documents.push(rows);
      texts.set(document.path, document.text);
      await turn();
    }
  }
  if (format === 'csv') return csv(documents);
  return format === 'html' ? htmlReport(documents, texts) : `${JSON.stringify(sarif(documents), null, 1)}\n`;
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
