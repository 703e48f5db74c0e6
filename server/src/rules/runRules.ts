import type { Corpus } from '../analysis/corpus.js';
import { repeatedLines } from '../analysis/repeatedLines.js';
import { finish, type Steps } from '../analysis/steps.js';
import { paragraphIndexAt, placed, type Document, type Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isWebFurniture } from '../core/furniture.js';
import { shift } from '../core/span.js';
import { messageBesideBase } from './baseMessage.js';
import { foundWithinBudget, preparedWithinBudget } from './budget.js';
import {
  SEVERITIES,
  type CorpusRule,
  type Evidence,
  type Finding,
  type ParagraphRule,
  type Rule,
  type Severity,
} from './rule.js';

/** A finding with the rule that made it and the severity it is shown with. */
export interface Reported extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

export type RuleSetting = Severity | 'off';

/** Told once for each rule and document that a rule threw; its findings for that document are lost, no others. */
export type OnRuleFailure = (rule: Rule, path: string, error: unknown) => void;

/** How rules are run over a document. */
export interface Run {
  readonly document: Document;
  readonly corpus: Corpus;
  /** Gives a rule's severity or `off`. Rules do not know it: what was found stays valid when a setting changes. */
  readonly setting: (rule: Rule) => RuleSetting;
  readonly onFailure: OnRuleFailure;
  /** Milliseconds from any moment on, best of the processor; the machine's own clock where none is given. */
  readonly clock?: () => number;
}

const ownClock = () => performance.now();

function scopeOf({ document, corpus, clock = ownClock }: Run) {
  return { document, corpus, clock };
}

/** Findings of one document, by position. */
export function runRules(rules: readonly Rule[], run: Run): Reported[] {
  return finish(runRulesInSteps(rules, run));
}

/** The same in steps, for a long text. */
export function runRulesInSteps(rules: readonly Rule[], run: Run): Steps<Reported[]> {
  return report(rules, run, (rule) => findingsOf(rule, run));
}

/** New paragraphs up to which they are checked at once; more of them are a new text. */
const MOST_NEW = 6;

/**
 * Findings at the price of an edit: in a paragraph that did not change, what other texts showed there before counts
 * until it is checked again. In a text of which most is new, such findings wait.
 */
export function runRulesOnEdit(rules: readonly Rule[], run: Run): Reported[] {
  return finish(runRulesOnEditInSteps(rules, run));
}

/** The same in steps, for a long text. */
export function runRulesOnEditInSteps(rules: readonly Rule[], run: Run): Steps<Reported[]> {
  return report(rules, run, (rule) => (rule.scope === 'corpus' ? foundBefore(rule, run) : findingsOf(rule, run)));
}

function* foundBefore(rule: CorpusRule, run: Run): Steps<readonly Finding[]> {
  const { document, corpus } = run;
  const known: (readonly Finding[] | undefined)[] = [];
  yield* eachParagraph(document, (index, paragraph) => {
    known.push(keptFindings(rule, paragraph, document, index, corpus));
  });
  const isMostlyNew = known.filter((findings) => !findings).length > MOST_NEW;
  return known.flatMap((findings, index) => findings ?? (isMostlyNew ? [] : check(rule, run, index, 0)));
}

/**
 * Checks paragraph by paragraph what `runRules` then has at hand: first what was never checked, then what was checked in
 * the light of an earlier snapshot, longest ago first. So a long text comes to its end even where edits break each check
 * off.
 */
export function* checkInSteps(rules: readonly Rule[], run: Run): Steps<void> {
  const wanted = rules.filter((rule) => run.setting(rule) !== 'off');
  for (const rule of wanted) {
    yield* guarded(
      rule.scope === 'corpus' ? checkParagraphs(rule, run, yield* unchecked(rule, run)) : checkAlone(rule, run),
    );
  }
  const stale: { readonly rule: CorpusRule; readonly found: Stale }[] = [];
  for (const rule of wanted)
    if (rule.scope === 'corpus') stale.push({ rule, found: yield* staleParagraphs(rule, run) });
  stale.sort((a, b) => a.found.oldest - b.found.oldest);
  for (const { rule, found } of stale) yield* guarded(checkParagraphs(rule, run, found.indexes));
}

/** What a rule throws it throws again where it is reported. */
function* guarded(steps: Steps<void>): Steps<void> {
  try {
    yield* steps;
    yield 1;
  } catch {
    // See above.
  }
}

