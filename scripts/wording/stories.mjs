// Stories to fit and to measure on: a folder of folders, each with texts that tell one event.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FEWEST_WORDS = 100;

/** Stories of up to four texts that are no near copies of each other; `topic` is the number in the folder's name. */
export function readStories(folder, most = 4) {
  return readAllTexts(folder).flatMap(({ name, texts: all }) => {
    const texts = [];
    for (const one of all) {
      if (texts.length === most) break;
      if (one.text.split(/\s+/).length < FEWEST_WORDS || texts.some((other) => areCopies(one.text, other.text)))
        continue;
      texts.push(one);
    }
    return texts.length < 3 ? [] : [{ name, topic: parseInt(name, 10), texts }];
  });
}

/** Every text of every story. */
export function readAllTexts(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      texts: readdirSync(path.join(folder, name))
        .sort()
        .map((file) => ({ path: file, text: readFileSync(path.join(folder, name, file), 'utf8') })),
    }));
}

function areCopies(a, b) {
  const [x, y] = [runsOf(a), runsOf(b)];
  const shared = [...x].filter((run) => y.has(run)).length;
  return shared > 0.4 * Math.min(x.size, y.size);
}

function runsOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')));
}
