import { allRules } from './rules/allRules.js';
import { SEVERITIES, type Rule } from './rules/rule.js';
import type { RuleSetting } from './rules/runRules.js';

/** The settings a reader can change, `variorum.` left out. Read once for each change; every value is valid. */
export interface Settings {
  readonly sources: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly words: readonly string[];
  readonly dialect: 'both' | 'en-US' | 'en-GB';
  readonly diagnosticsScope: 'open' | 'corpus';
  readonly personCards: boolean;
  readonly codeLenses: boolean;
  readonly semanticTokens: boolean;
  readonly cache: boolean;
}

/** One setting as the editor's settings page shows it. */
export interface SettingDeclaration {
  readonly key: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const LEVELS: readonly RuleSetting[] = ['off', ...SEVERITIES];

const DIALECTS: readonly Settings['dialect'][] = ['both', 'en-US', 'en-GB'];

/** The table that package.json and the README are generated from. */
export const settingDeclarations: readonly SettingDeclaration[] = [
  {
    key: 'variorum.sources',
    schema: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      scope: 'resource',
      markdownDescription:
        'Globs of the texts to read as sources in a workspace folder without a `variorum.json`. Empty: the folder is no corpus, and nothing happens in it.',
    },
  },
  {
    key: 'variorum.rules',
    schema: {
      type: 'object',
      default: {},
      scope: 'resource',
      additionalProperties: false,
      properties: Object.fromEntries(
        allRules.map((rule) => [rule.code, { enum: LEVELS, default: rule.severity, description: rule.summary }]),
      ),
      markdownDescription: 'Severity of each rule, or `off`. A `variorum.json` that names the rule comes first.',
    },
  },
  {
    key: 'variorum.words',
    schema: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      markdownDescription: 'Words that are right in every corpus you read.',
    },
  },
  {
    key: 'variorum.dialect',
    schema: {
      type: 'string',
      enum: DIALECTS,
      enumDescriptions: ['Both spellings are right.', 'American spelling.', 'British spelling.'],
      default: 'both',
      markdownDescription:
        'Whose spelling is right in texts of which neither their front matter nor `variorum.json` says it (`language`).',
    },
  },
  {
    key: 'variorum.diagnostics.scope',
    schema: {
      type: 'string',
      enum: ['open', 'corpus'],
      enumDescriptions: ['The texts that are open in an editor.', 'Every text of the corpus.'],
      default: 'open',
      description: 'For which texts findings are shown in the Problems panel.',
    },
  },
  {
    key: 'variorum.hover.people',
    schema: { type: 'boolean', default: true, description: 'Whether pointing at a name shows the person’s card.' },
  },
  {
    key: 'variorum.codeLens',
    schema: {
      type: 'boolean',
      default: false,
      description: 'Whether a line above each passage says how many sources have it, and how many differ.',
    },
  },
  {
    key: 'variorum.semanticTokens',
    schema: {
      type: 'boolean',
      default: false,
      description: 'Whether names of people, quotations and numbers are coloured by the theme.',
    },
  },
  {
    key: 'variorum.cache',
    schema: {
      type: 'boolean',
      default: true,
      markdownDescription:
        'Whether what was read of large folders is kept in the editor’s storage, copies of the texts included, so that the next start takes a fraction of the time. **Variorum: Clear Cache** empties it.',
    },
  },
  {
    key: 'variorum.server.memory',
    schema: {
      type: 'integer',
      minimum: 0,
      default: 0,
      scope: 'machine',
      markdownDescription:
        'Megabytes that the language server may use, for folders of many ten thousand texts; 0: what Node takes by itself. Holds from the next start of the editor. The editor’s own Node has 4,096 at most: for more, see `#variorum.server.node#`.',
    },
  },
  {
    key: 'variorum.server.node',
    schema: {
      type: 'string',
      default: '',
      scope: 'machine',
      markdownDescription:
        'Path of a Node 20 or newer that runs the language server; empty: the editor’s own. Holds from the next start of the editor.',
    },
  },
  {
    key: 'variorum.trace.server',
    schema: {
      type: 'string',
      enum: ['off', 'messages', 'verbose'],
      default: 'off',
      description: 'Writes the traffic with the language server to the output channel, for reporting a bug.',
    },
  },
];

/** Reads the section `variorum` of a client's configuration; whatever is missing or wrong is at its default. */
export function readSettings(section: unknown): Settings {
  const value = isRecord(section) ? section : {};
  const rules: Record<string, RuleSetting> = {};
  for (const [code, level] of Object.entries(isRecord(value.rules) ? value.rules : {})) {
    const known = LEVELS.find((candidate) => candidate === level);
    if (known) rules[code] = known;
  }
  const diagnostics = isRecord(value.diagnostics) ? value.diagnostics : {};
  const hover = isRecord(value.hover) ? value.hover : {};
  return {
    sources: strings(value.sources),
    rules,
    words: strings(value.words),
    dialect: DIALECTS.find((dialect) => dialect === value.dialect) ?? 'both',
    diagnosticsScope: diagnostics.scope === 'corpus' ? 'corpus' : 'open',
    personCards: hover.people !== false,
    codeLenses: value.codeLens === true,
    semanticTokens: value.semanticTokens === true,
    cache: value.cache !== false,
  };
}

/** The manifest's word on a rule comes first, then the reader's, then the rule's own. */
export function levelOf(
  rule: Rule,
  manifest: ReadonlyMap<string, string>,
  settings: Pick<Settings, 'rules'>,
): RuleSetting {
  const declared = manifest.get(rule.code) ?? settings.rules[rule.code];
  return LEVELS.find((level) => level === declared) ?? rule.severity;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