function* checkAlone(rule: Exclude<Rule, CorpusRule>, run: Run): Steps<void> {
  const { document } = run;
  if (rule.scope === 'document') {
    if (rule.prepare && !documentFindings.get(document)?.has(rule)) {
      yield* preparedWithinBudget(rule, scopeOf(run), rule.prepare(document));
    }
    yield* findingsOf(rule, run);
    return;
  }
  for (const index of document.paragraphs.keys()) {
    inParagraph(rule, run, index);
    yield index / document.paragraphs.length;
  }
}

function* checkParagraphs(rule: CorpusRule, run: Run, indexes: readonly number[]): Steps<void> {
  const { document, corpus } = run;
  if (indexes.length === 0) return;
  if (rule.prepare) yield* preparedWithinBudget(rule, scopeOf(run), rule.prepare(document, corpus));
  for (const index of indexes) {
    check(rule, run, index);
    yield index / document.paragraphs.length;
  }
}

/** Paragraphs that a rule never saw in the light of other texts. */
function* unchecked(rule: CorpusRule, { document, corpus }: Run): Steps<number[]> {
  const indexes: number[] = [];
  yield* eachParagraph(document, (index, paragraph) => {
    if (corpusFindings.get(paragraph)?.get(rule)?.manifest !== corpus.manifest) indexes.push(index);
  });
  return indexes;
}

/** Paragraphs that a rule saw in the light of earlier snapshots, longest ago first, and the serial of the earliest. */
interface Stale {
  readonly indexes: readonly number[];
  readonly oldest: number;
}

function* staleParagraphs(rule: CorpusRule, { document, corpus }: Run): Steps<Stale> {
  const stale: { readonly index: number; readonly serial: number }[] = [];
  yield* eachParagraph(document, (index, paragraph) => {
    const serial = corpusFindings.get(paragraph)?.get(rule)?.serial ?? 0;
    if (serial !== corpus.serial) stale.push({ index, serial });
  });
  stale.sort((a, b) => a.serial - b.serial);
  return { indexes: stale.map(({ index }) => index), oldest: stale[0]?.serial ?? corpus.serial };
}

/** Findings that are put in their place in one step. */
const FINDINGS_OF_STEP = 1000;

function* report(
  rules: readonly Rule[],
  { document, corpus, setting, onFailure }: Run,
  find: (rule: Rule) => Steps<readonly Finding[]>,
): Steps<Reported[]> {
  const reported: Reported[] = [];
  const furniture = corpus.get(repeatedLines);
  for (const [done, rule] of rules.entries()) {
    yield done / rules.length;
    const level = setting(rule);
    if (level === 'off') continue;
    let findings: readonly Finding[];
    try {
      findings = yield* find(rule);
    } catch (error) {
      onFailure(rule, document.path, error);
      continue;
    }
    for (const [at, finding] of findings.entries()) {
      if ((at + 1) % FINDINGS_OF_STEP === 0) yield done / rules.length;
      // What a rule finds in a paragraph is kept; whether the paragraph is text follows from the newest corpus.
      if (!rule.readsFurniture && furniture.isAt(document.path, finding.start)) continue;
      const message = messageBesideBase(finding, rule, document.path, corpus);
      reported.push({ ...finding, message, rule, severity: lower(level, finding, rule) });
    }
  }
  yield 1;
  return reported.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule.code < b.rule.code ? -1 : 1));
}

const paragraphFindings = new Facts<Paragraph, Map<Rule, readonly Finding[]>>();
const documentFindings = new Facts<Document, Map<Rule, readonly Finding[]>>();

function* findingsOf(rule: Rule, run: Run): Steps<readonly Finding[]> {
  const { document } = run;
  if (rule.scope === 'document') {
    return remember(documentFindings, document, rule, () =>
      foundWithinBudget(rule, scopeOf(run), () => rule.check(document)),
    );
  }
  const found: Finding[] = [];
  yield* eachParagraph(document, (index) => {
    if (rule.scope === 'corpus') found.push(...check(rule, run, index));
    else found.push(...inParagraph(rule, run, index).map((finding) => shift(finding, document.offsets[index] ?? 0)));
  });
  return found;
}

/** Paragraphs of which what is known is looked up in one step. */
const PARAGRAPHS_OF_STEP = 200;

function* eachParagraph({ paragraphs }: Document, work: (index: number, paragraph: Paragraph) => void): Steps<void> {
  for (const [index, paragraph] of paragraphs.entries()) {
    work(index, paragraph);
    if ((index + 1) % PARAGRAPHS_OF_STEP === 0) yield index / paragraphs.length;
  }
}

/** Relative to the paragraph. */
function inParagraph(rule: ParagraphRule, run: Run, index: number): readonly Finding[] {
  const paragraph = run.document.paragraphs[index];
  if (!paragraph || (!rule.readsFurniture && isWebFurniture(paragraph))) return [];
  return remember(paragraphFindings, paragraph, rule, () =>
    foundWithinBudget(rule, scopeOf(run), () => rule.check(paragraph)),
  );
}

