import { parseTree, getNodeValue, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import picomatch from 'picomatch';
import type { Manifest, PersonEntry, Witness } from './analysis/manifest.js';
import type { Span } from './core/span.js';
import { allRules } from './rules/allRules.js';
import { SEVERITIES } from './rules/rule.js';

/** Name of the file that makes a folder a corpus. */
export const MANIFEST_NAME = 'variorum.json';

/** Texts of a corpus whose manifest does not say which they are. */
export const DEFAULT_SOURCES: readonly string[] = ['**/*.txt', '**/*.md'];

/** A manifest as read: what it declares, and what could not be taken. */
export interface ManifestFile {
  readonly manifest: Manifest;
  /** Whether a path, relative to the corpus folder, is one of its texts. */
  readonly isSource: (path: string) => boolean;
  readonly problems: readonly ManifestProblem[];
  /** Two manifests of one structure differ in their words and severities at most. */
  readonly structure: string;
}

/** `span` in the manifest's own text. `isBroken`: the file as a whole could not be read, all of it is at defaults. */
export interface ManifestProblem extends Span {
  readonly message: string;
  readonly isBroken: boolean;
}

const LEVELS: readonly string[] = ['off', ...SEVERITIES];
const WITNESS_KEYS = ['siglum', 'title', 'author', 'publisher', 'date', 'url', 'lineage', 'language'] as const;

/** The manifest of a corpus without one, or with texts that a setting names. */
export function defaultManifest(sources: readonly string[] = DEFAULT_SOURCES): ManifestFile {
  return readManifest(JSON.stringify({ sources }));
}

/** Reads `variorum.json`: JSON with comments. Never throws; what is wrong is reported and left at its default. */
export function readManifest(text: string): ManifestFile {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const problems: ManifestProblem[] = errors.map((error) => ({
    start: error.offset,
    end: Math.max(error.offset + error.length, error.offset + 1),
    message: `not valid JSON: ${sentenceOf(printParseErrorCode(error.error))}`,
    isBroken: true,
  }));
  const whole = { start: 0, end: Math.max(text.length, 1) };
  if (problems.length === 0 && root?.type !== 'object') {
    problems.push({ ...whole, message: 'must be a JSON object', isBroken: true });
  }
  const reader = new Reader(problems.length === 0 ? root : undefined, problems);
  const sources = reader.strings('sources') ?? DEFAULT_SOURCES;
  const exclude = reader.strings('exclude') ?? [];
  const drafts = reader.strings('drafts') ?? [];
  const matches = matcher([...sources, ...drafts]);
  const isExcluded = matcher(exclude);
  const manifest: Manifest = {
    base: reader.string('base'),
    witnesses: reader.witnesses(),
    people: reader.people(),
    language: reader.string('language'),
    words: new Set(reader.strings('words') ?? []),
    phrases: reader.phrases(),
    rules: reader.rules(),
    isDraft: matcher(drafts),
  };
  reader.reportUnknown([
    '$schema',
    'sources',
    'exclude',
    'drafts',
    'base',
    'witnesses',
    'people',
    'language',
    'rules',
    'words',
    'phrases',
  ]);
  const structure = JSON.stringify([
    sources,
    exclude,
    drafts,
    { ...manifest, words: [], rules: [], witnesses: [...manifest.witnesses], people: [...manifest.people] },
  ]);
  return { manifest, isSource: (path) => matches(path) && !isExcluded(path), problems, structure };
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  return picomatch([...globs], { dot: false, nocase: false });
}

function sentenceOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

class Reader {
  constructor(
    private readonly root: Node | undefined,
    private readonly problems: ManifestProblem[],
  ) {}

  string(key: string): string | undefined {
    const node = this.#value(this.root, key);
    if (!node) return undefined;
    if (node.type === 'string') return node.value as string;
    this.#report(node, `"${key}" must be a string`);
    return undefined;
  }

  strings(key: string): string[] | undefined {
    const node = this.#value(this.root, key);
    if (!node) return undefined;
    const value: unknown = getNodeValue(node);
    if (Array.isArray(value) && value.every((entry): entry is string => typeof entry === 'string')) return value;
    this.#report(node, `"${key}" must be a list of strings`);
    return undefined;
  }

  witnesses(): Map<string, Witness> {
    const witnesses = new Map<string, Witness>();
    for (const { key: path, node } of this.#entries('witnesses')) {
      const witness: Record<string, string> = {};
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        const name = String(key?.value);
        if (!WITNESS_KEYS.some((known) => known === name)) this.#report(property, `unknown key "${name}" of a witness`);
        else if (value?.type === 'string') witness[name] = value.value as string;
        else this.#report(property, `"${name}" of a witness must be a string`);
      }
      witnesses.set(path, witness);
    }
    return witnesses;
  }

  people(): Map<string, PersonEntry | false> {
    const people = new Map<string, PersonEntry | false>();
    for (const { key: name, node } of this.#entries('people')) {
      if (name.trim() === '') this.#report(node, 'a person needs a name');
      else if (node.type === 'boolean' && node.value === false) people.set(name, false);
      else if (node.type === 'object') people.set(name, this.#person(node));
      else this.#report(node, `"${name}" must be an object, or false for what is no person`);
    }
    this.#reportSharedNames(people);
    return people;
  }

  #person(node: Node): PersonEntry {
    const person: { same: string[]; not: string[]; about?: string } = { same: [], not: [] };
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      const name = String(key?.value);
      if (name === 'about') {
        if (value?.type === 'string') person.about = value.value as string;
        else this.#report(property, '"about" of a person must be a string');
      } else if (name === 'same' || name === 'not') {
        const forms: unknown = value && getNodeValue(value);
        if (Array.isArray(forms) && forms.every((form): form is string => typeof form === 'string'))
          person[name] = forms;
        else this.#report(property, `"${name}" of a person must be a list of names`);
      } else this.#report(property, `unknown key "${name}" of a person`);
    }
    return person;
  }

  /** One name cannot be declared to mean two people. */
  #reportSharedNames(people: ReadonlyMap<string, PersonEntry | false>): void {
    const owners = new Map<string, string>();
    for (const { key: name, node } of this.#entries('people')) {
      const entry = people.get(name);
      for (const form of entry ? [name, ...entry.same] : []) {
        const key = form.toLowerCase();
        const owner = owners.get(key);
        if (owner !== undefined && owner !== name) this.#report(node, `"${form}" is also a name of "${owner}"`);
        owners.set(key, name);
      }
    }
  }

  phrases(): Map<string, string | null> {
    const phrases = new Map<string, string | null>();
    for (const { key: phrase, node } of this.#entries('phrases')) {
      const value: unknown = node.value;
      if (phrase.trim() === '') this.#report(node, 'a phrase needs words');
      else if (node.type === 'null' || (typeof value === 'string' && value !== ''))
        phrases.set(phrase, value as string | null);
      else this.#report(node, `"${phrase}" must be the expected expression, or null for a phrase that is meant`);
    }
    return phrases;
  }

  rules(): Map<string, string> {
    const rules = new Map<string, string>();
    for (const { key: code, node } of this.#entries('rules')) {
      if (!allRules.some((rule) => rule.code === code)) this.#report(node, `unknown rule "${code}"`);
      else if (!LEVELS.includes(String(node.value))) {
        this.#report(node, `the severity of "${code}" must be one of ${LEVELS.join(', ')}`);
      } else rules.set(code, String(node.value));
    }
    return rules;
  }

  reportUnknown(known: readonly string[]): void {
    for (const property of this.root?.children ?? []) {
      const key = property.children?.[0];
      if (key && !known.includes(String(key.value))) this.#report(key, `unknown key "${String(key.value)}"`);
    }
  }

  #entries(key: string): { key: string; node: Node }[] {
    const node = this.#value(this.root, key);
    if (!node) return [];
    if (node.type !== 'object') {
      this.#report(node, `"${key}" must be an object`);
      return [];
    }
    return (node.children ?? []).flatMap((property) => {
      const [name, value] = property.children ?? [];
      return name && value ? [{ key: String(name.value), node: value }] : [];
    });
  }

  #value(node: Node | undefined, key: string): Node | undefined {
    return node?.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
  }

  #report(node: Node, message: string): void {
    this.problems.push({ start: node.offset, end: node.offset + node.length, message, isBroken: false });
  }
}
