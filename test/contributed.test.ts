import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Contributes {
  readonly commands: readonly { readonly command: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

describe('what the extension contributes', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: Contributes };
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
});
