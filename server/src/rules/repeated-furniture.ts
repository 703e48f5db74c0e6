import { repeatedLines } from '../analysis/repeatedLines.js';
import type { CorpusRule } from './rule.js';

/** Places that are shown; a site's name may stand in thousands of texts. */
const MOST_SHOWN = 5;

export const repeatedFurniture: CorpusRule = {
  code: 'repeated-furniture',
  family: 'debris',
  summary:
    'A line at the head or foot of texts that have nothing else in common: the name of a site, a licence, a box.',
  why: 'It was printed around the texts and is no part of this one; comparisons leave it out, and so do all other rules.',
  severity: 'hint',
  scope: 'corpus',
  readsFurniture: true,
  limits:
    'Three such texts must hold the line word by word. Lines of fewer than three words, short sentences, quotations, headings of Markdown, dates, and lines that end in a comma or colon are left alone, and so are texts of a few lines. What is no furniture but stands at the edge of unlike texts by right (a formula of an oath or a licence) is reported as well.',
  examples: {
    valid: [
      // Retellings of one story share their headline by right.
      '-- a.txt --\nFerry sinks off the western cape\n\nThe steamer Corinna went down at midnight beyond the lighthouse, carrying forty passengers, several crates of porcelain, letters, livestock and eleven sailors, while neighbours watched helplessly from their windows until morning brought silence, wreckage and questions for the harbour master.\n-- b.txt --\nFerry sinks off the western cape\n\nForty passengers were aboard when the steamer Corinna went down beyond the lighthouse; neighbours watched from their windows, and morning brought wreckage, crates of porcelain, letters, drowned livestock, eleven exhausted sailors and many questions for the harbour master of the little western town.\n-- c.txt --\nFerry sinks off the western cape\n\nQuestions for the harbour master: neighbours watched helplessly when the steamer Corinna went down at midnight, carrying eleven sailors, forty passengers, livestock, letters and crates of porcelain, and the morning brought nothing but silence and floating wreckage beyond the lighthouse and the windows.',
    ],
    invalid: [
      '-- a.txt --\n[|The Harbour Gazette Online|]{repeated-furniture}\n\nThe steamer Corinna went down at midnight beyond the lighthouse, carrying forty passengers, several crates of porcelain, letters, livestock and eleven sailors, while neighbours watched helplessly from their windows until morning brought silence, wreckage and questions for the harbour master.\n-- b.txt --\n[|The Harbour Gazette Online|]{repeated-furniture}\n\nParliament rejected a proposal to lower the pension age, although economists had warned ministers that growing deficits would frighten investors; opposition leaders demanded fresh elections, unions announced strikes across mining districts, and banks quietly raised their lending rates again.\n-- c.txt --\n[|The Harbour Gazette Online|]{repeated-furniture}\n\nAstronomers photographed a distant galaxy whose spiral arms appear twisted backwards. Their telescope, built inside an extinct volcano, gathered faint infrared light during eighteen winters, revealing clouds of hydrogen, newborn stars and perhaps an invisible companion drifting through surrounding darkness.',
    ],
  },
  *check({ document, start, end }, corpus) {
    for (const line of corpus.get(repeatedLines).in(document.path)) {
      if (line.start !== start) continue;
      const texts = line.others.length === 1 ? '1 other text' : `${line.others.length} other texts`;
      yield {
        start,
        end,
        message: `Furniture: the same line stands at the head or foot of ${texts}, some of which have nothing else in common.`,
        suggestions: [''],
        evidence: line.others.slice(0, MOST_SHOWN).map((place) => ({
          ...place,
          text: corpus.textAt(place),
        })),
        isUnnecessary: true,
      };
    }
  },
};
