import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, EXTENSION, hoverText, open, rangeOf, root, until } from './editor.js';

interface Provider {
  getChildren(node?: unknown): unknown[] | Promise<unknown[]>;
  getTreeItem(node: unknown): vscode.TreeItem;
  readonly onDidChangeTreeData: vscode.Event<unknown>;
}

interface Exported {
  readonly ready: Promise<void>;
  readonly sources: Provider;
  readonly passages: Provider;
  readonly people: Provider;
  readonly findings: Provider;
  readonly decisions: Provider;
}

let views: Exported;

const run = (command: string, ...given: unknown[]) => vscode.commands.executeCommand(command, ...given);

async function rows(
  view: Provider,
  node?: unknown,
): Promise<{ node: unknown; item: vscode.TreeItem; label: string }[]> {
  return (await view.getChildren(node)).map((child) => {
    const item = view.getTreeItem(child);
    const { label = '' } = item;
    return { node: child, item, label: typeof label === 'string' ? label : label.label };
  });
}

/** Rows of a view once there are as many. */
async function rowsOnceThere(view: Provider, fewest: number): ReturnType<typeof rows> {
  for (let found = await rows(view); ; found = await rows(view)) {
    if (found.length >= fewest) return found;
    await new Promise<void>((resolve) => {
      const listener = view.onDidChangeTreeData(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}

/** Accepts what is asked on the screen; no event tells when it is there, so we try until the command has ended. */
async function accepting(command: Thenable<unknown>): Promise<void> {
  const ended = Promise.resolve(command).then(() => 'ended');
  const accept = async () => {
    await run('workbench.action.acceptSelectedQuickOpenItem');
    return 'asked';
  };
  while ((await Promise.race([ended, accept()])) !== 'ended');
}

async function manifest(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root(), 'variorum.json')));
}

/** Every line below a node, three levels down. */
async function walk(view: Provider, node?: unknown, depth = 0): Promise<vscode.TreeItem[]> {
  const here = await rows(view, node);
  if (depth === 2) return here.map(({ item }) => item);
  const below = await Promise.all(here.map((row) => walk(view, row.node, depth + 1)));
  return [...here.map(({ item }) => item), ...below.flat()];
}

describe('the views and their commands, on a corpus of ours', () => {
  let courier: vscode.TextDocument;

  before(async () => {
    views = await vscode.extensions.getExtension<Exported>(EXTENSION)!.activate();
    await views.ready;
    courier = (await open('courier.txt')).document;
    await diagnostics(courier.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
    await rowsOnceThere(views.sources, 4);
  });

  for (const name of ['sources', 'passages', 'people', 'findings', 'decisions'] as const) {
    it(`can be reached by a command: ${name}`, async () => {
      await run(
        {
          sources: 'variorum.sources.focus',
          passages: 'variorum.passages.focus',
          people: 'variorum.people.focus',
          findings: 'variorum.findings.focus',
          decisions: 'variorum.decisions.focus',
        }[name],
      );
    });
  }

  it('say in words whatever a line shows by a sign, an icon or beside its label', async () => {
    const finding = (await diagnostics(courier.uri, (all) => all.length > 0)).find(
      (one) => codeOf(one) === 'misspelled-word',
    )!;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      courier.uri,
      finding.range,
    );
    const ignore = actions.find(({ title }) => title.startsWith('Ignore this finding'))!;
    await run(ignore.command!.command, ...(ignore.command!.arguments as unknown[]));
    await rowsOnceThere(views.decisions, 1);
    const named = await Promise.all(
      (['sources', 'passages', 'people', 'findings', 'decisions'] as const).map(
        async (name) => [name, await walk(views[name])] as const,
      ),
    );
    const mute = named.flatMap(([name, items]) =>
      items.flatMap(({ label, description, accessibilityInformation }) => {
        const words = accessibilityInformation?.label;
        const isSaid = words && !/[≈↕×·]/.test(words);
        return isSaid ? [] : [`${name}: ${JSON.stringify(label)} ${String(description)} → ${String(words)}`];
      }),
    );
    assert.deepEqual(mute, []);
    assert.ok(named.every(([, items]) => items.length > 0));
    const said = named.flatMap(([, items]) => items.map((item) => item.accessibilityInformation?.label ?? ''));
    assert.ok(said.some((words) => words.startsWith('information: “47” here')));
    const [group] = await rows(views.decisions);
    const [decision] = await rows(views.decisions, group!.node);
    await run('variorum.decision.openLedger', decision!.node);
    const ledger = vscode.window.activeTextEditor!;
    assert.match(ledger.document.getText(ledger.selection), /"text":"ligthhouse"/);
    await run('variorum.decision.restore', decision!.node);
    await diagnostics(courier.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
  });

  it('set and clear the base source', async () => {
    const [first] = await rows(views.sources);
    await run('variorum.setBaseSource', first!.node);
    assert.match(await manifest(), /"base": "courier\.txt"/);
    const isBase = async () => (await rows(views.sources)).some(({ item }) => item.contextValue === 'baseSource');
    while (!(await isBase())) await rowsOnceThere(views.sources, 4);
    await run('variorum.clearBaseSource', first!.node);
    assert.doesNotMatch(await manifest(), /"base"/);
  });

  describe('beside a base source', () => {
    const ALTERED = 'altered-quotation';
    const isAltered = (one: vscode.Diagnostic) => codeOf(one) === ALTERED;
    const differs = (one: vscode.Diagnostic) => one.message.startsWith('Differs from the base text Herald: ');
    const actionsOn = (range: vscode.Range) =>
      vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', courier.uri, range);
    const action = async (title: string) => {
      const { range } = (await diagnostics(courier.uri, (all) => all.some(isAltered))).find(isAltered)!;
      const offered = await actionsOn(range);
      const found = offered.find((one) => one.title === title);
      assert.ok(found, `offered: ${offered.map((one) => one.title).join(', ')}`);
      return found;
    };

    before(async () => {
      await open('courier.txt');
      const herald = (await rowsOnceThere(views.sources, 4)).find(({ label }) => /herald/i.test(label));
      await run('variorum.setBaseSource', herald!.node);
    });
    after(() => run('variorum.clearBaseSource'));

    it('only the others are said to differ, and from what', async () => {
      const found = await diagnostics(courier.uri, (all) => all.some((one) => isAltered(one) && differs(one)));
      const messages = found.filter(differs).map(({ message }) => message.split(': ').slice(1, 3).join(': '));
      assert.deepEqual(messages, [
        '“47” here; “74” in Herald: “All 74 passengers were brought ashore by lifeboat before midnight, and nobody was hurt.”',
        'quoted as “enough” here, as “plenty” in Herald: “and eleven minutes were plenty,”.',
      ]);
      const herald = (await open('herald.txt')).document;
      const own = await diagnostics(herald.uri, (all) => all.every((one) => !isAltered(one)));
      assert.deepEqual(
        own.filter((one) => codeOf(one).startsWith('conflicting')).map(({ message }) => message),
        [],
      );
      await open('courier.txt');
    });

    it('the reading of the base is taken, and given back by undo', async () => {
      const fix = await action('Use the reading of Herald: “plenty”');
      assert.ok(await vscode.workspace.applyEdit(fix.edit!));
      assert.match(courier.getText(), /eleven minutes were plenty/);
      await diagnostics(courier.uri, (all) => !all.some(isAltered));
      await run('undo');
      assert.match(courier.getText(), /eleven minutes were enough/);
      await diagnostics(courier.uri, (all) => all.some(isAltered));
    });

    it('all readings are shown in a peek', async () => {
      const { command, arguments: given = [] } = (await action('Show all readings')).command!;
      await run(command, ...(given as unknown[]));
      await until(
        vscode.window.onDidChangeVisibleTextEditors,
        () =>
          vscode.window.visibleTextEditors.some(({ document }) => document.fileName.endsWith('herald.txt')) ||
          undefined,
      );
      await run('closeReferenceSearch');
    });

    it('a hover on the word has the readings by siglum', async () => {
      const text = await hoverText(courier, 'enough,”');
      assert.match(text, /“enough” – \[?Courier/);
      assert.match(text, /“plenty” – \[?Herald/);
    });

    it('a known difference is gone, until the text changes', async () => {
      const { command, arguments: given = [] } = (await action('Known difference between the sources')).command!;
      await run(command, ...(given as unknown[]));
      await diagnostics(courier.uri, (all) => !all.some(isAltered));
      const groups = async () => (await rowsOnceThere(views.decisions, 1)).map(({ label }) => label);
      assert.deepEqual(await groups(), ['Known Differences']);
      const editor = await open('courier.txt');
      await editor.edit((edit) => edit.insert(rangeOf(courier, 'enough,”').start, 'quite '));
      await diagnostics(courier.uri, (all) => all.some(isAltered));
      assert.deepEqual(await groups(), ['Stale']);
      await run('undo');
      await diagnostics(courier.uri, (all) => !all.some(isAltered));
      const [group] = await rows(views.decisions);
      await run('variorum.decision.restore', group!.node);
      await diagnostics(courier.uri, (all) => all.some(isAltered));
    });
  });

  it('group findings by command, and ask for what to filter by', async () => {
    const labels = async () => (await rows(views.findings)).map(({ label }) => label);
    await run('variorum.findings.bySource');
    assert.deepEqual(await labels(), ['courier.txt']);
    await run('variorum.findings.byPassage');
    assert.ok((await labels()).every((label) => /^\w+\.txt, line \d+$/.test(label)));
    await run('variorum.findings.byKind');
    assert.ok((await labels()).includes('misspelled-word'));
    await accepting(run('variorum.findings.filter'));
    await run('variorum.findings.clearFilter');
    assert.ok((await labels()).includes('misspelled-word'));
  });

  it('copy people, one or all, as Markdown and as a table', async () => {
    const [solheim] = await rows(views.people);
    assert.equal(solheim!.label, 'Ingrid Solheim');
    const copied = async (command: string, ...given: unknown[]) => {
      await run(command, ...given);
      return vscode.env.clipboard.readText();
    };
    assert.match(await copied('variorum.people.copyMarkdown'), /Ingrid Solheim[^]*Odile Marchetti/);
    assert.match(await copied('variorum.people.copyCsv'), /Ingrid Solheim[^]*Odile Marchetti/);
    assert.doesNotMatch(await copied('variorum.person.copyMarkdown', solheim!.node), /Odile Marchetti/);
    assert.match(await copied('variorum.person.copyCsv', solheim!.node), /Solheim/);
  });

  it('find all mentions of a person, filter people, and show more of them', async () => {
    const [solheim] = await rows(views.people);
    await run('variorum.person.findMentions', solheim!.node);
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.match(document.getText(document.getWordRangeAtPosition(selection.active)), /Ingrid|Solheim/);
    await run('variorum.people.filter');
    // Stepping back leaves the list as it was.
    await run('workbench.action.closeQuickOpen');
    await run('variorum.people.clearFilter');
    const before = (await rows(views.people)).length;
    await run('variorum.people.more');
    assert.equal((await rows(views.people)).length, before);
  });

  it('show the parallels of a place in a peek', async () => {
    const editor = await open('courier.txt');
    const { start } = rangeOf(editor.document, 'power cable');
    editor.selection = new vscode.Selection(start, start);
    await run('variorum.peekParallels');
    // The peek has an editor of its own, in no column.
    await until(
      vscode.window.onDidChangeVisibleTextEditors,
      () =>
        vscode.window.visibleTextEditors.some(({ document }) =>
          /(?:digest|gazette|herald)\.txt$/.test(document.fileName),
        ) || undefined,
    );
    await run('closeReferenceSearch');
  });

  it('are of use where no text is at the front, as beside the walkthrough', async () => {
    await run('workbench.action.closeAllEditors');
    // Nothing stands at a cursor: there is nothing to compare, and nothing happens.
    await run('variorum.comparePassage');
    assert.deepEqual(vscode.window.visibleTextEditors, []);
    await accepting(run('variorum.readInParallel'));
    assert.ok(vscode.window.visibleTextEditors.length > 1);
    await run('variorum.stopReadingInParallel');
    await run('workbench.action.closeAllEditors');
  });

  it('come back after the cache was emptied, empty as it was, and the server started again', async () => {
    for (let time = 0; time < 2; time++) await run('variorum.clearCache');
    courier = (await open('courier.txt')).document;
    await run('variorum.restartServer');
    await rowsOnceThere(views.sources, 4);
    await diagnostics(courier.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
  });
});
