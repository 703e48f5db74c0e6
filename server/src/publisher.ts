import type { Diagnostic } from 'vscode-languageserver';
import { parallels } from './analysis/parallels.js';
import { people } from './analysis/people.js';
import { isLarge } from './analysis/readAhead.js';
import { readTables } from './analysis/resources.js';
import { each, type Steps } from './analysis/steps.js';
import { vocabulary } from './analysis/vocabulary.js';
import type { View } from './features/toProtocol.js';
import { DIAGNOSTIC_SOURCE, toDiagnostic, toRange } from './features/toProtocol.js';
import { parse, type Document } from './core/document.js';
import {
  currentFindingsInSteps,
  findingsAloneInSteps,
  findingsOnEditInSteps,
  prepareAlone,
} from './rules/currentFindings.js';
import { MANIFEST_NAME } from './manifestFile.js';
import { processorTime } from './processorTime.js';
import { allRules } from './rules/allRules.js';
import { LEDGER_NAME } from './rules/decisions.js';
import type { Rule } from './rules/rule.js';
import { checkInSteps, type OnRuleFailure, type Reported, type Run } from './rules/runRules.js';
import { SEVERITIES } from './rules/rule.js';
import { levelOf, type Settings } from './settings.js';
import { Cancelled, inSlices } from './slices.js';
import type { SourceFiles } from './sourceFiles.js';

/** Where findings go. `version` is that of the client's buffer, `undefined` for a text that is not open. */
export type Publish = (uri: string, diagnostics: Diagnostic[], version: number | undefined) => void;

interface Published {
  readonly version: number | undefined;
  readonly content: string;
}

/** Findings of one text that a client is sent. More of them are no help to a reader, and megabytes to send. */
const MOST_SHOWN = 5000;
const SHORTEST_WAIT = 20;
const LONGEST_WAIT = 250;

/**
 * Publishes the findings of one corpus after the last of a burst of changes. The wait adapts to what the last round
 * cost. What is published always belongs to the newest snapshot, and only what differs is sent.
 */
export class Publisher {
  readonly #published = new Map<string, Published>();
  #timer: NodeJS.Timeout | undefined;
  /** Of the round under way. */
  #gone = new AbortController();
  #cost = SHORTEST_WAIT;
  #isReady = false;
  readonly #edited = new Set<string>();

  constructor(
    private readonly sources: SourceFiles,
    private readonly context: {
      readonly settings: () => Settings;
      readonly uriOf: (path: string) => string;
      readonly versionOf: (path: string) => number | undefined;
      readonly publish: Publish;
      readonly onFailure: OnRuleFailure;
      /** Hears of each text whose findings have gone out at once. */
      readonly onFound: (document: Document) => void;
      /** Comes back when nobody waits for an answer. */
      readonly quiet: () => Promise<void>;
      /** Does work that somebody waits for. */
      readonly answering: (work: Promise<void>) => Promise<void>;
      /** Takes work that nobody waits for, and what goes wrong in it. */
      readonly beside: (work: Promise<void>) => void;
    },
  ) {}

  /** The first index is complete: from now on the other sources count as evidence. */
  ready(): void {
    this.#isReady = true;
    this.schedule();
  }

