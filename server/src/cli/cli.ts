import { join, resolve } from 'node:path';
import { version } from '../../../package.json';
import { buildOf, CacheFolder } from '../cacheFolder.js';
import { CommandLineError, helpText, parseCommandLine, type CommandLine } from './commandLine.js';
import { openCorpora } from './corpora.js';
import { readPairs } from './pairs.js';
import { checkReport } from '../report/checkReport.js';
import { parallelsReport } from '../report/parallelsReport.js';
import { peopleReport } from '../report/peopleReport.js';
import { loadResources } from '../resources.js';

/** Where the command line writes; the process's own streams, or a test's. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly isTerminal: boolean;
}

/** Runs one command. 0: nothing found at or above `--fail-on`; 1: findings; 2: could not run, or not all of it. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  try {
    return await execute(parseCommandLine(args), streams);
  } catch (error) {
    if (!(error instanceof CommandLineError)) throw error;
    streams.error(`variorum: ${error.message}\n`);
    return 2;
  }
}

async function execute(command: CommandLine, streams: Streams): Promise<number> {
  switch (command.name) {
    case 'help':
      streams.out(helpText);
      return 0;
    case 'version':
      streams.out(`${version}\n`);
      return 0;
    case 'lsp': {
      // A bundle of its own: reading texts from the command line must not load a language server.
      const server = './server.js';
      await import(server);
      return new Promise<number>(() => undefined);
    }
    case 'check':
    case 'people':
    case 'parallels': {
      const data = join(__dirname, 'data');
      const resources = loadResources(data);
      const pairs = command.pairs === undefined ? undefined : await readPairs(command.pairs);
      const opened = await openCorpora(command.paths, resources, streams, cacheIn(command.cache, data));
      for (const problem of opened.problems) streams.error(`variorum: ${problem}\n`);
      const notRun = opened.isBroken ? 2 : 0;
      if (command.name === 'people') {
        peopleReport(opened.corpora, command.format, streams.out);
        await opened.keep();
        return notRun;
      }
      if (command.name === 'parallels') {
        parallelsReport(opened.corpora, { format: command.format, level: command.level, pairs }, streams.out);
        await opened.keep();
        return notRun;
      }
      const failed = checkReport(opened.corpora, command, streams);
      await opened.keep();
      return notRun || (failed ? 1 : 0);
    }
  }
}

function cacheIn(folder: string | undefined, data: string): CacheFolder | undefined {
  const build = folder === undefined ? undefined : buildOf(data);
  return folder === undefined || build === undefined ? undefined : new CacheFolder(resolve(folder), build);
}
