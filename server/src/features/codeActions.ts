import { CodeActionKind, type CodeAction, type Command, type Diagnostic } from 'vscode-languageserver';
import type { Document } from '../core/document.js';
import { oneLine } from '../core/oneLine.js';
import type { Rule } from '../rules/rule.js';
import type { Reported } from '../rules/runRules.js';
import { editFor, isForAll, isSafe, mayBeSafe, singleAnswers } from './fixes.js';
import { DIAGNOSTIC_SOURCE, toOffset, toRange, type DiagnosticData } from './toProtocol.js';

/** Mends, on save or by command, what has one answer and is nobody's words. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.variorum`;

/** Commands that the server carries out when the reader picks them. */
export const COMMANDS = {
  decide: 'variorum.decide',
  fixEverywhere: 'variorum.fixEverywhere',
  addWord: 'variorum.addCorpusWord',
} as const;

/** What the actions depend on besides the text. */
export interface ActionContext {
  readonly uri: string;
  readonly version: number | null;
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
  readonly only: readonly string[] | undefined;
  /** Findings of the document by these rules, asked for when they are needed. */
  readonly findings: (isWanted: (rule: Rule) => boolean) => readonly Reported[];
  readonly hasManifest: boolean;
  /** The client adds words to its own settings by this command. */
  readonly userWordCommand: string | undefined;
  /** The client shows places beside each other by this command. */
  readonly readingsCommand: string | undefined;
}

/** What the reader can do about findings; nothing is ever applied unasked. */
export function codeActions(context: ActionContext): CodeAction[] {
  const actions: CodeAction[] = [];
  if (isAsked(context, CodeActionKind.QuickFix)) {
    const ours = context.diagnostics.filter(isOurs);
    for (const diagnostic of ours) actions.push(...replacements(context, diagnostic));
    const findings = findingsByCode(context);
    for (const diagnostic of ours) actions.push(...alike(context, diagnostic, findings), ...words(context, diagnostic));
    for (const diagnostic of ours) actions.push(...allReadings(context, diagnostic));
    for (const diagnostic of ours) actions.push(...decisions(context, diagnostic));
  }
  // Only where it is asked for by name: a light bulb on every line would say nothing.
  if (context.only?.some((kind) => FIX_ALL === kind || FIX_ALL.startsWith(`${kind}.`))) {
    const edits = singleAnswers(
      context.document,
      context.findings(mayBeSafe).filter((finding) => isSafe(context.document, finding)),
    );
    if (edits.length > 0) {
      actions.push({ title: 'Fix all debris and typos that have one answer', kind: FIX_ALL, ...edit(context, edits) });
    }
  }
  return actions;
}

/** Looked up once for each code: many diagnostics of one may stand under the cursor. */
function findingsByCode({ findings }: ActionContext): (code: string) => readonly Reported[] {
  const known = new Map<string, readonly Reported[]>();
  return (code) => {
    const found = known.get(code) ?? findings((rule) => rule.code === code);
    known.set(code, found);
    return found;
  };
}

function replacements(context: ActionContext, diagnostic: Diagnostic): CodeAction[] {
  const { suggestions, readings = [] } = dataOf(diagnostic);
  const replace = (title: string, text: string, isPreferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(isPreferred ? { isPreferred } : {}),
    ...edit(context, [replacement(context, diagnostic, text)]),
  });
  const isOnly = (text: string) => suggestions.length === 1 && suggestions[0] === text && text.trim() !== '';
  return [
    ...suggestions
      .filter((suggestion) => !readings.some(({ text }) => text === suggestion))
      .map((suggestion) =>
        replace(
          suggestion.trim() === '' ? 'Take it out' : `Replace with “${oneLine(suggestion, 60)}”`,
          suggestion,
          isOnly(suggestion),
        ),
      ),
    ...readings.map(({ sigla, text }) =>
      replace(
        text === ''
          ? `Use the reading of ${sigla.join(', ')}: leave it out`
          : `Use the reading of ${sigla.join(', ')}: “${oneLine(text, 60)}”`,
        text,
        isOnly(text),
      ),
    ),
  ];
}

