import type { Rule } from './rules/rule.js';
import type { SettingDeclaration } from './settings.js';

/** The table of rules for the README. */
export function rulesTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ code, family, severity, summary }) =>
      `| [\`${code}\`](docs/rules.md#${code}) | ${family} | ${severity} | ${summary} |`,
  );
  return ['| rule | family | severity | what it reports |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The table of settings for the README. */
export function settingsTable(settings: readonly SettingDeclaration[]): string {
  const rows = settings.map(({ key, schema }) => {
    const description = String(schema.markdownDescription ?? schema.description);
    return `| \`${key}\` | \`${JSON.stringify(schema.default)}\` | ${description} |`;
  });
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

/** docs/rules.md: one section for each rule, with its examples as the tests run them. */
export function rulesPage(rules: readonly Rule[]): string {
  const sections = rules.map((rule) =>
    [
      `## ${rule.code}`,
      `${rule.summary} ${rule.why}`,
      `Family: ${rule.family}. Severity: ${rule.severity}.`,
      `Limits: ${rule.limits}`,
      'Reported:',
      ...rule.examples.invalid.map(quoted),
      'Not reported:',
      ...rule.examples.valid.map(quoted),
    ].join('\n\n'),
  );
  return [
    '# Rules',
    '<!-- Generated from the rules by `npm run update`; do not edit. -->',
    'Each finding says what stands here and what the other sources read; the verdict is the reader’s.',
    'Set the severity of a rule in `variorum.json` (`"rules": { "misspelled-word": "off" }`) or in the setting `variorum.rules`.',
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}

/** The settings as package.json contributes them. */
export function settingsSchema(settings: readonly SettingDeclaration[]): object {
  return {
    title: 'Variorum',
    properties: Object.fromEntries(settings.map(({ key, schema }) => [key, schema])),
  };
}

/** `text` with what stands between the markers `<!-- generated: NAME -->` and `<!-- end -->` replaced. */
export function withGenerated(text: string, name: string, content: string): string {
  const opening = `<!-- generated: ${name} -->`;
  const start = text.indexOf(opening);
  const end = text.indexOf('<!-- end -->', start);
  if (start < 0 || end < 0) throw new Error(`no place for the generated ${name}`);
  return `${text.slice(0, start + opening.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** An example as the page shows it: each document under its name, what is reported in bold. */
function quoted(example: string): string {
  return example
    .trim()
    .split('\n')
    .map((line) => {
      const name = /^-- (.+) --$/.exec(line)?.[1];
      const words = line
        .replace(/[\\`*_<>#[\]|]/g, (mark, at: number) => (isMarker(line, at) ? mark : `\\${mark}`))
        .replace(/\[\|/g, '**')
        .replace(/\|\](?:\{[a-z-]+\})?/g, '**');
      return name ? `> *${name}*\n>` : `> ${words}`;
    })
    .join('\n');
}

function isMarker(line: string, at: number): boolean {
  const pair = line.slice(at, at + 2);
  const before = line.slice(at - 1, at + 1);
  return pair === '[|' || pair === '|]' || before === '[|' || before === '|]';
}
