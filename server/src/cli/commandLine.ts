import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '../rules/rule.js';

export type Format = 'text' | 'json' | 'jsonl' | 'sarif' | 'csv' | 'html';
export type Level = 'sentence' | 'passage';

export type CommandLine =
  | { readonly name: 'help' | 'version' | 'lsp' }
  | {
      readonly name: 'check' | 'people' | 'parallels';
      readonly paths: readonly string[];
      readonly format: Format;
      readonly failOn: Severity | 'never';
      readonly level: Level;
      readonly pairs: string | undefined;
      /** Folder in which what was read is kept for the next time. */
      readonly cache: string | undefined;
    };

/** What the user typed cannot be carried out; the message is for them. */
export class CommandLineError extends Error {}

export const helpText = `Variorum reads many sources as one.

  variorum check [paths…]       findings: typos, debris, altered quotations, conflicts
  variorum people [paths…]      who is named, in which forms and roles, and where
  variorum parallels [paths…]   passages that run parallel, verbatim or reworded
  variorum lsp --stdio          the language server, for editors

A path is a file or a folder, read recursively; without one, the current folder.
The paths given are the corpus; a variorum.json inside is honoured.

  --format text|json|jsonl         text by default
  --format sarif|csv|html          of check only; html is one page to send to somebody
  --fail-on hint|information|warning|error|never
                                   exit status 1 from this severity on (default: warning)
  --level sentence|passage         of parallels; sentence by default
  --pairs FILE                     of parallels: only the document pairs listed there, a<TAB>b
  --cache DIR                      keeps what was read, copies of the texts included, for the next time
  --version, --help

Exit status: 0 nothing to report, 1 findings, 2 could not run.
`;

const FORMATS: readonly Format[] = ['text', 'json', 'jsonl', 'sarif', 'csv', 'html'];
const CHECK_ONLY: readonly Format[] = ['sarif', 'csv', 'html'];
const LEVELS: readonly Level[] = ['sentence', 'passage'];
const FAIL_ON: readonly (Severity | 'never')[] = [...SEVERITIES, 'never'];

/** Throws {@link CommandLineError} for anything it does not know. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  const [name, ...paths] = positionals;
  if (values.version) return { name: 'version' };
  if (values.help || name === 'help') return { name: 'help' };
  switch (name) {
    case undefined:
      throw new CommandLineError('which command? (check, people, parallels, lsp; variorum --help says more)');
    case 'lsp':
      if (!values.stdio && !values['node-ipc'] && values.socket === undefined) {
        throw new CommandLineError('lsp needs --stdio');
      }
      return { name };
    case 'check':
    case 'people':
    case 'parallels': {
      const format = oneOf('--format', values.format, FORMATS);
      if (CHECK_ONLY.includes(format) && name !== 'check')
        throw new CommandLineError(`--format ${format} is for check, not ${name}`);
      if (values.pairs !== undefined && name !== 'parallels') throw new CommandLineError('--pairs is for parallels');
      if (values.level !== 'sentence' && name !== 'parallels') throw new CommandLineError('--level is for parallels');
      return {
        name,
        paths: paths.length > 0 ? paths : ['.'],
        format,
        failOn: oneOf('--fail-on', values['fail-on'], FAIL_ON),
        level: oneOf('--level', values.level, LEVELS),
        pairs: values.pairs,
        cache: values.cache,
      };
    }
    default:
      throw new CommandLineError(
        `unknown command "${name}" (check, people, parallels, lsp; variorum --help says more)`,
      );
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        'fail-on': { type: 'string', default: 'warning' },
        level: { type: 'string', default: 'sentence' },
        pairs: { type: 'string' },
        cache: { type: 'string' },
        stdio: { type: 'boolean' },
        'node-ipc': { type: 'boolean' },
        socket: { type: 'string' },
        clientProcessId: { type: 'string' },
        version: { type: 'boolean', short: 'v' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node's own words name the option, in a first sentence that is clear enough.
    const [first = 'unknown option'] = (error as Error).message.split(/\. |\n/);
    throw new CommandLineError(`${first.charAt(0).toLowerCase()}${first.slice(1)}`);
  }
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new CommandLineError(`${option} must be one of ${known.join(', ')}, not "${value}"`);
  return found;
}
