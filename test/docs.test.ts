import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { rulesPage, rulesTable, settingsSchema, settingsTable, withGenerated } from '../server/src/docs.js';
import { ruleUrl } from '../server/src/features/toProtocol.js';
import { allRules } from '../server/src/rules/allRules.js';
import { settingDeclarations } from '../server/src/settings.js';

/** `npm run update` writes what is generated; every other run only compares. */
const isUpdate = process.env.npm_lifecycle_event === 'update';

function checkFile(path: string, generate: (current: string) => string): void {
  const current = readFileSync(path, 'utf8');
  const wanted = generate(current);
  if (isUpdate && wanted !== current) writeFileSync(path, wanted);
  else assert.equal(current, wanted, `${path} is out of date: run npm run update`);
}

describe('generated text is current', () => {
  it('README.md', () =>
    checkFile('README.md', (text) =>
      withGenerated(withGenerated(text, 'rules', rulesTable(allRules)), 'settings', settingsTable(settingDeclarations)),
    ));
  it('docs/rules.md', () => checkFile('docs/rules.md', () => rulesPage(allRules)));
  it('package.json', () =>
    checkFile('package.json', (text) => {
      const manifest = JSON.parse(text) as { contributes: { configuration: object } };
      manifest.contributes.configuration = settingsSchema(settingDeclarations);
      return `${JSON.stringify(manifest, null, 2)}\n`;
    }));
  it('client/variorum.schema.json knows every rule', () =>
    checkFile('client/variorum.schema.json', (text) => {
      const schema = JSON.parse(text) as { properties: { rules: Record<string, unknown> } };
      schema.properties.rules = {
        description: 'Severity of each rule in this corpus, by its code.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          allRules.map(({ code, summary }) => [
            code,
            { enum: ['off', 'hint', 'information', 'warning', 'error'], description: summary },
          ]),
        ),
      };
      return `${JSON.stringify(schema, null, 2)}\n`;
    }));
});

describe('what every rule declares', () => {
  it('codes are unique and in order', () => {
    const codes = allRules.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
  });
  it('a finding leads to the section of its rule', () => {
    const { repository } = JSON.parse(readFileSync('package.json', 'utf8')) as { repository: { url: string } };
    const page = `${repository.url.replace(/\.git$/, '')}/blob/main/docs/rules.md`;
    const sections = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    assert.deepEqual(
      allRules.map(({ code }) => ruleUrl(code)).filter((url) => !sections.some((title) => url === `${page}#${title}`)),
      [],
    );
  });
  for (const rule of allRules) {
    it(rule.code, () => {
      assert.match(rule.code, /^[a-z]+(-[a-z]+)+$/);
      assert.match(readFileSync(`server/src/rules/${rule.code}.ts`, 'utf8'), new RegExp(`code: '${rule.code}'`));
      for (const sentence of [rule.summary, rule.why]) assert.match(sentence, /^[\p{Lu}“].*\.$/u);
      assert.ok(rule.limits.length > 0);
      assert.ok(rule.examples.valid.length > 0 && rule.examples.invalid.length > 0);
      for (const example of rule.examples.invalid) assert.match(example, new RegExp(`\\{${rule.code}\\}`));
    });
  }
});
