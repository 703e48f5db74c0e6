import type { Dialect } from '../core/speller.js';
import type { Corpus } from './corpus.js';
import { witnessOf } from './witnesses.js';

/** Countries whose English is spelt as in Britain. */
const BRITISH = new Set(['gb', 'uk', 'ie', 'au', 'nz', 'za', 'in']);

/**
 * Whose spelling is right in a text: what its own front matter or the manifest says of it, then what the manifest or
 * the reader says of all; both American and British where nobody says. `undefined`: declared to be no English.
 */
export function dialectOf(corpus: Corpus, path: string): Dialect | undefined {
  const tag = witnessOf(corpus, path).language ?? corpus.manifest.language;
  if (tag === undefined) return 'both';
  const [language, ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language !== 'en' && language !== 'eng' && language !== 'english') return undefined;
  if (rest.includes('us')) return 'en-US';
  return rest.some((part) => BRITISH.has(part)) ? 'en-GB' : 'both';
}
