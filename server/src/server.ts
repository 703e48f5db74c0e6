import {
  CodeActionKind,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
  SemanticTokensRefreshRequest,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ConfigurationItem,
  type Connection,
  type Disposable,
  type InitializeParams,
  type InitializeResult,
  type Range,
  type TextDocumentIdentifier,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Resources } from './analysis/resources.js';
import { answerActions } from './actionRequests.js';
import { CacheFolder } from './cacheFolder.js';
import { CacheKeeper } from './cacheKeeper.js';
import { CorpusCache } from './corpusCache.js';
import type { Document } from './core/document.js';
import { COMMANDS, FIX_ALL } from './features/codeActions.js';
import { TOKEN_TYPES } from './features/semanticTokens.js';
import { prepareCards } from './features/shownPeople.js';
import { toOffset } from './features/toProtocol.js';
import { prepareIndexes } from './indexing.js';
import type { IndexThread } from './indexThread.js';
import { MANIFEST_NAME } from './manifestFile.js';
import { paced } from './paced.js';
import { Publisher } from './publisher.js';
import { rehearse } from './rehearsal.js';
import { answerRequests } from './requests.js';
import { readSettings, type Settings } from './settings.js';
import { ShownText } from './shownText.js';
import { inSlices } from './slices.js';
import type { SourceFiles } from './sourceFiles.js';
import type { Traffic } from './traffic.js';
import { filePathOf, Workspace } from './workspace.js';
import { version } from '../../package.json';

/** Where corpora are kept from one session to the next. */
export interface CachePlace {
  /** Where the client names none. */
  readonly folder: string | undefined;
  /** Tells code and tables apart; without it nothing is kept. */
  readonly build: string | undefined;
}

/**
 * Serves one client over `connection`, whose messages `traffic` hears of, until it is gone. Large corpora are read in
 * `thread`.
 */
export function serve(
  connection: Connection,
  resources: Resources,
  traffic: Traffic,
  cache: CachePlace,
  thread?: IndexThread,
): void {
  new Server(connection, resources, traffic, cache, thread).listen();
}

interface ShownParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range: Range;
}

class Server {
  readonly #buffers = new TextDocuments(TextDocument);
  readonly #workspace: Workspace;
  readonly #publishers = new Map<SourceFiles, Publisher>();
  readonly #watchers = new Map<SourceFiles, Disposable>();
  readonly #changedFiles = new Map<SourceFiles, Set<string>>();
  readonly #onProgress = new Map<SourceFiles, (share: number, words: string) => void>();
  readonly #reportedFailures = new Set<string>();
  readonly #shown = new ShownText(
    () => this.traffic.lull(),
    ({ sources, path, span }) =>
      prepareCards({ corpus: sources.corpus, uriOf: (one) => this.#workspace.uriOf(sources, one) }, path, span),
  );
  #isRehearsed = false;
  #isInitialized = false;
  #folders: string[] = [];
  #capabilities: ClientCapabilities = {};
  #settings: Settings = readSettings(undefined);
  #initialSettings: unknown;
  #discovery: Promise<void> = Promise.resolve();
  #refreshTimer: NodeJS.Timeout | undefined;
  #cacheFolder: CacheFolder | undefined;
  readonly #keeper = new CacheKeeper(
    () => this.traffic.quiet(),
    (work) => this.#beside(work),
  );