/** What the others have in this place, to be looked at beside it. */
function allReadings({ uri, readingsCommand }: ActionContext, diagnostic: Diagnostic): CodeAction[] {
  const { range, relatedInformation = [] } = diagnostic;
  if (readingsCommand === undefined || !isDifference(diagnostic) || relatedInformation.length === 0) return [];
  const title = 'Show all readings';
  const places = relatedInformation.map(({ location }) => location);
  const shown: Command = { title, command: readingsCommand, arguments: [uri, range.start, places] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: shown }];
}

function isDifference(diagnostic: Diagnostic): boolean {
  return DIFFERENCES.has(dataOf(diagnostic).family);
}

/** Families of rules that find what sources have otherwise. */
const DIFFERENCES: ReadonlySet<string> = new Set(['conflict', 'quotation', 'wording']);

/** The same fix for all findings of the rule but those in quotations and names, in this file and, with a preview, in all. */
function alike(
  context: ActionContext,
  diagnostic: Diagnostic,
  findings: (code: string) => readonly Reported[],
): CodeAction[] {
  const { code, suggestions } = dataOf(diagnostic);
  if (suggestions.length !== 1) return [];
  const same = findings(code).filter((one) => isForAll(context.document, one));
  if (same.length === 0) return [];
  const edits = singleAnswers(context.document, same);
  const kind = CodeActionKind.QuickFix;
  return [
    ...(edits.length > 1
      ? [
          {
            title: `Fix all “${code}” in this file (${edits.length})`,
            kind,
            diagnostics: [diagnostic],
            ...edit(context, edits),
          },
        ]
      : []),
    {
      title: `Fix all “${code}” in all files…`,
      kind,
      diagnostics: [diagnostic],
      command: command('Fix in all files', COMMANDS.fixEverywhere, { uri: context.uri, code }),
    },
  ];
}

function words(context: ActionContext, diagnostic: Diagnostic): CodeAction[] {
  const { family, text } = dataOf(diagnostic);
  if (family !== 'spelling' || !/^[\p{L}\p{M}’'-]+$/u.test(text)) return [];
  const kind = CodeActionKind.QuickFix;
  const actions: CodeAction[] = [];
  if (context.hasManifest) {
    const title = `Add “${text}” to the corpus’s words`;
    actions.push({
      title,
      kind,
      diagnostics: [diagnostic],
      command: command(title, COMMANDS.addWord, { uri: context.uri, word: text }),
    });
  }
  if (context.userWordCommand !== undefined) {
    const title = `Add “${text}” to your words`;
    actions.push({ title, kind, diagnostics: [diagnostic], command: command(title, context.userWordCommand, text) });
  }
  return actions;
}

function decisions({ uri }: ActionContext, diagnostic: Diagnostic): CodeAction[] {
  const { code, text } = dataOf(diagnostic);
  const decide = (title: string, decision: string): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: command(title, COMMANDS.decide, { uri, code, text, range: diagnostic.range, decision }),
  });
  return [
    ...(isDifference(diagnostic) ? [decide('Known difference between the sources', 'known')] : []),
    decide(`Ignore this finding (${code})`, 'ignored'),
  ];
}

function replacement({ document }: ActionContext, { range }: Diagnostic, text: string) {
  const span = { start: toOffset(document, range.start), end: toOffset(document, range.end) };
  const change = editFor(document, span, text);
  return text === '' ? { range: toRange(document, change), newText: '' } : { range, newText: text };
}

function edit({ uri, version }: ActionContext, edits: NonNullable<ReturnType<typeof singleAnswers>>) {
  return { edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } };
}

function command(title: string, name: string, argument: unknown): Command {
  return { title, command: name, arguments: [argument] };
}

function isAsked({ only }: ActionContext, kind: string): boolean {
  return !only || only.length === 0 || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function dataOf(diagnostic: Diagnostic): DiagnosticData {
  return diagnostic.data as DiagnosticData;
}

function isOurs(diagnostic: Diagnostic): boolean {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  return diagnostic.source === DIAGNOSTIC_SOURCE && Array.isArray(data?.suggestions) && typeof data.code === 'string';
}