function remember<K extends object>(
  cache: Facts<K, Map<Rule, readonly Finding[]>>,
  key: K,
  rule: Rule,
  compute: () => readonly Finding[],
): readonly Finding[] {
  const byRule = cache.get(key) ?? new Map<Rule, readonly Finding[]>();
  cache.set(key, byRule);
  const findings = byRule.get(rule) ?? compute();
  byRule.set(rule, findings);
  return findings;
}

/** What a rule found in a paragraph in the light of other texts. */
interface Kept {
  /** The snapshot it was found in. */
  readonly serial: number;
  readonly manifest: Corpus['manifest'];
  /** Relative to the paragraph, as are the places of their evidence to theirs. */
  readonly findings: readonly Finding[];
  /** The paragraphs that bear each finding out. */
  readonly witnesses: readonly (readonly (Paragraph | undefined)[])[];
}

const corpusFindings = new Facts<Paragraph, Map<Rule, Kept>>();

/** @param serial of the snapshot; 0, which none has, if it is to be checked again beside requests. */
function check(rule: CorpusRule, run: Run, index: number, serial = run.corpus.serial): readonly Finding[] {
  const { document, corpus } = run;
  const here = placed(document, index);
  const byRule = corpusFindings.get(here.paragraph) ?? new Map<Rule, Kept>();
  const known = byRule.get(rule);
  if (known?.serial === corpus.serial) return replaced(known, here.start, corpus) ?? [];
  const findings = isWebFurniture(here.paragraph)
    ? []
    : foundWithinBudget(rule, scopeOf(run), () => rule.check(here, corpus));
  byRule.set(rule, keep(findings, here.start, corpus, serial));
  corpusFindings.set(here.paragraph, byRule);
  return findings;
}

/** What was found in the paragraph before, where it still can be shown. */
function keptFindings(
  rule: CorpusRule,
  paragraph: Paragraph,
  { offsets }: Document,
  index: number,
  corpus: Corpus,
): readonly Finding[] | undefined {
  const kept = corpusFindings.get(paragraph)?.get(rule);
  return kept?.manifest === corpus.manifest ? replaced(kept, offsets[index] ?? 0, corpus) : undefined;
}

function keep(findings: readonly Finding[], start: number, corpus: Corpus, serial: number): Kept {
  const witnesses = findings.map(({ evidence = [] }) =>
    evidence.map((place) => {
      const document = corpus.document(place.path);
      const index = document && paragraphIndexAt(document, place.start);
      return index === undefined ? undefined : document?.paragraphs[index];
    }),
  );
  const relative = findings.map((finding, at) => {
    if (!finding.evidence) return shift(finding, -start);
    const evidence = finding.evidence.map((place, which) => {
      const witness = witnesses[at]?.[which];
      return shift(place, -((witness && offsetOf(witness, place.path, corpus)) ?? 0));
    });
    return { ...shift(finding, -start), evidence };
  });
  return { serial, manifest: corpus.manifest, findings: relative, witnesses };
}

/** The findings where they now stand; `undefined` once evidence does not stand anywhere any more. */
function replaced({ findings, witnesses }: Kept, start: number, corpus: Corpus): readonly Finding[] | undefined {
  const placedNow: Finding[] = [];
  for (const [at, finding] of findings.entries()) {
    const evidence: Evidence[] = [];
    for (const [which, place] of (finding.evidence ?? []).entries()) {
      const witness = witnesses[at]?.[which];
      const offset = witness && offsetOf(witness, place.path, corpus);
      if (offset === undefined) return undefined;
      evidence.push(shift(place, offset));
    }
    placedNow.push({ ...shift(finding, start), ...(finding.evidence ? { evidence } : {}) });
  }
  return placedNow;
}

const offsetsOf = new Facts<Document, ReadonlyMap<Paragraph, number>>();

function offsetOf(paragraph: Paragraph, path: string, corpus: Corpus): number | undefined {
  const document = corpus.document(path);
  if (!document) return undefined;
  let known = offsetsOf.get(document);
  if (!known) {
    known = new Map(document.paragraphs.map((one, index) => [one, document.offsets[index] ?? 0]));
    offsetsOf.set(document, known);
  }
  return known.get(paragraph);
}

/** A finding's own, lower severity holds only where the reader left the rule at its default. */
function lower(level: Severity, finding: Finding, rule: Rule): Severity {
  if (level !== rule.severity || !finding.severity) return level;
  return SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(level) ? finding.severity : level;
}