  constructor(
    private readonly connection: Connection,
    private readonly resources: Resources,
    private readonly traffic: Traffic,
    private readonly cache: CachePlace,
    thread: IndexThread | undefined,
  ) {
    const onFailure = (words: string, error: unknown) =>
      connection.console.error(`The index of ${words} failed. ${wordsOf(error)}`);
    const onProgress = (sources: SourceFiles) => (share: number, words: string) =>
      this.#onProgress.get(sources)?.(share, words);
    this.#workspace = new Workspace(
      resources,
      (sources) => (corpus, signal) => prepareIndexes(corpus, signal, { onProgress: onProgress(sources), onFailure }),
      (root) => this.#cacheOf(root),
      (sources, cache) => async (read, signal) =>
        thread?.corpusOf(read, cache, signal, { onProgress: onProgress(sources), onFailure }),
    );
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeConfiguration((change) => this.#beside(this.#reconfigure(change.settings)));
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes.map(({ uri }) => uri)));
    connection.onShutdown(async () => {
      await this.#keeper.end();
      for (const sources of this.#workspace.corpora) sources.dispose();
    });
    this.#listenToBuffers();
    const served = {
      workspace: this.#workspace,
      buffers: this.#buffers,
      settings: () => this.#settings,
      capabilities: () => this.#capabilities,
    };
    answerRequests(connection, served);
    connection.onNotification('variorum/shown', ({ textDocument, range }: ShownParams) => {
      const located = this.#workspace.locate(textDocument.uri);
      const document = located?.sources.corpus.document(located.path);
      if (!located || !document) return;
      const span = { start: toOffset(document, range.start), end: toOffset(document, range.end) };
      this.#beside(this.#shown.show({ ...located, span }));
    });
    answerActions(connection, {
      ...served,
      reread: async (sources, name) => {
        await sources.refresh([name]);
        this.#publishers.get(sources)?.schedule();
        this.#tellOfChange();
      },
    });
    this.#buffers.listen(connection);
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    if (this.#isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    this.#isInitialized = true;
    this.#capabilities = params.capabilities;
    this.#initialSettings = params.initializationOptions;
    this.#settings = readSettings(params.initializationOptions);
    const { folder = folderIn(params.initializationOptions), build } = this.cache;
    if (folder !== undefined && build !== undefined) this.#cacheFolder = new CacheFolder(folder, build);
    // A client without workspace folders still names a root, if an old-fashioned one.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.#folders = roots.flatMap((uri) => filePathOf(uri) ?? []);
    return {
      serverInfo: { name: 'variorum', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        definitionProvider: true,
        implementationProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: true,
        selectionRangeProvider: true,
        foldingRangeProvider: true,
        codeLensProvider: { resolveProvider: true },
        workspaceSymbolProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
        renameProvider: params.capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        executeCommandProvider: { commands: Object.values(COMMANDS) },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #initialized(): void {
    const { workspace } = this.#capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      this.#beside(this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'variorum' }));
    }
    if (workspace?.workspaceFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => filePathOf(uri)));
        const come = added.flatMap(({ uri }) => filePathOf(uri) ?? []);
        this.#folders = [...this.#folders.filter((folder) => !gone.has(folder) && !come.includes(folder)), ...come];
        this.#beside(this.#discover());
      });
    }
    this.#beside(this.#reconfigure(undefined));
  }

  async #reconfigure(pushed: unknown): Promise<void> {
    if (this.#capabilities.workspace?.configuration) {
      this.#settings = await this.#ask({ section: 'variorum' });
    } else if (typeof pushed === 'object' && pushed !== null && 'variorum' in pushed) {
      this.#settings = readSettings(pushed.variorum);
    } else this.#settings = readSettings(this.#initialSettings);
    await this.#discover();
    if (this.#capabilities.workspace?.codeLens?.refreshSupport) {
      this.#beside(this.connection.sendRequest(CodeLensRefreshRequest.type));
    }
    if (this.#capabilities.workspace?.semanticTokens?.refreshSupport) {
      this.#beside(this.connection.sendRequest(SemanticTokensRefreshRequest.type));
    }
    for (const [sources, publisher] of this.#publishers) {
      if (!this.#settings.cache) this.#beside(sources.forgetKept());
      sources.setUserWords(this.#settings.words);
      sources.setDialect(this.#settings.dialect);
      publisher.schedule();
    }
  }

  #cacheOf(root: string): CorpusCache | undefined {
    if (!this.#cacheFolder) return undefined;
    const tell = (message: string) => this.connection.console.info(`${root}: ${message}`);
    return new CorpusCache(this.#cacheFolder, root, tell, () => this.#settings.cache);
  }

  /** Finds corpora that came or went; one search at a time, the last one with the last word. */
  #discover(): Promise<void> {
    this.#discovery = this.#discovery.then(async () => {
      const { added, removed } = await this.#workspace.discover(this.#folders, (folder) => this.#sourcesOf(folder));
      for (const sources of removed) this.#forget(sources);
      await Promise.all(added.map((sources) => this.#adopt(sources)));
    });
    this.#discovery = this.#discovery.catch((error: unknown) => this.connection.console.error(wordsOf(error)));
    return this.#discovery;
  }

  async #sourcesOf(folder: string): Promise<readonly string[]> {
    if (!this.#capabilities.workspace?.configuration || this.#folders.length < 2) return this.#settings.sources;
    const scopeUri = this.#workspace.uriOfFile(folder);
    return (await this.#ask({ scopeUri, section: 'variorum' })).sources;
  }

  /** The client's settings; those that we have where it does not tell. */
  async #ask(item: ConfigurationItem): Promise<Settings> {
    try {
      return readSettings(await this.connection.workspace.getConfiguration(item));
    } catch (error) {
      this.connection.console.error(`The client does not tell its settings. ${wordsOf(error)}`);
      return this.#settings;
    }
  }

  async #adopt(sources: SourceFiles): Promise<void> {
    const publisher = new Publisher(sources, {
      settings: () => this.#settings,
      uriOf: (path) => this.#workspace.uriOf(sources, path),
      versionOf: (path) => this.#buffers.get(this.#workspace.uriOf(sources, path))?.version,
      publish: (uri, diagnostics, version) => {
        this.#beside(
          this.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) }),
        );
      },
      quiet: async () => {
        await this.traffic.quiet();
        await this.#shown.ready;
      },
      answering: (work) => this.traffic.answering(work),
      beside: (work) => this.#beside(work),
      onFound: (document) => sources.isRead && this.#rehearse(document),
      onFailure: (rule, path, error) => this.#reportFailure(sources, rule.code, path, error),
    });
    this.#publishers.set(sources, publisher);
    sources.setUserWords(this.#settings.words);
    sources.setDialect(this.#settings.dialect);
    for (const buffer of this.#buffers.all()) this.#takeBuffer(buffer);
    this.#beside(this.#watch(sources));
    try {
      await this.#index(sources);
    } catch (error) {
      this.connection.console.error(`The sources in ${sources.root} could not all be read. ${wordsOf(error)}`);
    }
    if (this.#publishers.get(sources) === publisher) {
      publisher.ready();
      const open = [...sources.corpus.documents.values()].find(({ path }) => sources.isOpen(path));
      if (open) this.#rehearse(open);
      this.#keeper.read(sources);
    }
    this.#tellOfChange();
  }

  /** Once in a session, on its first text; not while sources are read, which would take longer for it. */
  #rehearse(document: Document): void {
    if (this.#isRehearsed) return;
    this.#isRehearsed = true;
    const { signal } = new AbortController();
    this.#beside(inSlices(rehearse(document, this.resources), signal, { turn: () => this.traffic.lull() }));
  }

  #forget(sources: SourceFiles): void {
    sources.dispose();
    this.#keeper.forget(sources);
    this.#publishers.get(sources)?.dispose();
    this.#publishers.delete(sources);
    this.#watchers.get(sources)?.dispose();
    this.#watchers.delete(sources);
    this.#changedFiles.delete(sources);
    // What lay in a nested corpus may now lie in the outer one.
    for (const buffer of this.#buffers.all()) this.#takeBuffer(buffer);
  }

  async #index(sources: SourceFiles): Promise<void> {
    const progress = await this.#progress();
    progress?.begin('Variorum', 0, 'reading the sources');
    const report = paced((share: number, words: string) => progress?.report(Math.round(100 * share), words));
    // What a thread made is unpacked after it: no bar goes back for that.
    let most = 0;
    this.#onProgress.set(sources, (share, words) => {
      most = Math.max(most, share);
      report(0.2 + 0.8 * most, words);
    });
    try {
      await sources.load((read, total) =>
        report((0.2 * read) / Math.max(total, 1), `${read} of ${total} sources read`),
      );
    } finally {
      this.#onProgress.delete(sources);
      progress?.done();
    }
    for (const { path, message } of sources.problems) this.connection.console.warn(`${path}: ${message}`);
    if (sources.tooLarge !== undefined) this.connection.window.showErrorMessage(`Variorum: ${sources.tooLarge}`);
  }

  /** Shows the reader how long work goes; `undefined` where the client shows none. */
  async #progress(): Promise<WorkDoneProgressServerReporter | undefined> {
    if (!this.#capabilities.window?.workDoneProgress) return undefined;
    try {
      return await this.connection.window.createWorkDoneProgress();
    } catch {
      return undefined;
    }
  }

  /** Where the client cannot watch, a save is what we hear of. */
  async #watch(sources: SourceFiles): Promise<void> {
    const support = this.#capabilities.workspace?.didChangeWatchedFiles;
    if (!support?.dynamicRegistration) return;
    const globPattern = support.relativePatternSupport
      ? { baseUri: this.#workspace.uriOfFile(sources.root), pattern: '**/*' }
      : '**/*';
    const registration = this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern }],
    });
    const watcher = await registration;
    if (this.#publishers.has(sources)) this.#watchers.set(sources, watcher);
    else watcher.dispose();
  }

  #filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      const located = this.#workspace.locate(uri);
      if (!located) continue;
      const paths = this.#changedFiles.get(located.sources) ?? new Set();
      this.#changedFiles.set(located.sources, paths.add(located.path));
    }
    const isManifest = uris.some((uri) => uri.endsWith('/variorum.json'));
    clearTimeout(this.#refreshTimer);
    // A checkout changes a hundred files at once: one pass for all of them.
    this.#refreshTimer = setTimeout(() => {
      const changed = [...this.#changedFiles];
      this.#changedFiles.clear();
      for (const [sources, paths] of changed) {
        this.#beside(
          sources.refresh([...paths]).finally(() => {
            this.#publishers.get(sources)?.schedule();
            this.#keeper.changed(sources);
            this.#tellOfChange();
          }),
        );
      }
      if (isManifest) this.#beside(this.#discover());
    }, 50);
  }

  #listenToBuffers(): void {
    this.#buffers.onDidChangeContent(({ document }) => this.#takeBuffer(document));
    this.#buffers.onDidClose(({ document }) => {
      const located = this.#workspace.locate(document.uri);
      if (!located || located.path === MANIFEST_NAME) return;
      this.#beside(
        located.sources.closeBuffer(located.path).finally(() => this.#publishers.get(located.sources)?.schedule()),
      );
    });
    this.#buffers.onDidSave(({ document }) => {
      if (!this.#capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) this.#filesChanged([document.uri]);
    });
  }

  #takeBuffer(buffer: TextDocument): void {
    const located = this.#workspace.locate(buffer.uri);
    // A manifest counts once it is saved: half of one would be another corpus.
    if (!located || located.path === MANIFEST_NAME) return;
    located.sources.openBuffer(located.path, buffer.getText());
    this.#keeper.changed(located.sources);
    this.#publishers.get(located.sources)?.schedule(located.path);
  }

  #tellOfChange(): void {
    this.#beside(this.connection.sendNotification('variorum/corpusChanged'));
  }

  /** For work that nobody waits for: what goes wrong in it is told, and ends nothing else. */
  #beside(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.connection.console.error(wordsOf(error)));
  }

  #reportFailure(sources: SourceFiles, code: string, path: string, error: unknown): void {
    sources.leaveUnchecked(path, code);
    const key = `${code} ${path}`;
    if (this.#reportedFailures.has(key)) return;
    this.#reportedFailures.add(key);
    this.connection.console.error(
      `The rule ${code} failed on ${path}; its findings there are missing. ${wordsOf(error)}`,
    );
  }
}

/** The folder that the client gives for what is to be kept. */
function folderIn(options: unknown): string | undefined {
  const { cacheFolder } = (options ?? {}) as { cacheFolder?: unknown };
  return typeof cacheFolder === 'string' && cacheFolder !== '' ? cacheFolder : undefined;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