  /** Findings are out of date; those of `path` are wanted first. */
  schedule(path?: string): void {
    if (path !== undefined) this.#edited.add(path);
    clearTimeout(this.#timer);
    this.#gone.abort();
    const wait = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, this.#cost));
    this.#timer = setTimeout(() => this.context.beside(this.#run()), wait);
  }

  /** Takes back everything that was published. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#gone.abort();
    for (const path of [...this.#published.keys()]) this.#withdraw(path);
  }

  async #run(): Promise<void> {
    const { signal } = (this.#gone = new AbortController());
    const shown = this.#shownPaths();
    this.#publishManifest();
    this.#publishLedger();
    for (const path of [...this.#published.keys()]) {
      if (path !== MANIFEST_NAME && path !== LEDGER_NAME && !shown.includes(path)) this.#withdraw(path);
    }
    try {
      for (const path of shown) {
        if (this.#edited.has(path)) await this.context.answering(this.#publishEdited(path, signal));
        if (signal.aborted) return;
      }
      for (const path of shown) await this.#publishChecked(path, signal);
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  }

  /** At once, what an edit shows. */
  async #publishEdited(path: string, signal: AbortSignal): Promise<void> {
    await this.sources.readying;
    const run = this.#runOn(path);
    // A large text takes seconds, in which others want answers.
    if (run && isLarge(run.document)) await inSlices(prepareAlone(run), signal);
    if (run) {
      const started = performance.now();
      // Until every source is read, what others write is not known: only rules that need no others may speak.
      const find = this.#isReady ? findingsOnEditInSteps : findingsAloneInSteps;
      await this.#publishFound(run, find(this.sources, run), signal);
      this.#cost = performance.now() - started;
      this.context.onFound(run.document);
    }
    this.#edited.delete(path);
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Beside requests, what the other texts show now; a newer snapshot breaks it off. */
  async #publishChecked(path: string, signal: AbortSignal): Promise<void> {
    const run = this.#runOn(path);
    if (run && this.#isReady) {
      await inSlices(check(run), signal, { turn: this.context.quiet });
      await this.#publishFound(run, currentFindingsInSteps(this.sources, run), signal);
    } else if (run) await this.#publishFound(run, findingsAloneInSteps(this.sources, run), signal);
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) throw new Cancelled();
  }

  /** Those of a long text are put together in slices; no finding is sent of a text that has changed meanwhile. */
  async #publishFound(run: Run, steps: Steps<readonly Reported[]>, signal: AbortSignal): Promise<void> {
    const view: View = { corpus: run.corpus, uriOf: this.context.uriOf };
    const diagnostics = await inSlices(toDiagnostics(view, run.document, steps), signal);
    const { path } = run.document;
    if (this.sources.corpus.document(path) === run.document) this.#send(path, diagnostics);
  }

  #runOn(path: string): Run | undefined {
    const { corpus } = this.sources;
    const document = corpus.document(path);
    if (!document) return undefined;
    const settings = this.context.settings();
    const setting = (rule: Rule) => levelOf(rule, corpus.manifest.rules, settings);
    return { document, corpus, setting, onFailure: this.context.onFailure, clock: processorTime };
  }

  /** What was edited first, then what is open, then, if the reader wants it, the rest. */
  #shownPaths(): string[] {
    const { corpus } = this.sources;
    const all = [...corpus.documents.keys()];
    const shown =
      this.context.settings().diagnosticsScope === 'corpus' ? all : all.filter((path) => this.sources.isOpen(path));
    const rank = (path: string) => (this.#edited.has(path) ? 0 : this.sources.isOpen(path) ? 1 : 2);
    return shown.sort((a, b) => rank(a) - rank(b));
  }

  #publishManifest(): void {
    const { manifestText, manifestFile } = this.sources;
    if (manifestText === undefined) return this.#withdraw(MANIFEST_NAME);
    const document = parse(MANIFEST_NAME, manifestText);
    this.#send(
      MANIFEST_NAME,
      manifestFile.problems.map(({ message, isBroken, ...span }) => ({
        range: toRange(document, span),
        severity: isBroken ? 1 : 2,
        source: 'Variorum',
        message,
      })),
    );
  }

  #publishLedger(): void {
    const { ledgerText, ledger } = this.sources;
    if (ledgerText === undefined) return this.#withdraw(LEDGER_NAME);
    const document = parse(LEDGER_NAME, ledgerText);
    this.#send(
      LEDGER_NAME,
      ledger.problems.map(({ message, ...span }) => ({
        range: toRange(document, span),
        severity: 2,
        source: 'Variorum',
        message,
      })),
    );
  }

  #send(path: string, diagnostics: Diagnostic[]): void {
    const version = this.context.versionOf(path);
    const content = JSON.stringify(diagnostics);
    const last = this.#published.get(path);
    // Of an open text the client is told even that nothing was found: what it shows belongs to this version.
    const isKnown = last ? last.version === version && last.content === content : !version && diagnostics.length === 0;
    if (isKnown) return;
    this.#published.set(path, { version, content });
    this.context.publish(this.context.uriOf(path), diagnostics, version);
  }

  #withdraw(path: string): void {
    const last = this.#published.get(path);
    this.#published.delete(path);
    if (last && last.content !== '[]') this.context.publish(this.context.uriOf(path), [], undefined);
  }
}

/** First what a reader may ask of the text meanwhile, then the findings. */
function* check(run: Run): Steps<void> {
  yield* readTables(run.corpus.resources);
  yield* run.corpus.prepare(people);
  yield* run.corpus.prepare(vocabulary);
  yield* run.corpus.get(parallels).prepare(run.document.path);
  yield* checkInSteps(allRules, run);
}

/** As a client is sent them: the gravest, and that there are more. */
function* toDiagnostics(view: View, document: Document, steps: Steps<readonly Reported[]>): Steps<Diagnostic[]> {
  const findings = yield* steps;
  const shown = gravest(findings);
  const diagnostics: Diagnostic[] = [];
  yield* each(shown, shown.length, (finding) => diagnostics.push(toDiagnostic(view, document, finding)));
  if (shown.length < findings.length) {
    const [all, some] = [findings.length, shown.length].map((count) => count.toLocaleString('en'));
    diagnostics.push({
      range: toRange(document, { start: 0, end: 0 }),
      severity: 3,
      source: DIAGNOSTIC_SOURCE,
      message: `${all} findings in this text; only the ${some} gravest are shown. “variorum check” lists them all.`,
    });
  }
  return diagnostics;
}

/** As many of them as are shown, the gravest, in the order of the text. */
function gravest(findings: readonly Reported[]): readonly Reported[] {
  if (findings.length <= MOST_SHOWN) return findings;
  const shown = new Set<Reported>();
  for (const severity of [...SEVERITIES].reverse()) {
    for (const finding of findings) {
      if (finding.severity === severity && shown.size < MOST_SHOWN) shown.add(finding);
    }
  }
  return findings.filter((finding) => shown.has(finding));
}
