import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Setting {
  readonly scope?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Setting;
  readonly properties?: Readonly<Record<string, Setting>>;
}

interface Contributes {
  readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  readonly commands: readonly { readonly command: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

describe('what the extension contributes', () => {
  const { contributes, capabilities } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: Contributes;
    capabilities: Readonly<Record<string, { readonly supported: unknown }>>;
  };
  const folder = 'test/vscode';
  const suites = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const isDriven = (command: string) => suites.some((text) => text.includes(`'${command}'`));

  it('every command is driven in VS Code', () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((one) => !isDriven(one)),
      [],
    );
  });

  it('every view is opened in VS Code', () => {
    const ids = Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id) => !isDriven(`${id}.focus`)),
      [],
    );
  });

  it('works in a folder that is not trusted: its settings can name words, and texts in it, and nothing to run', () => {
    assert.equal(capabilities.untrustedWorkspaces?.supported, true);
    const takesAnyWords = ({ type, enum: values, items, properties }: Setting): boolean =>
      ([type].flat().includes('string') && !values) ||
      [items ?? [], Object.values(properties ?? {})].flat().some(takesAnyWords);
    assert.deepEqual(
      // No folder can change what holds for the machine.
      Object.entries(contributes.configuration.properties).flatMap(([name, setting]) =>
        takesAnyWords(setting) && setting.scope !== 'machine' ? name : [],
      ),
      ['variorum.sources', 'variorum.words'],
    );
  });
});
