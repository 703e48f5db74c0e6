// Measures the server as an editor meets it, over generated corpora:  npm run bench -- [sources …]   (default 100 1000)
// Prints medians and 95th percentiles; it judges nothing.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { cpus, totalmem, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { startClient } from './bench/client.mjs';
import { stories } from './bench/stories.mjs';

const SIZE = 5000;
const OPEN_SIZE = 100_000;
const EDITS = 30;
const QUERIES = 60;
const LISTS = 10;
/** What an editor shows at a time. */
const LINES = 40;
/** In ms, after which a corpus that is not kept on disk never will be: the largest are not. */
const LONGEST_KEEPING = 60_000;
/** Ten keys a second, which few can type; and how long VS Code waits before it asks for a hover. */
const BETWEEN_KEYS = 100;
const BEFORE_QUERY = 300;

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 2)) {
  console.error('usage: npm run bench -- [sources …], each a number from 2');
  process.exit(2);
}

const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
const inMs = (values) => `${quantile(values, 0.5).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)}`;

async function measure(count) {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-bench-'));
  try {
    mkdirSync(path.join(folder, 'sources'));
    writeFileSync(path.join(folder, 'variorum.json'), '{}');
    const files = stories(count, SIZE);
    for (const [name, text] of files) writeFileSync(path.join(folder, 'sources', name), text);
    // The file that is edited is long, and made of what the sources tell.
    let text = '';
    for (let at = 0; text.length < OPEN_SIZE; at++) text += `${files[(at * 5) % files.length][1]}\n`;
    const open = path.join(folder, 'open.txt');
    writeFileSync(open, text);
    const warm = await measureWarm(folder);
    return { ...warm, ...(await drive(folder, pathToFileURL(open).href, text)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A start with what an earlier session kept: that one must be left alone until it has. */
async function measureWarm(folder) {
  const cacheFolder = path.join(folder, 'cache');
  mkdirSync(cacheFolder);
  const first = await startClient(folder, { cacheFolder });
  const keptFile = () => readdirSync(cacheFolder).find((name) => name.endsWith('.variorum-cache'));
  let watcher;
  const kept = new Promise((resolve) => (watcher = watch(cacheFolder, () => keptFile() && resolve())));
  await first.indexed;
  if (!keptFile()) await Promise.race([kept, pause(LONGEST_KEEPING)]);
  watcher.close();
  await first.stop();
  const name = keptFile();
  if (!name) return { warm: NaN, cacheSize: NaN };
  const cacheSize = statSync(path.join(cacheFolder, name)).size / 2 ** 20;
  const starts = [];
  for (let time = 0; time < 3; time++) {
    const started = performance.now();
    const client = await startClient(folder, { cacheFolder });
    await client.indexed;
    starts.push(performance.now() - started);
    await client.stop();
  }
  return { warm: quantile(starts, 0.5), cacheSize };
}

async function drive(folder, uri, original) {
  let text = original;
  let version = 1;
  const started = performance.now();
  const client = await startClient(folder);
  const { connection } = client;
  const first = client.published((one) => one.uri === uri).then(() => performance.now() - started);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version, text },
  });
  await client.indexed;
  const index = performance.now() - started;
  /** As VS Code tells it when a text is opened, all is read, or the reader has scrolled. */
  const show = async (line) => {
    const range = {
      start: { line: Math.max(0, line - LINES / 2), character: 0 },
      end: { line: line + LINES / 2, character: 0 },
    };
    await connection.sendNotification('variorum/shown', { textDocument: { uri }, range });
  };
  await show(LINES / 2);
  const memoryIndexed = client.memory();
  const firstFindings = await first;
  const complete = client.published((one) => one.uri === uri && one.version === 2);
  const edit = async () => {
    const lines = text.split('\n');
    const line = Math.floor((version * 7919) % lines.length);
    const at = { line, character: lines[line].length };
    const insert = version % 2 ? ' x' : '.';
    lines[line] += insert;
    text = lines.join('\n');
    version++;
    const seen = client.published((one) => one.uri === uri && one.version === version);
    const begun = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: insert }],
    });
    await seen;
    return performance.now() - begun;
  };
  await edit();
  await complete;
  const keystrokes = [];
  for (let count = 0; count < EDITS; count++) {
    const took = await edit();
    keystrokes.push(took);
    await pause(Math.max(0, BETWEEN_KEYS - took));
  }
  /** Asks of lines all over the text; `isShown`: after the reader has scrolled there. */
  const ask = async (method, isShown, from = 0) => {
    const times = [];
    const lines = text.split('\n');
    for (let count = from; count < from + QUERIES; count++) {
      const line = (count * 104_729) % lines.length;
      const position = { line, character: Math.floor(lines[line].length / 3) };
      if (isShown) await show(line);
      await pause(BEFORE_QUERY);
      const begun = performance.now();
      await connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
      times.push(performance.now() - begun);
    }
    return times;
  };
  // The first ones while the last edit is still being checked.
  const hoverChecking = await ask('hover', true);
  const hover = await ask('hover', true, QUERIES);
  const hoverUnseen = await ask('hover', false, 2 * QUERIES);
  const definition = await ask('definition', true, 3 * QUERIES);
  const listed = [];
  let people = [];
  for (let count = 0; count < LISTS; count++) {
    await pause(BEFORE_QUERY);
    const begun = performance.now();
    ({ people } = await connection.sendRequest('variorum/people', { limit: QUERIES }));
    listed.push(performance.now() - begun);
  }
  const person = [];
  for (const { uri: named, range } of people) {
    await pause(BEFORE_QUERY);
    const begun = performance.now();
    await connection.sendRequest('textDocument/hover', { textDocument: { uri: named }, position: range.start });
    person.push(performance.now() - begun);
  }
  const memory = client.memory();
  await client.stop();
  return {
    index,
    firstFindings,
    keystrokes,
    hoverChecking,
    hover,
    hoverUnseen,
    listed,
    person,
    definition,
    memoryIndexed,
    memory,
  };
}

