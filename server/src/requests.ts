import {
  ErrorCodes,
  MarkupKind,
  ResponseError,
  type ClientCapabilities,
  type Connection,
  type LocationLink,
  type Position,
  type TextDocumentPositionParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Document } from './core/document.js';
import { codeLenses, lensPlace, resolveCodeLens } from './features/codeLenses.js';
import { counterparts } from './features/counterparts.js';
import { definition } from './features/definition.js';
import { documentHighlight } from './features/documentHighlight.js';
import { documentSymbols } from './features/documentSymbols.js';
import { foldingRanges } from './features/foldingRanges.js';
import { hover } from './features/hover.js';
import { implementation } from './features/implementation.js';
import { references } from './features/references.js';
import { selectionRanges } from './features/selectionRanges.js';
import { prepareRename, rename, type RenameSupport } from './features/rename.js';
import { toOffset, type View } from './features/toProtocol.js';
import { semanticTokens } from './features/semanticTokens.js';
import { workspaceSymbols } from './features/workspaceSymbols.js';
import { answerBase } from './baseRequest.js';
import { answerPeople } from './peopleRequests.js';
import { answerReading } from './readingRequests.js';
import type { Settings } from './settings.js';
import type { SourceFiles } from './sourceFiles.js';
import type { Workspace } from './workspace.js';

/** What an answer may depend on; settings and capabilities are known later than the handlers are. */
export interface Served {
  readonly workspace: Workspace;
  readonly buffers: TextDocuments<TextDocument>;
  readonly settings: () => Settings;
  readonly capabilities: () => ClientCapabilities;
}

/**
 * Answers requests from the newest snapshot; none changes anything, and none waits for the first index, only for that of
 * a very large text just opened or pasted, without which the answer would hold up all others.
 */
export function answerRequests(connection: Connection, served: Served): void {
  new Requests(connection, served).listen();
}

type Answer<T> = T | Promise<T>;

class Requests {
  constructor(
    private readonly connection: Connection,
    private readonly served: Served,
  ) {}

  listen(): void {
    const { connection } = this;
    const format = () =>
      this.served.capabilities().textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown)
        ? 'markdown'
        : 'plaintext';
    connection.onHover((params) =>
      this.#at(params, (view, document, offset) =>
        hover(view, document, offset, format(), this.served.settings().personCards),
      ),
    );
    connection.onDefinition((params) =>
      this.#at(params, (view, document, offset) =>
        this.#links(
          definition(view, document, offset),
          this.served.capabilities().textDocument?.definition?.linkSupport,
        ),
      ),
    );
    connection.onImplementation((params) =>
      this.#at(params, (view, document, offset) =>
        this.#links(
          implementation(view, document, offset),
          this.served.capabilities().textDocument?.implementation?.linkSupport,
        ),
      ),
    );
    connection.onReferences((params) =>
      this.#at(params, (view, document, offset) =>
        references(view, document, offset, params.context.includeDeclaration),
      ),
    );
    connection.onDocumentHighlight((params) => this.#at(params, documentHighlight));
    connection.onPrepareRename((params) => this.#at(params, prepareRename));
    connection.onRenameRequest((params) =>
      this.#at(params, (view, document, offset) =>
        rename(view, document, offset, params.newName, this.#renameSupport(params.textDocument.uri)),
      ),
    );
    connection.onDocumentSymbol(({ textDocument }) => {
      const place = this.#document(textDocument.uri);
      return place ? documentSymbols(place.document, place.view.corpus) : null;
    });
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const place = this.#document(textDocument.uri);
      if (!place) return null;
      return selectionRanges(
        place.document,
        positions.map((position) => toOffset(place.document, position)),
      );
    });
    connection.onFoldingRanges(({ textDocument }) => {
      const place = this.#document(textDocument.uri);
      return place ? foldingRanges(place.document, place.view.corpus) : null;
    });
    connection.onCodeLens(({ textDocument }) => {
      const place = this.served.settings().codeLenses ? this.#document(textDocument.uri) : undefined;
      return place ? codeLenses(place.document, place.view.corpus, textDocument.uri) : null;
    });
    connection.onCodeLensResolve((lens) => {
      const data = lensPlace(lens);
      if (!data) return lens;
      return this.#whenReady(data.uri, () => {
        const place = this.#document(data.uri);
        return place ? resolveCodeLens(place.view, place.document, lens, data.offset) : lens;
      });
    });
    connection.onWorkspaceSymbol(({ query }) =>
      this.served.workspace.corpora.flatMap((sources) => workspaceSymbols(this.#view(sources), query)),
    );
    connection.languages.semanticTokens.on(({ textDocument }) =>
      this.#whenReady(textDocument.uri, () => {
        const place = this.served.settings().semanticTokens ? this.#document(textDocument.uri) : undefined;
        return { data: place ? semanticTokens(place.view, place.document) : [] };
      }),
    );
    // What no editor can ask: which word of each other source stands in the place of a word here.
    connection.onRequest('variorum/counterparts', (params: TextDocumentPositionParams) =>
      this.#at(params, counterparts),
    );
    answerBase(connection, this.served);
    const corpora = {
      views: () => this.served.workspace.corpora.map((sources) => this.#view(sources)),
      at: (uri: string) => this.#document(uri),
    };
    answerPeople(connection, corpora);
    answerReading(connection, {
      ...corpora,
      settings: this.served.settings,
      decided: () => this.served.workspace.corpora,
      unread: () => this.served.workspace.corpora.flatMap(({ problems }) => problems),
    });
  }

  /** Answers from the newest snapshot, or `null` where the text belongs to no corpus. */
  #at<T>(
    params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
    answer: (view: View, document: Document, offset: number) => T,
  ): Answer<T | null> | ResponseError {
    const { line, character } = params.position;
    if (!Number.isInteger(line) || !Number.isInteger(character)) {
      return new ResponseError(ErrorCodes.InvalidParams, 'a position needs a line and a character');
    }
    const { uri } = params.textDocument;
    return this.#whenReady(uri, () => {
      const place = this.#document(uri);
      return place ? answer(place.view, place.document, toOffset(place.document, params.position)) : null;
    });
  }

  #whenReady<T>(uri: string, answer: () => T): Answer<T> {
    const readying = this.served.workspace.locate(uri)?.sources.readying;
    return readying ? readying.then(answer) : answer();
  }

  #document(uri: string): { view: View; document: Document } | undefined {
    const located = this.served.workspace.locate(uri);
    if (!located) return undefined;
    const view = this.#view(located.sources);
    const document = view.corpus.document(located.path);
    return document && { view, document };
  }

  #view(sources: SourceFiles): View {
    return { corpus: sources.corpus, uriOf: (path) => this.served.workspace.uriOf(sources, path) };
  }

  #renameSupport(uri: string): RenameSupport {
    const support = this.served.capabilities().workspace?.workspaceEdit;
    return {
      canConfirm: support?.changeAnnotationSupport !== undefined,
      hasDocumentChanges: support?.documentChanges === true,
      version: this.served.buffers.get(uri)?.version ?? null,
    };
  }

  #links(links: LocationLink[], isSupported: boolean | undefined) {
    if (isSupported) return links;
    return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  }
}
