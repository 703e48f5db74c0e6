import { spawn, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  ErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';

const CAPABILITIES: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    implementation: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
};

/** A client of a real server process over stdio, as `variorum lsp --stdio` starts it. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly #server: ChildProcess;
  /** The server's exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  readonly #versions = new Map<string, number>();
  #published: PublishDiagnosticsParams[] = [];
  readonly #shown = new Set<string>();
  #waiting: (() => void)[] = [];
  #hasEnded = false;
  configuration: unknown = null;
  /** The edits that the server asked for, in order; none is made. */
  readonly asked: WorkspaceEdit[] = [];
  /** The client has no answer but an error to whatever the server asks of it. */
  refuses = false;
  /** What the server reported of long work, in order: `begin`, `report`, `end`. */
  readonly progress: string[] = [];
  /** Comes once a corpus is read and indexed. */
  readonly indexed: Promise<void>;

  private constructor(args: readonly string[]) {
    this.#server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#server.stdout!),
      new StreamMessageWriter(this.#server.stdin!),
    );
    this.ended = new Promise((resolve) => {
      this.#server.once('exit', (code) => {
        this.#hasEnded = true;
        // Whoever still waits for the server waits in vain.
        this.connection.dispose();
        this.#wake();
        resolve(code);
      });
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (published: PublishDiagnosticsParams) => {
      this.#published.push(published);
      if (published.diagnostics.length > 0) this.#shown.add(published.uri);
      else this.#shown.delete(published.uri);
      this.#wake();
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      this.#answer(items.map(() => this.configuration)),
    );
    this.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      this.asked.push(edit);
      return this.#answer({ applied: true });
    });
    this.connection.onRequest('client/registerCapability', () => this.#answer(null));
    this.connection.onRequest('window/workDoneProgress/create', () => this.#answer(null));
    this.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      this.progress.push(value.kind);
    });
    this.indexed = new Promise((resolve) => this.connection.onNotification('variorum/corpusChanged', () => resolve()));
    this.connection.listen();
  }

  static async start(
    folder: string | undefined,
    options: {
      readonly capabilities?: ClientCapabilities;
      readonly args?: readonly string[];
      readonly refuses?: boolean;
      /** Of the process without which the server has nobody to serve. */
      readonly processId?: number | undefined;
    } = {},
  ): Promise<TestClient & { initialized: InitializeResult }> {
    const client = new TestClient(options.args ?? ['dist/cli.js', 'lsp', '--stdio']);
    client.refuses = options.refuses ?? false;
    const uri = folder === undefined ? null : pathToFileURL(folder).href;
    const initialized: InitializeResult = await client.connection.sendRequest('initialize', {
      processId: options.processId ?? process.pid,
      rootUri: uri,
      workspaceFolders: uri === null ? null : [{ uri, name: 'test' }],
      capabilities: options.capabilities ?? CAPABILITIES,
    });
    await client.connection.sendNotification('initialized', {});
    return Object.assign(client, { initialized });
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the whole text; @returns the new version. */
  async change(uri: string, text: string): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The next, or an earlier, publication for `uri` that `isWanted`; it is forgotten then, and all of `uri` before it. */
  async diagnostics(
    uri: string,
    isWanted: (diagnostics: Diagnostic[], version?: number) => boolean,
  ): Promise<Diagnostic[]> {
    for (;;) {
      const index = this.#published.findIndex(
        (published) => published.uri === uri && isWanted(published.diagnostics, published.version),
      );
      const found = this.#published[index];
      if (found) {
        this.#published = this.#published.filter((one, at) => one.uri !== uri || at > index);
        return found.diagnostics;
      }
      if (this.#hasEnded) throw new Error('the server has ended');
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  /** Comes back once these texts have findings, and no others. */
  async showsOnly(uris: readonly string[]): Promise<void> {
    while (this.#shown.size !== uris.length || !uris.every((uri) => this.#shown.has(uri))) {
      if (this.#hasEnded) throw new Error('the server has ended');
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  at<T>(method: string, uri: string, text: string, words: string, more: object = {}): Promise<T> {
    const offset = text.indexOf(words);
    const before = text.slice(0, offset).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  }

  #answer<T>(answer: T): T | ResponseError {
    return this.refuses ? new ResponseError(ErrorCodes.InternalError, 'refused') : answer;
  }

  /** Bytes that need be no message. */
  sendRaw(bytes: string): void {
    this.#server.stdin!.write(bytes);
  }

  /** Ends the server as `kill -9` does. */
  async kill(): Promise<void> {
    this.#server.kill('SIGKILL');
    await this.ended;
  }

  /** Ends the server as the protocol asks; @returns its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.ended;
  }

  /** Goes away without a word; resolves when the server has ended by itself. */
  async vanish(): Promise<void> {
    this.connection.dispose();
    this.#server.stdin!.destroy();
    await this.ended;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
