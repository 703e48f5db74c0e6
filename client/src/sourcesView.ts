import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** One witness of a corpus, as the server lists them. */
interface Source {
  readonly uri: string;
  readonly siglum: string;
  readonly title?: string;
  readonly date?: string;
  readonly isDraft: boolean;
  readonly isBase: boolean;
}

/** The sources of the workspace's corpora, each with its siglum; a click opens the text. */
export class SourcesView implements vscode.TreeDataProvider<Source> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly client: LanguageClient) {}

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem({ uri, siglum, title, date, isDraft, isBase }: Source): vscode.TreeItem {
    const resource = vscode.Uri.parse(uri);
    const item = new vscode.TreeItem(title ?? resource.path.slice(resource.path.lastIndexOf('/') + 1));
    item.resourceUri = resource;
    item.description = [siglum, date, isDraft ? 'draft' : undefined, isBase ? 'base text' : undefined]
      .filter(Boolean)
      .join(' · ');
    item.contextValue = isBase ? 'baseSource' : isDraft ? 'draft' : 'source';
    item.iconPath = vscode.ThemeIcon.File;
    item.command = { command: 'vscode.open', title: 'Open', arguments: [resource] };
    item.tooltip = resource.fsPath;
    return item;
  }

  async getChildren(source?: Source): Promise<Source[]> {
    if (source || !this.client.isRunning()) return [];
    return this.client.sendRequest<Source[]>('variorum/sources');
  }
}
