import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** What each layer may import: folders of ours (with `/`), single files, and packages. The first match counts. */
const LAYERS: readonly { readonly files: string; readonly may: readonly string[] }[] = [
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
  { files: 'client/src/', may: ['client/src/', 'vscode', 'vscode-languageclient/node', 'jsonc-parser'] },
];

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
);

/** Modules a file imports: ours as paths from the project's folder, packages by name. */
function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => {
    if (!fileName.startsWith('.')) return fileName;
    return posix.join(posix.dirname(file), fileName).replace(/\.js$/, '.ts');
  });
}

describe('architecture', () => {
  for (const file of files) {
    it(file, () => {
      const layer = LAYERS.find(({ files: prefix }) => file.startsWith(prefix));
      assert.ok(layer, 'belongs to no layer');
      const forbidden = importsOf(file).filter(
        (name) => !layer.may.some((allowed) => (/[/:]$/.test(allowed) ? name.startsWith(allowed) : name === allowed)),
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
