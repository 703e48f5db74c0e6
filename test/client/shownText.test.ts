import assert from 'node:assert/strict';
import Module from 'node:module';
import { mock } from 'node:test';
import type { ExtensionContext, TextEditor } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

type Listener<T> = (event: T) => void;

/** As much of VS Code as the client asks of it, outside of VS Code. */
const scrolled: Listener<{ textEditor: TextEditor }>[] = [];
const activated: Listener<TextEditor | undefined>[] = [];
const editors = { active: undefined as TextEditor | undefined };
const editorApi = {
  window: {
    onDidChangeTextEditorVisibleRanges: (hear: (typeof scrolled)[0]) => scrolled.push(hear),
    onDidChangeActiveTextEditor: (hear: (typeof activated)[0]) => activated.push(hear),
    get activeTextEditor() {
      return editors.active;
    },
  },
  Range: class {
    constructor(
      readonly start: number,
      readonly end: number,
    ) {}
  },
  Disposable: class {
    constructor(readonly dispose: () => void) {}
  },
};

/** An editor that shows these lines of a text, some of them folded away where there are several parts. */
function editor(name: string, ...parts: [first: number, last: number][]): TextEditor {
  const [scheme = '', path = ''] = name.split(':');
  const document = { languageId: 'plaintext', uri: { scheme, toString: () => `${scheme}:${path}` } };
  return { document, visibleRanges: parts.map(([start, end]) => ({ start, end })) } as unknown as TextEditor;
}

describe('the client', () => {
  const sent: unknown[] = [];
  const subscriptions: { dispose(): void }[] = [];
  let isRunning = true;
  let shown: { refresh(): void };

  before(async () => {
    const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
    const load = loader._load.bind(loader);
    loader._load = (name, ...rest) => (name === 'vscode' ? editorApi : load(name, ...rest));
    const { ShownText } = await import('../../client/src/shownText.js');
    loader._load = load;
    const client = {
      isRunning: () => isRunning,
      code2ProtocolConverter: { asRange: ({ start, end }: { start: number; end: number }) => `${start}–${end}` },
      sendNotification: (method: string, { textDocument, range }: { textDocument: { uri: string }; range: string }) => {
        sent.push(`${method} ${textDocument.uri} ${range}`);
        return Promise.resolve();
      },
    };
    shown = new ShownText(client as unknown as LanguageClient, { subscriptions } as unknown as ExtensionContext);
  });
  beforeEach(() => {
    sent.length = 0;
    isRunning = true;
    editors.active = undefined;
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  const scroll = (textEditor: TextEditor) => scrolled.forEach((hear) => hear({ textEditor }));
  const after = (ms: number) => {
    mock.timers.tick(ms);
    return sent.splice(0);
  };

  it('tells the server what is in view once the reader has stopped scrolling', () => {
    scroll(editor('file:a', [0, 40]));
    assert.deepEqual(after(90), []);
    scroll(editor('file:a', [40, 80]));
    assert.deepEqual(after(90), []);
    assert.deepEqual(after(20), ['variorum/shown file:a 40–80']);
    assert.deepEqual(after(1000), []);
  });

  it('tells of all between the first and the last line, where some are folded away', () => {
    scroll(editor('file:a', [0, 10], [50, 70]));
    assert.deepEqual(after(100), ['variorum/shown file:a 0–70']);
  });

  it('tells of another text that comes to the front, and of the one in front after a change of the corpus', () => {
    const front = editor('file:b', [5, 9]);
    activated.forEach((hear) => hear(front));
    assert.deepEqual(after(100), ['variorum/shown file:b 5–9']);
    activated.forEach((hear) => hear(undefined));
    shown.refresh();
    assert.deepEqual(after(100), []);
    editors.active = front;
    shown.refresh();
    assert.deepEqual(after(100), ['variorum/shown file:b 5–9']);
  });

  it('tells nothing of what is no source, of nothing in view, and where no server runs', () => {
    scroll(editor('git:a', [0, 40]));
    assert.deepEqual(after(100), []);
    scroll(editor('file:a'));
    assert.deepEqual(after(100), []);
    isRunning = false;
    scroll(editor('file:a', [0, 40]));
    assert.deepEqual(after(100), []);
  });

  it('tells nothing once it has ended', () => {
    scroll(editor('file:a', [0, 40]));
    subscriptions.forEach((one) => typeof one === 'object' && one.dispose());
    assert.deepEqual(after(100), []);
  });
});
