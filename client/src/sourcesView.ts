import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { SourceRow } from '../../server/src/features/sourceList';
import type { CorpusStatus } from '../../server/src/readingRequests';
import { counted, findingsIn, onFindingsChanged } from './findings';

/** The sources of the workspace's corpora: siglum, title, date, lineage, findings. A click opens the text. */
export class SourcesView implements vscode.TreeDataProvider<SourceRow> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #lineages: Readonly<Record<string, string>> = {};

  constructor(
    private readonly client: LanguageClient,
    context: vscode.ExtensionContext,
  ) {
    context.subscriptions.push(
      vscode.window.createTreeView('variorum.sources', { treeDataProvider: this, canSelectMany: true }),
      onFindingsChanged(() => this.refresh()),
    );
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Lineages are known later than the list. */
  showLineages({ lineageOf }: CorpusStatus): void {
    this.#lineages = lineageOf;
    this.refresh();
  }

  getTreeItem(source: SourceRow): vscode.TreeItem {
    const { uri, siglum, title, date, isDraft, isBase } = source;
    const resource = vscode.Uri.parse(uri);
    const label = title ?? resource.path.slice(resource.path.lastIndexOf('/') + 1);
    const item = new vscode.TreeItem(label);
    const lineage = this.#lineageOf(source);
    const findings = findingsIn(resource).length;
    const details = [
      isDraft ? 'draft' : undefined,
      isBase ? 'base' : undefined,
      findings > 0 ? counted(findings, 'finding') : undefined,
      date,
      lineage,
    ].filter(Boolean);
    // The side bar is narrow.
    const isNamed = label.split(/[^\p{L}\p{N}]+/u).includes(siglum);
    item.id = uri;
    item.description = (isNamed ? details : [siglum, ...details]).join(' · ');
    item.iconPath = new vscode.ThemeIcon(isBase ? 'star-full' : isDraft ? 'edit' : 'file');
    item.command = { command: 'vscode.open', title: 'Open', arguments: [resource] };
    item.tooltip = [resource.fsPath, ...details].join('\n');
    item.contextValue = isBase ? 'baseSource' : isDraft ? 'draft' : 'source';
    item.accessibilityInformation = { label: [label, siglum, ...details].join(', ') };
    return item;
  }

  async getChildren(source?: SourceRow): Promise<SourceRow[]> {
    if (source || !this.client.isRunning()) return [];
    return this.client.sendRequest<SourceRow[]>('variorum/sources');
  }

  #lineageOf({ uri, siglum, lineage }: SourceRow): string | undefined {
    if (lineage !== undefined) return `lineage ${lineage}`;
    const found = this.#lineages[uri];
    return found === undefined || found === siglum ? undefined : `lineage of ${found}`;
  }
}