console.log(
  `${cpus()[0]?.model ?? 'processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}`,
);
console.log(
  `sources of ${SIZE / 1000} kB and an open file of ${OPEN_SIZE / 1000} kB; times in ms, median / 95th percentile;\nten keys a second, and ${BEFORE_QUERY} ms before each question\n`,
);
/** What is measured, in the order of the table: numbers as they are, lists as median and 95th percentile. */
const COLUMNS = [
  ['first index', ({ index }) => index],
  ['warm start', ({ warm }) => warm],
  ['cache, MB', ({ cacheSize }) => cacheSize],
  ['first findings', ({ firstFindings }) => firstFindings],
  ['keystroke → findings', ({ keystrokes }) => keystrokes],
  ['hover while checked', ({ hoverChecking }) => hoverChecking],
  ['hover', ({ hover }) => hover],
  ['hover, not in view before', ({ hoverUnseen }) => hoverUnseen],
  ['hover, person', ({ person }) => person],
  ['definition', ({ definition }) => definition],
  ['list of people', ({ listed }) => listed],
  ['memory, MB: indexed', ({ memoryIndexed }) => memoryIndexed],
  ['at the end', ({ memory }) => memory],
];
const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
const head = (first) => {
  row([first, ...COLUMNS.map(([name]) => name)]);
  console.log(`|${' ---: |'.repeat(1 + COLUMNS.length)}`);
};
const shown = (value) => (Number.isNaN(value) ? 'none' : value.toFixed(value < 100 ? 1 : 0));

head('sources');
const measured = [];
for (const count of sizes.length > 0 ? sizes : [100, 1000]) {
  const one = await measure(count);
  measured.push([count, one]);
  row([count, ...COLUMNS.map(([, of]) => (Array.isArray(of(one)) ? inMs(of(one)) : shown(of(one))))]);
}

// 1 is linear, 0 does not grow.
console.log(
  '\nGrowth from row to row, as the exponent of the number of sources; of lists that of the 95th percentile\n',
);
head('sources');
for (const [at, [count, one]] of measured.entries()) {
  const above = measured[at - 1];
  if (!above) continue;
  const [fewer, before] = above;
  const single = (value) => (Array.isArray(value) ? quantile(value, 0.95) : value);
  const exponent = (of) => Math.log(single(of(one)) / single(of(before))) / Math.log(count / fewer);
  row([`${fewer} → ${count}`, ...COLUMNS.map(([, of]) => (Number.isNaN(exponent(of)) ? '' : exponent(of).toFixed(2)))]);
}
