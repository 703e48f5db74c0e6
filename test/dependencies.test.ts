import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

interface Locked {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly license?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };

/** Data in the packages that ship though no bundle names them. */
const DICTIONARIES = ['node_modules/@cspell/dict-en_us', 'node_modules/@cspell/dict-en-gb-mit'];
/** The Blue Oak licence, as free as the others, comes with the globs of vscode-languageclient. */
const ALLOWED = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0'];

describe('dependencies', () => {
  it('are what the lockfile says, byte for byte', () => {
    const unsure = Object.entries(packages).filter(
      ([folder, { integrity }]) => folder !== '' && !integrity?.startsWith('sha512-'),
    );
    assert.deepEqual(
      unsure.map(([folder]) => folder),
      [],
    );
  });

  it('come from the registry that whoever installs has named, and from nowhere else', () => {
    const elsewhere = Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined || link);
    assert.deepEqual(elsewhere, []);
    assert.match(readFileSync('.npmrc', 'utf8'), /^omit-lockfile-registry-resolved=true$/m);
  });

  it('are asked for by version, and installed in CI as locked', () => {
    const { dependencies = {}, devDependencies } = packages['']! as Record<string, Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, range]) => !/^[~^]?\d+\.\d+\.\d+$|^>=\S+ <\S+$/.test(range),
    );
    assert.deepEqual(loose, []);
    const ci = readFileSync('.ci/run', 'utf8');
    assert.match(ci, /^npm ci\b/m);
    assert.doesNotMatch(ci, /npm (?:i|install|add|update|exec)\b|npx\b/);
  });

  it('that ship may be passed on', async () => {
    const { metafile } = await build({
      entryPoints: ['client/src/extension.ts', 'server/src/main.ts', 'server/src/cliMain.ts'],
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      external: ['vscode', './server.js'],
      outdir: 'out',
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    const bundled = Object.keys(metafile.inputs).flatMap(
      (file) => /\bnode_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
    );
    const shipped = new Set([...bundled, ...DICTIONARIES]);
    assert.ok(shipped.has('node_modules/vscode-languageserver'), 'the pattern no longer sees what is bundled');
    for (const folder of shipped) {
      const { license } = packages[folder] ?? {};
      assert.ok(license !== undefined && ALLOWED.includes(license), `${folder}: ${license ?? 'not in the lockfile'}`);
    }
  });
});
