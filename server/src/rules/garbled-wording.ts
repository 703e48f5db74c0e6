import { isPlainlySpun } from '../analysis/spinning.js';
import { strangeWords } from '../analysis/strangeWords.js';
import { isToldElsewhere } from '../analysis/toldShare.js';
import { twinPhrases } from '../analysis/twinPhrases.js';
import { prepareStrays } from '../analysis/strayWords.js';
import { prepareDepartures } from '../analysis/wordDepartures.js';
import type { Span } from '../core/span.js';
import { exchangedWords } from './exchangedWords.js';
import type { CorpusRule } from './rule.js';
import { quoted, witness } from './wordFinding.js';

export const garbledWording: CorpusRule = {
  code: 'garbled-wording',
  family: 'wording',
  summary: 'A word that was put in the place of the right one, as the other sources or the text itself show.',
  why: 'Texts that a program reworded say what nobody said: a “filibuster” in the Security Council, “state advertising”.',
  severity: 'warning',
  scope: 'corpus',
  limits:
    'Names and numbers are never reported, nor words that another source has in the same statement, nor good synonyms. Whether a word is odd is told by a table of the twenty thousand commonest words; a lone odd word in clean prose is a hint at most. In a text that was rewritten, a word that nobody else uses is told without another for it where no likely one is found. About four in five exchanged words are missed, one in five where the text that was reworded is among the sources.',
  examples: {
    valid: [
      '-- a.txt --\nThe minister arrived in the capital on Monday for talks about trade.\n-- b.txt --\nThe minister came to the capital on Monday for talks about trade.\n-- c.txt --\nThe minister arrived in the capital on Monday for talks on commerce.',
      'The council met on Monday, and the mayor vetoed the plan.',
      '-- a.txt --\nThe ferry struck a reef three kilometers south of the harbor.\n-- b.txt --\nThe ferry struck a reef three kilometres south of the harbour.\n-- c.txt --\nThree kilometres south of the harbour the ferry struck a reef.',
    ],
    invalid: [
      '-- a.txt --\nThe envoy of the council, which holds a [|filibuster|]{garbled-wording} in the assembly of the nations, spoke against new sanctions on the country. They vetoed a resolution on sanctions two years ago.\n-- b.txt --\nThe envoy of the council spoke against new sanctions on the country on Monday.',
    ],
  },
  *prepare(document, corpus) {
    yield* prepareDepartures(document, corpus);
    yield* prepareStrays(document, corpus);
  },
  *check(here, corpus) {
    const { path } = here.document;
    const taken: Span[] = [];
    const isFree = ({ start, end }: Span) => !taken.some((span) => start < span.end && span.start < end);
    // A text that nobody reworded says “fortnight” on one page and “years” on another.
    const ofStrange = isPlainlySpun(here.document, corpus) ? 'information' : 'hint';
    const alone = [
      ...strangeWords(here, corpus).map((one) => ({ ...one, severity: ofStrange }) as const),
      ...twinPhrases(here, corpus).map((one) => ({ ...one, severity: 'information' }) as const),
    ];
    for (const { start, end, text, reading, severity } of alone) {
      taken.push({ start, end });
      const evidence = [witness({ path, ...reading }, corpus)];
      const message = `“${text}” here; “${reading.text}” elsewhere in this text: ${quoted(evidence[0]?.text ?? '')}`;
      yield { start, end, message, evidence, severity, confidence: STRANGE, suggestions: [] };
    }
    const found = [...exchangedWords(here, corpus)].filter(isFree);
    if (found.length === 0) return;
    const isOneStory = isToldElsewhere(here.document, corpus);
    for (const finding of found) yield isOneStory ? finding : { ...finding, severity: 'hint' };
  },
};

/** Share of strange words and twin phrases that were garbled, where it was measured. */
const STRANGE = 0.8;
