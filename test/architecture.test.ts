import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/**
 * What each layer may import: folders of ours (with `/`), single files, and packages; and of what it may import types
 * only, which are nothing when it runs. The first match counts.
 */
const LAYERS: readonly {
  readonly files: string;
  readonly may: readonly string[];
  readonly types?: readonly string[];
}[] = [
  { files: 'server/src/core/', may: ['server/src/core/', 'cspell-trie-lib'] },
  { files: 'server/src/analysis/', may: ['server/src/core/', 'server/src/analysis/', 'yaml'] },
  { files: 'server/src/rules/', may: ['server/src/core/', 'server/src/analysis/', 'server/src/rules/'] },
  {
    files: 'server/src/features/',
    may: [
      'server/src/core/',
      'server/src/analysis/',
      'server/src/rules/',
      'server/src/features/',
      'vscode-languageserver',
      'vscode-languageserver-textdocument',
    ],
  },
  { files: 'server/src/settings.ts', may: ['server/src/rules/'] },
  { files: 'server/src/docs.ts', may: ['server/src/rules/', 'server/src/settings.ts'] },
  {
    files: 'server/src/report/',
    may: [
      'server/src/core/',
      'server/src/analysis/',
      'server/src/rules/',
      'server/src/report/',
      'server/src/processorTime.ts',
      'server/src/settings.ts',
      'server/src/cli/',
      'package.json',
      'vscode-languageserver-textdocument',
    ],
  },
  {
    files: 'server/src/cli/',
    may: [
      'server/src/core/',
      'server/src/analysis/',
      'server/src/rules/',
      'server/src/report/',
      'server/src/cli/',
      'server/src/cacheFolder.ts',
      'server/src/corpusCache.ts',
      'server/src/manifestFile.ts',
      'server/src/resources.ts',
      'server/src/sourceFiles.ts',
      'server/src/sourceFolder.ts',
      'package.json',
      'node:',
    ],
  },
  { files: 'server/src/cliMain.ts', may: ['server/src/cli/'] },
  {
    files: 'server/src/publisher.ts',
    may: ['server/src/', 'vscode-languageserver'],
  },
  {
    files: 'server/src/actionRequests.ts',
    may: ['server/src/', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  {
    files: 'server/src/baseRequest.ts',
    may: ['server/src/', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'node:'],
  },
  {
    files: 'server/src/manifestEditing.ts',
    may: ['server/src/', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'node:', 'jsonc-parser'],
  },
  { files: 'server/src/peopleRequests.ts', may: ['server/src/', 'vscode-languageserver'] },
  { files: 'server/src/readingRequests.ts', may: ['server/src/', 'vscode-languageserver'] },
  {
    files: 'server/src/requests.ts',
    may: ['server/src/', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  {
    files: 'server/src/server.ts',
    may: ['server/src/', 'package.json', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  { files: 'server/src/main.ts', may: ['server/src/', 'vscode-languageserver/node', 'node:'] },
  // The rest of the shell reads files and decodes; it knows no protocol.
  {
    files: 'server/src/',
    may: ['server/src/core/', 'server/src/analysis/', 'server/src/', 'node:', 'ignore', 'jsonc-parser', 'picomatch'],
  },
  {
    files: 'client/src/',
    may: ['client/src/', 'vscode', 'vscode-languageclient/node', 'jsonc-parser'],
    // What the server answers, so that it is written down once.
    types: ['server/src/features/', 'server/src/readingRequests.ts', 'server/src/baseRequest.ts'],
  },
];

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
);

/** Modules a file imports: ours as paths from the project's folder, packages by name. */
function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => resolved(file, fileName));
}

/** Modules of which a file imports nothing but types. */
function typesOnlyOf(file: string): Set<string> {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const [types, values] = [new Set<string>(), new Set<string>()];
  for (const one of statements) {
    if (!ts.isImportDeclaration(one) || !ts.isStringLiteral(one.moduleSpecifier)) continue;
    const isType = one.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    (isType ? types : values).add(resolved(file, one.moduleSpecifier.text));
  }
  return new Set([...types].filter((name) => !values.has(name)));
}

function resolved(file: string, name: string): string {
  if (!name.startsWith('.')) return name;
  const path = posix.join(posix.dirname(file), name).replace(/\.js$/, '');
  return path.endsWith('.json') ? path : `${path.replace(/\.ts$/, '')}.ts`;
}

function isAmong(name: string, allowed: readonly string[]): boolean {
  return allowed.some((one) => (/[/:]$/.test(one) ? name.startsWith(one) : name === one));
}

describe('architecture', () => {
  for (const file of files) {
    it(file, () => {
      const layer = LAYERS.find(({ files: prefix }) => file.startsWith(prefix));
      assert.ok(layer, 'belongs to no layer');
      const types = typesOnlyOf(file);
      const forbidden = importsOf(file).filter(
        (name) => !isAmong(name, layer.may) && !(types.has(name) && isAmong(name, layer.types ?? [])),
      );
      assert.deepEqual(forbidden, [], `${layer.files} may not import these`);
      if (/^server\/src\/(core|analysis|rules)\//.test(file)) {
        assert.doesNotMatch(readFileSync(file, 'utf8'), /\b(?:console|process)\./, 'pure layers know no process');
      }
    });
  }

  it('no module imports itself through others', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file).filter((name) => files.includes(name))]));
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      assert.ok(!path.includes(file), `a cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });
});
