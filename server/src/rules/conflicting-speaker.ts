import { quotationMatches, type QuotationMatch } from '../analysis/quotationMatches.js';
import type { QuotedSentence } from '../analysis/quotationIndex.js';
import { sourceNames } from '../analysis/sourceNames.js';
import { speakers, type Speakers, type SpokenQuotation } from '../analysis/speakers.js';
import { standingOf } from '../analysis/standing.js';
import type { Person } from '../analysis/people.js';
import { oneLine } from '../core/oneLine.js';
import { SMALL_WEIGHT } from '../core/quotedWords.js';
import type { Span } from '../core/span.js';
import type { CorpusRule, Evidence } from './rule.js';

/** Shorter quotations are said by many. */
const LEAST_TELLING = 4;
const LEAST_LIKENESS = 0.85;
/** A second name this near, in UTF-16 units, may be the speaker’s as well. */
const BESIDE = 160;
const PRONOUN = /^(?:he|she|they|it|who)$/i;

export const conflictingSpeaker: CorpusRule = {
  code: 'conflicting-speaker',
  family: 'quotation',
  summary: 'The same words are put into the mouth of another person in another source.',
  why: 'Two people seldom say the same sentence; one of the sources has the wrong name.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'Only where both sources name a person beside a verb of saying, and the quotations have four telling words and hardly a difference. “The government” and its spokesman are no conflict.',
  examples: {
    valid: [
      '-- a.txt --\n“The old bridge will never carry lorries again,” said Anna Berg.\n-- b.txt --\n“The old bridge will never carry lorries again,” said Carl Lind, who spoke for Anna Berg.',
      '-- a.txt --\n“The old bridge will never carry lorries again,” said Anna Berg.\n-- b.txt --\nAnna Berg came to the meeting. “The old bridge will never carry lorries again,” she said.',
      '-- a.txt --\n“The old bridge will never carry lorries again,” the council said.\n-- b.txt --\n“The old bridge will never carry lorries again,” said Anna Berg.',
    ],
    invalid: [
      '-- a.txt --\n“The old bridge will never carry lorries again,” said [|Anna Berg|]{conflicting-speaker}. The meeting of the island council went on until midnight, and nobody left early. A motion to close the road was put off. After a long break with soup and bread the mayor thanked Carl Lind.\n-- b.txt --\n“The old bridge will never carry lorries again,” said [|Carl Lind|]{conflicting-speaker}. The meeting of the island council went on until midnight, and nobody left early. A motion to close the road was put off. After a long break with soup and bread the mayor thanked Anna Berg.',
    ],
  },
  prepare: (document, corpus) => corpus.get(quotationMatches).prepare(document),
  *check(here, corpus) {
    const { document } = here;
    const said = corpus.get(speakers);
    const reported = new Set<number>();
    for (const { quoted, matches } of corpus.get(quotationMatches).in(here)) {
      if (quoted.words.filter(({ weight }) => weight > SMALL_WEIGHT).length < LEAST_TELLING) continue;
      const close = matches.filter(isSameUtterance);
      const own = close.length > 0 ? spokenAt(said, quoted, document.text) : undefined;
      if (!own?.speaker || !own.source || reported.has(own.source.start)) continue;
      const byPerson = new Map<Person, SpokenQuotation[]>();
      const agreeing: string[] = [];
      for (const { other } of close) {
        const spoken = spokenAt(said, other, corpus.document(other.path)?.text ?? '');
        if (!spoken?.speaker || !spoken.source) continue;
        if (spoken.speaker === own.speaker) {
          agreeing.push(other.path);
          continue;
        }
        if (isNamedBeside(own, spoken.speaker, document.text)) continue;
        if (isNamedBeside(spoken, own.speaker, corpus.document(spoken.path)?.text ?? '')) continue;
        byPerson.set(spoken.speaker, [...(byPerson.get(spoken.speaker) ?? []), spoken]);
      }
      if (byPerson.size === 0) continue;
      const others = [...byPerson.values()].map((all) => all.map(({ path }) => path));
      const standing = standingOf(corpus, document.path, agreeing, others);
      if (standing === 'majority') continue;
      reported.add(own.source.start);
      const readings = [...byPerson].map(
        ([{ name }, all]) =>
          `by ${name} in ${sourceNames(
            corpus,
            all.map(({ path }) => path),
          )}`,
      );
      yield {
        start: own.source.start,
        end: own.source.end,
        message: `Said by ${own.speaker.name} here, ${readings.join('; ')}: “${oneLine(quoted.text)}”.`,
        evidence: [...byPerson.values()]
          .flat()
          .flatMap((spoken) => evidenceOf(spoken, corpus.document(spoken.path)?.text)),
        confidence: standing === 'lone' ? 0.8 : 0.7,
      };
    }
  },
};

function isSameUtterance({ comparison }: QuotationMatch): boolean {
  return comparison.likeness >= LEAST_LIKENESS && comparison.differences.every(({ kind }) => kind === 'respelled');
}

/** “Said Zadan and Meron”, “Felt told O’Connor”: both are there, and either may be taken for the one who speaks. */
function isNamedBeside({ source, outer }: SpokenQuotation, { name }: Person, text: string): boolean {
  if (!source) return false;
  const [start, end] = [Math.min(source.start, outer.start), Math.max(source.end, outer.end)];
  const surname = name.slice(name.lastIndexOf(' ') + 1);
  const before = text.slice(Math.max(0, start - BESIDE, text.lastIndexOf('\n', start)), outer.start);
  const behind = text.slice(outer.end, end + BESIDE).split('\n', 1)[0] ?? '';
  // “…,” said Carl Lind: who is named in another sentence does not say it.
  const around = isRightBehind(source, outer) ? (SENTENCE.exec(behind)?.[0] ?? '') : before + behind;
  return around
    .split(surname)
    .slice(1)
    .some((rest) => !/^(?:\p{L}| \p{Lu})/u.test(rest));
}

/** UTF-16 units in which a verb of saying and the name behind a quotation stand at most. */
const NEXT = 32;

function isRightBehind(source: Span, outer: Span): boolean {
  return source.start >= outer.end && source.start - outer.end <= NEXT;
}

const SENTENCE = /^.*?(?<!\b(?:\p{Lu}|Mrs?|Ms|Dr))[.!?](?=\s|$)|^.*/u;

/** The quotation that holds a sentence, if a verb of saying and a name stand beside it. */
function spokenAt(said: Speakers, quoted: QuotedSentence, text: string): SpokenQuotation | undefined {
  const spoken = said.in(quoted.path).find(({ outer }) => outer.start <= quoted.start && quoted.start < outer.end);
  if (!spoken?.cue || !spoken.source) return undefined;
  // Whom a pronoun means is a guess.
  return PRONOUN.test(text.slice(spoken.source.start, spoken.source.end)) ? undefined : spoken;
}

/** From the speaker to the quotation or back, whichever stands first. */
function evidenceOf({ path, source, outer, speaker }: SpokenQuotation, text: string | undefined): Evidence[] {
  if (!source || text === undefined) return [];
  const [start, end] = [Math.min(source.start, outer.start), Math.max(source.end, outer.end)];
  return [{ path, start, end, text: text.slice(start, end), ...(speaker ? { reading: speaker.name } : {}) }];
}
