import type { ClientCapabilities, Connection, Range, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, COMMANDS } from './features/codeActions.js';
import { decisionList, type RestoreParams } from './features/decisionList.js';
import { fixEverywhere } from './features/fixEverywhere.js';
import { toOffset } from './features/toProtocol.js';
import { addDecision, removeDecision } from './ledgerFile.js';
import { editManifest } from './manifestEditing.js';
import { MANIFEST_NAME } from './manifestFile.js';
import { wordEdits } from './manifestWords.js';
import { processorTime } from './processorTime.js';
import { someFindingsOnEdit } from './rules/currentFindings.js';
import { decisionOn, LEDGER_NAME } from './rules/decisions.js';
import type { Rule } from './rules/rule.js';
import type { RuleSetting } from './rules/runRules.js';
import { levelOf, type Settings } from './settings.js';
import { inSlices } from './slices.js';
import type { SourceFiles } from './sourceFiles.js';
import type { Workspace } from './workspace.js';

interface Served {
  readonly workspace: Workspace;
  readonly buffers: TextDocuments<TextDocument>;
  readonly settings: () => Settings;
  readonly capabilities: () => ClientCapabilities;
  /** Takes in a file of the corpus that we wrote ourselves; not every client tells us of it. */
  readonly reread: (sources: SourceFiles, name: string) => Promise<void>;
}

/** What our commands are called with; any of it may be missing from a client's hand. */
interface CommandArgument {
  readonly uri?: string;
  readonly code?: string;
  readonly text?: string;
  readonly word?: string;
  readonly decision?: string;
  readonly range?: Range;
}

/** Answers what the reader can do about findings, and does what the reader picks: nothing else here writes. */
export function answerActions(connection: Connection, served: Served): void {
  const { workspace } = served;
  const versionOf = (uri: string) => served.buffers.get(uri)?.version ?? null;
  // The decisions of the reader, with the places they are about.
  connection.onRequest('variorum/decisions', () =>
    workspace.corpora.flatMap((sources) =>
      decisionList({ corpus: sources.corpus, uriOf: (path) => workspace.uriOf(sources, path) }, sources),
    ),
  );
  connection.onRequest('variorum/restoreFinding', async ({ uri, source }: RestoreParams): Promise<boolean> => {
    const sources = workspace.locate(uri)?.sources;
    if (!sources || !(await removeDecision(sources.root, source))) return false;
    await served.reread(sources, LEDGER_NAME);
    return true;
  });
  connection.onCodeAction(({ textDocument: { uri }, context }) => {
    const located = workspace.locate(uri);
    const document = located?.sources.corpus.document(located.path);
    if (!located || !document) return [];
    return codeActions({
      uri,
      version: versionOf(uri),
      document,
      diagnostics: context.diagnostics,
      only: context.only,
      findings: (isWanted) => {
        const { corpus } = located.sources;
        const setting = levels(located.sources, served);
        const run = { document, corpus, setting, onFailure: () => undefined, clock: processorTime };
        return someFindingsOnEdit(located.sources, run, isWanted);
      },
      hasManifest: located.sources.manifestText !== undefined,
      userWordCommand: clientCommand(served.capabilities(), 'userWordCommand'),
      readingsCommand: clientCommand(served.capabilities(), 'readingsCommand'),
    });
  });
  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }) => {
    try {
      await execute(command, (argument ?? {}) as CommandArgument);
    } catch (error) {
      connection.window.showErrorMessage(`Variorum: ${error instanceof Error ? error.message : String(error)}`);
    }
  });

  async function execute(command: string, argument: CommandArgument): Promise<void> {
    const located = workspace.locate(argument.uri ?? '');
    if (!located) throw new Error('the text belongs to no corpus any more');
    const { sources, path } = located;
    switch (command) {
      case COMMANDS.addWord: {
        const { word } = argument;
        if (!word) throw new Error('no word to add');
        const manifest = {
          root: sources.root,
          uri: workspace.uriOf(sources, MANIFEST_NAME),
          buffers: served.buffers,
          capabilities: served.capabilities(),
          connection,
        };
        const isWritten = await editManifest(manifest, `Add “${word}” to the corpus’s words`, (text) =>
          wordEdits(text, word),
        );
        if (isWritten) await served.reread(sources, MANIFEST_NAME);
        return;
      }
      case COMMANDS.fixEverywhere: {
        const code = argument.code ?? '';
        const how = { setting: levels(sources, served), clock: processorTime };
        // Those of the texts that are looked through; a client refuses to change others.
        const versions = new Map(served.buffers.all().map((buffer) => [buffer.uri, buffer.version]));
        const address = {
          uriOf: (one: string) => workspace.uriOf(sources, one),
          versionOf: (one: string) => versions.get(workspace.uriOf(sources, one)) ?? null,
        };
        const edit = await inSlices(fixEverywhere(sources, code, how, address), new AbortController().signal);
        await connection.workspace.applyEdit({ label: `Fix “${code}” in all files`, edit });
        return;
      }
      case COMMANDS.decide: {
        const { range, text, code = '', decision } = argument;
        const document = sources.corpus.document(path);
        if (!document || !range) throw new Error('the text is gone');
        const span = { start: toOffset(document, range.start), end: toOffset(document, range.end) };
        if (document.text.slice(span.start, span.end) !== text) throw new Error('the text has changed since');
        const verdict = decision === 'known' ? 'known' : 'ignored';
        await addDecision(sources.root, decisionOn(document, span, code, verdict));
        return served.reread(sources, LEDGER_NAME);
      }
    }
  }
}

function levels({ corpus }: SourceFiles, { settings }: Served): (rule: Rule) => RuleSetting {
  return (rule) => levelOf(rule, corpus.manifest.rules, settings());
}

/** By which of its commands a client keeps words in its own settings, or shows places; other clients do not say. */
function clientCommand(
  { experimental }: ClientCapabilities,
  name: 'userWordCommand' | 'readingsCommand',
): string | undefined {
  const command = (experimental as { variorum?: Record<string, unknown> } | undefined)?.variorum?.[name];
  return typeof command === 'string' ? command : undefined;
}
