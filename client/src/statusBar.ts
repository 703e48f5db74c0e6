import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CorpusStatus } from '../../server/src/readingRequests';
import { counted, onFindingsChanged, shownFindings } from './findings';

/** “5 sources · 2 lineages · 7 findings”; a click leads to what can be done. Hidden where there is no corpus. */
export class StatusBar {
  readonly item = vscode.window.createStatusBarItem('variorum.status', vscode.StatusBarAlignment.Left, 10);
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #status: CorpusStatus | undefined;
  #title = '';

  /** What it says, without icons. */
  get title(): string {
    return this.#title;
  }

  constructor(
    private readonly client: LanguageClient,
    context: vscode.ExtensionContext,
    private readonly onStatus: (status: CorpusStatus) => void,
    private readonly isReading: () => boolean,
  ) {
    this.item.name = 'Variorum';
    this.item.command = 'variorum.showActions';
    context.subscriptions.push(
      this.item,
      this.#changed,
      onFindingsChanged(() => this.#show()),
      vscode.commands.registerCommand('variorum.showActions', () => this.#showActions()),
      vscode.commands.registerCommand('variorum.checkAllSources', toggleScope),
    );
  }

  async refresh(): Promise<void> {
    if (!this.client.isRunning()) return this.item.hide();
    this.#status = await this.client.sendRequest<CorpusStatus>('variorum/status');
    this.#show();
    this.onStatus(this.#status);
  }

  #show(): void {
    if (!this.#status || this.#status.sources === 0) return this.item.hide();
    const { sources, lineages, unread } = this.#status;
    const findings = shownFindings().length;
    const parts = [counted(sources, 'source'), counted(lineages, 'lineage'), counted(findings, 'finding')];
    const lack = unread.length > 0 ? `${unread.length} unread` : undefined;
    this.#title = [...parts, ...(lack ? [lack] : [])].join(' · ');
    this.item.text = `$(library) ${parts.join(' · ')}${lack ? ` $(warning) ${lack}` : ''}`;
    const scope = isWholeCorpus() ? 'Every source is checked.' : 'Findings are those of the texts that are open.';
    const lost = unread.map(({ path, message }) => `Not checked: ${path} (${message})`);
    this.item.tooltip = [scope, ...lost.slice(0, 10)].join('\n');
    this.item.accessibilityInformation = { label: `Variorum: ${[...parts, ...lost].join(', ')}`, role: 'button' };
    this.item.show();
    this.#changed.fire();
  }

  async #showActions(): Promise<void> {
    const actions: (vscode.QuickPickItem & { readonly command?: string })[] = [
      this.isReading()
        ? { label: '$(book) Stop Reading in Parallel', command: 'variorum.stopReadingInParallel' }
        : { label: '$(book) Read in Parallel', command: 'variorum.readInParallel' },
      { label: '$(diff-multiple) Compare This Passage', command: 'variorum.comparePassage' },
      { label: '$(list-tree) Show Findings', command: 'variorum.findings.focus' },
      { label: '$(eye) Toggle Disagreement at a Glance', command: 'variorum.toggleDisagreement' },
      {
        label: isWholeCorpus() ? '$(checklist) Check Only Open Sources' : '$(checklist) Check All Sources',
        command: 'variorum.checkAllSources',
      },
      { label: '$(export) Export Findings…', command: 'variorum.exportFindings' },
    ];
    const unread = this.#status?.unread ?? [];
    if (unread.length > 0) {
      actions.push({ label: 'Not checked', kind: vscode.QuickPickItemKind.Separator });
      for (const { path, message } of unread) actions.push({ label: `$(warning) ${path}`, description: message });
    }
    const picked = await vscode.window.showQuickPick(actions, { title: this.title });
    if (picked?.command) await vscode.commands.executeCommand(picked.command);
  }
}

export function isWholeCorpus(): boolean {
  return vscode.workspace.getConfiguration('variorum').get('diagnostics.scope') === 'corpus';
}

async function toggleScope(): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace
    .getConfiguration('variorum')
    .update('diagnostics.scope', isWholeCorpus() ? undefined : 'corpus', target);
}
