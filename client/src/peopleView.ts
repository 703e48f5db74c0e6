import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PersonDetails, PersonRow, PlaceRow, RoleRow, SourceRow } from '../../server/src/features/peopleTree';
import { counted } from './findings';

/** A line of the tree: how it looks, and how what is below it is found. */
interface Node {
  readonly item: vscode.TreeItem;
  readonly children?: () => Node[] | Promise<Node[]>;
  /** Whose line it is, for the commands of its menu. */
  readonly person?: PersonRow;
}

const PAGE = 200;

/** People by number of sources; below each the roles, quotations and mentions by source. A click leads to the place. */
export class PeopleView implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  #query = '';
  #limit = PAGE;

  constructor(
    private readonly client: LanguageClient,
    context: vscode.ExtensionContext,
  ) {
    this.#view = vscode.window.createTreeView('variorum.people', { treeDataProvider: this, showCollapseAll: true });
    context.subscriptions.push(
      this.#view,
      vscode.commands.registerCommand('variorum.people.filter', () => this.#askForFilter()),
      vscode.commands.registerCommand('variorum.people.clearFilter', () => this.filter('')),
      vscode.commands.registerCommand('variorum.people.more', () => {
        this.#limit += PAGE;
        this.refresh();
      }),
      vscode.commands.registerCommand('variorum.people.copyMarkdown', () => this.#copy('markdown')),
      vscode.commands.registerCommand('variorum.people.copyCsv', () => this.#copy('csv')),
      vscode.commands.registerCommand('variorum.person.copyMarkdown', (node: Node) => this.#copy('markdown', node)),
      vscode.commands.registerCommand('variorum.person.copyCsv', (node: Node) => this.#copy('csv', node)),
      vscode.commands.registerCommand('variorum.person.findMentions', ({ person }: Node) => findMentions(person)),
    );
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Shows only people with a name that has these letters, in this order. */
  filter(query: string): void {
    this.#query = query.trim();
    this.#limit = PAGE;
    this.#view.message = this.#query === '' ? '' : `People whose name has “${this.#query}”`;
    void vscode.commands.executeCommand('setContext', 'variorum.people.isFiltered', this.#query !== '');
    this.refresh();
  }

  getTreeItem({ item }: Node): vscode.TreeItem {
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return (await node.children?.()) ?? [];
    if (!this.client.isRunning()) return [];
    const { people, total } = await this.client.sendRequest<{ people: PersonRow[]; total: number }>('variorum/people', {
      query: this.#query,
      limit: this.#limit,
    });
    this.#view.description = total > 0 ? String(total) : '';
    const nodes = people.map((person) => this.#personNode(person));
    return total > people.length ? [...nodes, moreNode(total - people.length)] : nodes;
  }

  /** The card takes longer to write than a line: only who points at a line gets it. */
  async resolveTreeItem(item: vscode.TreeItem, { person }: Node): Promise<vscode.TreeItem> {
    const details = person && (await this.#details(person));
    // Not trusted: what a source says can never become a command.
    if (details) item.tooltip = new vscode.MarkdownString(details.card);
    return item;
  }

  async #askForFilter(): Promise<void> {
    const input = vscode.window.createInputBox();
    const before = this.#query;
    let isAccepted = false;
    input.title = 'Filter People';
    input.placeholder = 'Letters of a name';
    input.value = before;
    input.onDidChangeValue((value) => this.filter(value));
    input.onDidAccept(() => {
      isAccepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!isAccepted) this.filter(before);
      input.dispose();
    });
    input.show();
    await vscode.commands.executeCommand('variorum.people.focus');
    input.show();
  }

  async #copy(format: 'markdown' | 'csv', node?: Node): Promise<void> {
    const person = node?.person;
    const text = await this.client.sendRequest<string>('variorum/peopleText', {
      format,
      ...(person ? placeOf(person) : {}),
    });
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage(
      person ? `Copied the mentions of ${person.name}` : 'Copied the list of people',
      3000,
    );
  }

  #details(person: PersonRow): Promise<PersonDetails | null> {
    return this.client.sendRequest<PersonDetails | null>('variorum/person', placeOf(person));
  }

  #personNode(person: PersonRow): Node {
    const { name, role, sources, mentions } = person;
    const counts = `${counted(sources, 'source')}, ${counted(mentions, 'mention')}`;
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `${person.uri}#${person.range.start.line}:${person.range.start.character}`;
    item.iconPath = new vscode.ThemeIcon('person');
    item.description = [role, `${sources} · ${mentions}`].filter(Boolean).join(' – ');
    item.contextValue = 'person';
    item.accessibilityInformation = { label: [name, role, counts].filter(Boolean).join(', ') };
    return { item, person, children: async () => this.#below(person, await this.#details(person)) };
  }

  #below(person: PersonRow, details: PersonDetails | null): Node[] {
    if (!details) return [];
    const { roles, quotations, sources, moreSources } = details;
    const nodes: Node[] = [];
    if (roles.length > 0) nodes.push(folder('Roles', 'briefcase', roles.map(roleNode)));
    if (quotations.length > 0) {
      nodes.push(
        folder(
          'Quotations',
          'quote',
          quotations.map((row) => placeNode(row, 'quote', `“${row.text}”`)),
        ),
      );
    }
    nodes.push(...sources.map((source) => this.#sourceNode(person, source)));
    if (moreSources > 0) nodes.push({ item: new vscode.TreeItem(`and ${counted(moreSources, 'more source')}`) });
    return nodes;
  }

  #sourceNode(person: PersonRow, source: SourceRow): Node {
    const item = new vscode.TreeItem(source.text, vscode.TreeItemCollapsibleState.Collapsed);
    item.iconPath = new vscode.ThemeIcon('file');
    item.description = [source.detail, `×${source.mentions}`].filter(Boolean).join(' ');
    item.tooltip = vscode.Uri.parse(source.uri).fsPath;
    item.accessibilityInformation = { label: `${source.text}, ${counted(source.mentions, 'mention')}` };
    const children = async () => {
      const rows = await this.client.sendRequest<PlaceRow[]>('variorum/personMentions', {
        ...placeOf(person),
        source: source.uri,
      });
      return rows.map((row) => placeNode(row, 'location'));
    };
    return { item, children };
  }
}

function placeOf({ uri, range }: PersonRow) {
  return { textDocument: { uri }, position: range.start };
}

function roleNode({ text, differs, places }: RoleRow): Node {
  const [only] = places;
  if (only && places.length === 1) {
    const node = placeNode(only, differs ? 'warning' : 'briefcase', text);
    if (differs) {
      node.item.description = `${only.detail ?? ''} – sources differ`;
      node.item.accessibilityInformation = { label: [text, only.detail, 'sources differ'].filter(Boolean).join(', ') };
    }
    return node;
  }
  const children = places.map((row) => placeNode(row, 'location'));
  const node = folder(text, differs ? 'warning' : 'briefcase', children);
  node.item.description = differs ? `×${places.length} – sources differ` : `×${places.length}`;
  const said = [text, counted(places.length, 'place'), differs ? 'sources differ' : undefined];
  node.item.accessibilityInformation = { label: said.filter(Boolean).join(', ') };
  return node;
}

function folder(label: string, icon: string, children: readonly Node[]): Node {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = String(children.length);
  item.accessibilityInformation = { label: `${label}, ${children.length}` };
  return { item, children: () => [...children] };
}

function placeNode({ text, detail, highlight, uri, range }: PlaceRow, icon: string, label = text): Node {
  const item = new vscode.TreeItem(highlight ? { label, highlights: [[...highlight]] } : label);
  const { start, end } = range;
  item.iconPath = new vscode.ThemeIcon(icon);
  if (detail?.startsWith('may also be')) item.iconPath = new vscode.ThemeIcon('question');
  item.description = detail ?? `line ${start.line + 1}`;
  item.tooltip = label;
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.command = {
    command: 'vscode.open',
    title: 'Open',
    arguments: [
      vscode.Uri.parse(uri),
      { selection: new vscode.Range(start.line, start.character, end.line, end.character), preview: true },
    ],
  };
  return { item };
}

function moreNode(left: number): Node {
  const item = new vscode.TreeItem(`Show more (${left} left)`);
  item.accessibilityInformation = { label: `Show more people, ${left} left`, role: 'button' };
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: 'variorum.people.more', title: 'Show More' };
  return { item };
}

/** All mentions in the editor's own list of references. */
async function findMentions(person?: PersonRow): Promise<void> {
  if (!person) return;
  const { line, character } = person.range.start;
  await vscode.window.showTextDocument(vscode.Uri.parse(person.uri), {
    selection: new vscode.Range(line, character, line, character),
  });
  await vscode.commands.executeCommand('references-view.findReferences');
}
