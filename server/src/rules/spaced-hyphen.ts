import { Facts } from '../core/facts.js';
import { proseOf } from '../core/prose.js';
import { isBroken } from '../core/brokenWords.js';
import type { Paragraph } from '../core/document.js';
import { shift } from '../core/span.js';
import type { CorpusRule, Finding } from './rule.js';

// Suspended hyphens go on with a small word: “two- and three-year terms”, “mid- to late June”.
const HYPHEN =
  /(?<![\p{L}\p{N}\p{M}’'-])(?<first>[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)(?<rest>(?:- (?!(?:and|or|to|nor|but|as|through|und|oder|bis|et|ou|e|y|o|en|of|och|og)(?![\p{L}]))[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)+)(?![\p{L}\p{N}])/giu;
const PREFIX =
  /^(?:self|co|non|anti|ex|vice|well|pre|post|pro|mid|semi|half|multi|inter|intra|counter|cross|all|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|long|short|high|low|left|right|much|so|then|still|now|by|north|south|east|west|mother|father|brother|sister|son|daughter|US|UK|EU|UN|Anglo|Franco|Sino|Russo|\p{Lu})$/iu;

export const spacedHyphen: CorpusRule = {
  code: 'spaced-hyphen',
  family: 'debris',
  summary: 'A blank follows a hyphen inside a word or a range.',
  why: 'The compound falls into pieces; sometimes a dash was meant.',
  severity: 'warning',
  scope: 'corpus',
  limits: 'Suspended hyphens (two- and three-year) are left alone. Where a dash may have been meant, both are offered.',
  examples: {
    valid: [
      'Two- and three-year terms, pre- or post-war, mid- to late June.',
      'They won 2 - 1, after extra time - as usual.',
      '- one\n- two',
      'The flag -la lists all; 19 - not 20 - came.',
    ],
    invalid: [
      'The visit will include [|one- on- one|]{spaced-hyphen} talks.',
      'He will visit Vietnam on June [|19- 20|]{spaced-hyphen}.',
    ],
  },
  *check({ paragraph, start }, { resources: { speller } }) {
    for (const { first, second, finding } of hyphensOf(paragraph)) {
      // Half a word is no compound: broken-word speaks of it.
      if (!isBroken({ first, second }, speller)) yield shift(finding, start);
    }
  },
};

interface Hyphen {
  readonly first: string;
  readonly second: string;
  readonly finding: Finding;
}

const cache = new Facts<Paragraph, readonly Hyphen[]>();

function hyphensOf(paragraph: Paragraph): readonly Hyphen[] {
  let found = cache.get(paragraph);
  if (!found) cache.set(paragraph, (found = [...hyphensIn(proseOf(paragraph))]));
  return found;
}

function* hyphensIn(prose: string): Generator<Hyphen> {
  for (const { index, 0: words, groups } of prose.matchAll(HYPHEN)) {
    const first = groups?.first ?? '';
    // A stutter (“I- I”) is speech.
    if (isStutter(words)) continue;
    const whole = words.replace(/- /g, '-');
    const isPlain = /^\d+- \d+$/.test(words) || words.split('- ').length > 2 || PREFIX.test(first);
    const finding = {
      start: index,
      end: index + words.length,
      message: isPlain
        ? `“${words}”: “${whole}”.`
        : `“${words}”: a hyphen with a blank after it; “${whole}”, or a dash.`,
      suggestions: isPlain ? [whole] : [whole, words.replace(/- /g, ' – ')],
    };
    yield { first, second: words.slice(first.length + 2), finding };
  }
}

function isStutter(words: string): boolean {
  const [first = '', second = ''] = words.toLowerCase().split('- ');
  return !/\d/.test(first) && second.startsWith(first);
}
