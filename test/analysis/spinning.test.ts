import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { lineages } from '../../server/src/analysis/lineages.js';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { textSigns } from '../../server/src/analysis/rewriting.js';
import { isPlainlySpun, spinningOdds, spinSigns } from '../../server/src/analysis/spinning.js';
import { isTellable, strayWords } from '../../server/src/analysis/strayWords.js';
import { isToldElsewhere } from '../../server/src/analysis/toldShare.js';
import { wordDepartures } from '../../server/src/analysis/wordDepartures.js';
import { placed } from '../../server/src/core/document.js';
import { evidenceOfWord } from '../../server/src/core/misfitModel.js';
import { oddsOfRewriting, oddsOfSpinning } from '../../server/src/core/rewritingModel.js';
import { isBorneOut, isKinAlone, isShown } from '../../server/src/core/departureModel.js';
import { garbledWording } from '../../server/src/rules/garbled-wording.js';
import { spunText } from '../../server/src/rules/spun-text.js';
import { testResources } from '../resources.js';

const seeds = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((path) => ({ path, text: readFileSync(`seeds/${path}`, 'utf8') }));
const honest = [
  `A ferry with ninety passengers struck a reef near the harbour on Tuesday evening and began to take in water. The crew called the coast guard at once and handed out life jackets. Three fishing boats reached the ship before the rescue vessel and took the passengers aboard. Nobody was hurt, the police said. The captain told reporters that fog had hidden the warning lights. The owner of the ferry promised a full inquiry and a refund for every passenger. The harbour will stay closed until divers have examined the wreck.`,
  `Ninety passengers were rescued on Tuesday evening after their ferry hit a reef near the harbour. Fishing boats took them aboard before the coast guard arrived, and the police said that nobody was hurt. The captain blamed the fog, which had hidden the warning lights. The owner promised an inquiry and a refund. Divers will examine the wreck, and the harbour stays closed until then. The crew had handed out life jackets and called for help at once.`,
  `The harbour was closed on Wednesday after a ferry ran on a reef and sank. All ninety passengers were taken aboard by three fishing boats on Tuesday evening. The crew had called the coast guard and handed out life jackets. The police reported no injuries. Fog had hidden the warning lights, the captain told reporters. Divers are to examine the wreck, and the owner of the ferry has promised a full inquiry and a refund for every passenger.`,
];
/** The first of them, with a dozen words as a program would exchange them. */
const spun = `A ferry with ninety passengers smacked a reef near the seaport on Tuesday evening and began to take in water. The gang called the coast guard at once and bestowed existence jackets. Three angling boats reached the ship before the salvation vessel and took the passengers aboard. Nobody was sliced, the police said. The skipper told columnists that vapour had buried the sermon lights. The landlord of the ferry pledged a full interrogation and a repayment for every passenger. The seaport will stay slammed until frogmen have dissected the ruin.`;

const corpusOf = (...texts: string[]) =>
  Corpus.empty(testResources).apply(texts.map((text, index) => ({ path: `${index}.txt`, text })));
const oddsOf = (corpus: Corpus, path: string) => spinningOdds(corpus.document(path)!, corpus);

const departuresIn = (corpus: Corpus) => wordDepartures(placed(corpus.document('0.txt')!, 0), corpus);

describe('odds of spinning', () => {
  it('rank a text with exchanged words before those that tell the same in words of their own', () => {
    const corpus = corpusOf(spun, honest[1]!, honest[2]!);
    const odds = ['0.txt', '1.txt', '2.txt'].map((path) => oddsOf(corpus, path));
    assert.ok(odds[0]! > 1 && Math.max(odds[1]!, odds[2]!) < 0, odds.join(' '));
  });

  it('are low where all words are the writer’s', () => {
    const corpus = corpusOf(...honest);
    for (const path of ['0.txt', '1.txt', '2.txt'])
      assert.ok(oddsOf(corpus, path) < 0, `${path} ${oddsOf(corpus, path)}`);
  });

  it('are low for a sentence or two, whatever their words', () => {
    const [, few] = /(Nobody was sliced.*?sermon lights\.)/.exec(spun)!;
    const corpus = corpusOf(few!, honest[1]!, honest[2]!);
    assert.ok(oddsOf(corpus, '0.txt') < 1.5, String(oddsOf(corpus, '0.txt')));
  });

  it('are the same after an edit as from nothing', () => {
    const before = corpusOf(...honest);
    for (const path of ['0.txt', '1.txt']) oddsOf(before, path);
    const edited = before.apply([{ path: '0.txt', text: spun }]);
    const fresh = corpusOf(spun, honest[1]!, honest[2]!);
    for (const path of ['0.txt', '1.txt']) assert.equal(oddsOf(edited, path), oddsOf(fresh, path));
  });

  it('take a text that stands alone for no odder than texts are', () => {
    assert.ok(oddsOf(corpusOf(honest[0]!), '0.txt') < 0);
  });

  it('rise with the debris of one text, and not with what the others are full of as well', () => {
    const broken = (text: string) => text.replace(/(?<=\p{L})([.,]) /gu, ' $1 ');
    const [mended, alone, all] = [
      corpusOf(...honest),
      corpusOf(broken(honest[0]!), ...honest.slice(1)),
      corpusOf(...honest.map(broken)),
    ].map((corpus) => oddsOf(corpus, '0.txt'));
    assert.ok(alone! > mended! + 2, `${alone} ${mended}`);
    assert.ok(Math.abs(all! - mended!) < 0.5, `${all} ${mended}`);
  });

  it('rise with everything that speaks for a program', () => {
    const text = { misfits: 0.02, debris: 0 };
    for (const sign of ['misfits', 'debris'] as const)
      assert.ok(oddsOfRewriting({ ...text, [sign]: text[sign] + 0.1 }) > oddsOfRewriting(text), sign);
    const word = { oddness: 0.2, bestNeighbour: 1, company: 0.2, collocation: 1, bestCollocation: 1 };
    for (const [sign, more] of [
      ['oddness', 0.5],
      ['bestNeighbour', 3],
      ['company', 0.1],
      ['collocation', 0],
      ['bestCollocation', 3],
    ] as const)
      assert.ok(evidenceOfWord({ ...word, [sign]: more }) > evidenceOfWord(word), sign);
    const words = { rewriting: 0, departing: 0.01 };
    for (const sign of ['rewriting', 'departing'] as const)
      assert.ok(oddsOfSpinning({ ...words, [sign]: words[sign] + 0.1 }) > oddsOfSpinning(words), sign);
  });
});

describe('a text that is plainly spun', () => {
  const isPlain = (...texts: string[]) => {
    const corpus = corpusOf(...texts);
    return isPlainlySpun(corpus.document('0.txt')!, corpus);
  };
  it('is so by its own words and by those that others have otherwise', () => {
    assert.ok(isPlain(spun, honest[1]!, honest[2]!));
    assert.ok(!isPlain(...honest));
  });
  it('is not, however odd, where the one other text has none of its words otherwise', () => {
    const [landlord] = /The landlord.*?passenger\./.exec(spun)!;
    assert.ok(
      !isPlain(spun, `${landlord} The mayor of the town, who had been abroad, came home on Friday and spoke of it.`),
    );
  });
});

describe('a word without a counterpart', () => {
  it('shows the passage that is most like its own, and gives no other word for it', () => {
    const corpus = corpusOf(spun, honest[1]!, honest[2]!);
    const document = corpus.document('0.txt')!;
    const found = [...garbledWording.check(placed(document, 0), corpus)];
    const lone = found.find(({ start, end }) => document.text.slice(start, end) === 'sliced');
    assert.match(lone?.message ?? '', /^“sliced” here, in no other source of this story: “.*nobody was hurt.?”$/);
    assert.deepEqual(lone?.suggestions ?? [], []);
  });
});

describe('a text of another story', () => {
  const things = [
    'violin',
    'orchard',
    'glacier',
    'chess club',
    'windmill',
    'sculptor',
    'comet',
    'bakery',
    'vineyard',
    'opera',
  ];
  const elsewhere = things
    .flatMap((thing) => [
      `Nobody in the valley had heard of the ${thing} until a painter from the north wrote a poem on it.`,
      `Years later the ${thing} was praised by schoolchildren and their grandmothers in long letters to a museum.`,
      `A professor of botany gave the ${thing} a chapter in her second book on the habits of mountain villages.`,
      `Most of her readers found that the ${thing} deserved a longer chapter, with drawings and a map of the roads.`,
    ])
    .join(' ');
  const shown = (text: string) => {
    const corpus = corpusOf(text, ...honest.slice(1));
    return [garbledWording, spunText].map((rule) => {
      const document = corpus.document('0.txt')!;
      const found = document.paragraphs.flatMap((_, index) => [...rule.check(placed(document, index), corpus)]);
      return found.filter(({ severity }) => severity !== 'hint').length;
    });
  };

  it('has nothing told of words that it hardly shares with this one', () => {
    const [words, whole] = shown(spun);
    assert.ok(words! > 5 && whole === 1, `${words} ${whole}`);
    assert.deepEqual(shown(`${spun}\n\n${elsewhere}`), [0, 0]);
  });
  it('is of one story as soon as others tell it', () => {
    const before = corpusOf(spun, elsewhere);
    assert.equal(isToldElsewhere(before.document('0.txt')!, before), false);
    const after = before.apply(honest.slice(1).map((text, index) => ({ path: `${index + 2}.txt`, text })));
    assert.equal(isToldElsewhere(after.document('0.txt')!, after), true);
  });
  it('is of one story with what it was copied from', () => {
    const swapped = honest[0]!.replace('rescue', 'salvation').replace('wreck', 'ruin');
    const changes = [swapped, honest[0]!].map((text, index) => ({
      path: `${index}.txt`,
      text: `${text}\n\n${elsewhere}`,
    }));
    const tellers = honest.slice(1).map((text, index) => ({ path: `${index + 2}.txt`, text }));
    const corpus = Corpus.empty(testResources).apply([...changes, ...tellers]);
    const found = [...garbledWording.check(placed(corpus.document('0.txt')!, 0), corpus)];
    assert.ok(found.some(({ severity, suggestions }) => severity !== 'hint' && suggestions?.[0] === 'rescue'));
  });
});

describe('a word that is kin to another', () => {
  it('needs words around it, or a text that seems reworded, to be told of', () => {
    const signs = departuresIn(corpusOf(spun, ...honest.slice(1)))[0]!.signs;
    const alone = { ...signs, frame: 0.3, touching: 0, rewriting: 0 };
    assert.ok(isKinAlone(alone));
    for (const more of [{ frame: 1 }, { touching: 1 }, { rewriting: 2 }]) assert.ok(!isKinAlone({ ...alone, ...more }));
  });
});

describe('a word in a sentence that is otherwise the same', () => {
  const { signs } = departuresIn(corpusOf(spun, ...honest.slice(1)))[0]!;
  const same = { ...signs, likeness: 0.9, touching: 2, isOriginal: false };
  it('is told where the text may be reworded, and else only where it is sure', () => {
    const writers = { ...same, rewriting: -1 };
    assert.deepEqual([isBorneOut({ ...same, rewriting: 1 }, 0.7), isBorneOut(writers, 0.7)], [true, false]);
    assert.ok(isBorneOut(writers, 0.85) && !isBorneOut({ ...writers, likeness: 0.5 }, 0.85));
  });
  it('is a hint sooner there', () => {
    const [program, writer] = [1, -1].map((rewriting) => isShown({ ...same, rewriting }, 0.5));
    assert.deepEqual([program, writer, isShown({ ...same, rewriting: -1 }, 0.85)], [true, false, true]);
  });
});

describe('a spun copy', () => {
  const swaps = { crew: 'gang', rescue: 'salvation', 'full inquiry': 'full interrogation', wreck: 'ruin' };
  const lightly = Object.entries(swaps).reduce((text, [word, odd]) => text.replace(word, odd), honest[0]!);
  const exchanged = (corpus: Corpus, path: string) => {
    const document = corpus.document(path)!;
    return document.paragraphs
      .flatMap((_, index) => [...garbledWording.check(placed(document, index), corpus)])
      .filter(({ severity, suggestions }) => severity !== 'hint' && suggestions?.length)
      .map(({ start, end, suggestions }) => `${document.text.slice(start, end)} ← ${suggestions?.[0]}`);
  };

  for (const [where, others] of [
    ['its original alone', []],
    ['its original and other tellers', honest.slice(1)],
  ] as const) {
    it(`shows what was exchanged beside ${where}, and the original nothing`, () => {
      const corpus = corpusOf(lightly, honest[0]!, ...others);
      assert.ok(corpus.get(lineages).areOne('0.txt', '1.txt'));
      const found = exchanged(corpus, '0.txt');
      assert.deepEqual(found, ['gang ← crew', 'salvation ← rescue', 'interrogation ← inquiry', 'ruin ← wreck']);
      assert.deepEqual(exchanged(corpus, '1.txt'), []);
    });
  }

  it('speaks not against its original, however many words of it were exchanged', () => {
    const odd: Record<string, string> = {
      visit: 'sojourn',
      leader: 'captain',
      pressure: 'stress',
      trade: 'swap',
      security: 'safety',
      war: 'battle',
      support: 'prop',
      media: 'advertising',
      agreement: 'concurrence',
      weapons: 'arms',
      signed: 'autographed',
      letter: 'missive',
      trip: 'stumble',
      ties: 'tension',
      travel: 'ride',
      threats: 'challenges',
      allies: 'friends',
    };
    const reworded = seeds[1]!.text.replace(/[a-z]+/g, (word) => odd[word] ?? word);
    const corpus = Corpus.empty(testResources).apply([...seeds.slice(0, 4), { path: 'reworded', text: reworded }]);
    assert.ok(corpus.get(lineages).areOne('reworded', seeds[1]!.path));
    assert.ok(exchanged(corpus, 'reworded').length >= 5);
    assert.deepEqual(exchanged(corpus, seeds[1]!.path), []);
  });

  it('speaks not against an original whose words are odd themselves', () => {
    const odder = {
      ferry: 'barge',
      'coast guard': 'shore sentry',
      reached: 'attained',
      vessel: 'craft',
      'took the': 'seized the',
    };
    const copy = Object.entries(odder).reduce((text, [word, odd]) => text.replaceAll(word, odd), spun);
    const corpus = corpusOf(spun, copy, ...honest.slice(1));
    assert.ok(corpus.get(lineages).areOne('0.txt', '1.txt'));
    const found = exchanged(corpus, '0.txt');
    assert.ok(found.includes('gang ← crew'), found.join());
    assert.deepEqual(
      found.filter((one) => Object.values(odder).some((odd) => one.endsWith(` ← ${odd}`))),
      [],
    );
    assert.ok(exchanged(corpus, '1.txt').includes('shore ← coast'));
  });

  it('shows what was exchanged though it seems hardly more reworded than its original', () => {
    const corpus = corpusOf(honest[0]!.replace('refund', 'repayment'), honest[0]!);
    const [departure] = wordDepartures(placed(corpus.document('0.txt')!, 0), corpus).filter(
      ({ text }) => text === 'repayment',
    );
    assert.equal(departure?.readings[0]?.text, 'refund');
  });

  it('shows it though others copied it to the letter', () => {
    const corpus = corpusOf(lightly, lightly, lightly, lightly, honest[0]!);
    assert.ok(exchanged(corpus, '0.txt').includes('ruin ← wreck'));
  });

  it('has no other word from a draft', () => {
    const changes = [lightly, ...honest].map((text, index) => ({ path: `${index}.txt`, text }));
    const corpus = Corpus.empty(testResources, { ...emptyManifest, isDraft: (path) => path !== '0.txt' }).apply(
      changes,
    );
    assert.deepEqual(exchanged(corpus, '0.txt'), []);
  });

  it('is not borne out by another copy of it', () => {
    const corpus = corpusOf(lightly, honest[0]!, `${lightly}\n`, ...honest.slice(1));
    assert.ok(exchanged(corpus, '0.txt').includes('gang ← crew'));
  });
});

describe('what a text shows of being reworded', () => {
  const signsOf = (...texts: string[]) => {
    const [own, ...partners] = corpusOf(...texts).documents.values();
    return textSigns(own!, partners, testResources);
  };
  const [, told = ''] = honest;

  it('is how ill words suit their places that nobody else has, not how many there are', () => {
    const freely = `Fog swallowed the lamps that mark the reef, and at dusk the ferry ran straight into it. Divers, one by one, will go down to the hull. Until they have had a look at it nothing sails from here. Ninety people went home that night with wet feet and a story, thanks to men who were out fishing for cod and turned round at once. No bones were broken. Money for tickets is to be handed back, says the owner, who wants to know how it could happen.`;
    const [free, program] = [signsOf(freely, told, honest[2]!), signsOf(spun, told, honest[2]!)];
    assert.ok(free.misfits < program.misfits / 3, `${free.misfits} ${program.misfits}`);
  });
  it('is less beside texts whose words suit their places as ill', () => {
    const odd = told
      .replace(/rescued/, 'salvaged')
      .replace(/reporters|captain/g, 'vapour')
      .replace(/hurt|struck|hit/g, 'sliced')
      .replace(/inquiry/g, 'interrogation')
      .replace(/ wreck/, ' ruin');
    assert.ok(signsOf(spun, odd).misfits < signsOf(spun, told).misfits - 0.05);
  });
  it('is of words that it has once', () => {
    const [once, twice] = [signsOf(spun, told), signsOf(`${spun} ${spun}`, told)].map((signs) => signs.misfits);
    assert.ok(once! > 0.1 && twice! < 0.05, `${once} ${twice}`);
  });
  it('is debris up to a bound, and none without another text', () => {
    const broken = told.replace(/([.,]) /gu, ' $1 ');
    assert.equal(signsOf(broken, honest[2]!).debris, 1);
    assert.equal(signsOf(broken).debris, 0);
  });
  it('is no debris of a single slip, nor of years before numbers', () => {
    const census = `${told} In 1801, 512 people lived in the village; in 1851, 884; in 1901, 430; in 1951, 210.`;
    for (const one of [told.replace('.', ' .'), census]) assert.equal(signsOf(one, honest[2]!).debris, 0);
    assert.equal(signsOf(`${told} There were 11, 000 of them, then 12, 500, and 13, 000.`, honest[2]!).debris, 1);
  });
});

describe('a word that no other teller uses', () => {
  const straysIn = (...texts: string[]) => {
    const corpus = corpusOf(...texts);
    const { document } = placed(corpus.document('0.txt')!, 0);
    return document.paragraphs.flatMap((_, index) => [...strayWords(placed(document, index), corpus)]);
  };
  const [plain = '', ...others] = honest;

  it('is told of a text that was plainly reworded, also where others have nothing in its place', () => {
    const told = straysIn(spun, ...others).filter(isTellable);
    const withoutPlace = told.filter(({ departure }) => !departure).map(({ text }) => text);
    assert.ok(withoutPlace.length > 0, told.map(({ text }) => text).join(' '));
    const honestly = told.filter(({ text }) => plain.includes(` ${text} `));
    assert.ok(told.length > 8 && honestly.length <= 1, honestly.map(({ text }) => text).join(' '));
  });

  it('is told beside the sentence that is most like its own', () => {
    const corpus = corpusOf(spun, ...others);
    const [finding] = [...garbledWording.check(placed(corpus.document('0.txt')!, 0), corpus)].filter(({ message }) =>
      message.includes('in no other source'),
    );
    assert.equal(finding?.suggestions, undefined);
    const { path = '', start, end, text = '' } = finding?.evidence?.[0] ?? {};
    assert.ok(corpus.document(path)!.text.slice(start, end).startsWith(text.slice(0, 20)));
  });

  it('is none in a text that its writer worded', () => {
    assert.deepEqual(straysIn(...honest), []);
  });

  it('has words of others that may have stood there, also where none has a place in a sentence like its own', () => {
    const after = `${others[1]} They took the passengers home after the rescue.`;
    const salvation = straysIn(spun, others[0]!, after).find(({ text }) => text === 'salvation');
    assert.equal(salvation?.departure, undefined);
    const [first] = salvation?.originals ?? [];
    assert.deepEqual([first?.text, first?.signs.slot], ['rescue', undefined]);
    // The form that is told comes before “rescued”, which the other has.
    const { path, start, end } = first!.places[0]!;
    assert.deepEqual([path, after.slice(start, end)], ['2.txt', 'rescue']);
  });

  it('counts for less where another source uses it, and for nothing where none has another in its place', () => {
    const skipper = (...texts: string[]) => straysIn(spun, ...texts).find(({ text }) => text === 'skipper');
    const [lone, used] = [skipper(...others), skipper(...others.slice(1), `${others[0]} The skipper slept.`)];
    assert.deepEqual([lone?.signs.isUsedElsewhere, used?.signs.isUsedElsewhere], [false, true]);
    assert.ok(used!.chance < lone!.chance, `${used?.chance} ${lone?.chance}`);
    const began = (...texts: string[]) => straysIn(spun, ...texts).some(({ text }) => text === 'began');
    assert.ok(began(...others) && !began(...others.slice(1), `${others[0]} A long day began.`));
  });
});

describe('the signs of a word and another for it', () => {
  const signsIn = (...texts: string[]) => {
    const found = departuresIn(corpusOf(...texts)).flatMap(({ text, readings }) =>
      readings.map((reading) => ({ pair: `${text} ← ${reading.text}`, signs: reading.signs })),
    );
    return (pair: string) => found.find((one) => one.pair === pair)!.signs;
  };
  const [, told = '', other = ''] = honest;
  const plain = signsIn(spun, told, other);

  it('are whether the two are synonyms, and of one form', () => {
    assert.equal(plain('repayment ← refund').areSynonyms, 1);
    assert.equal(plain('existence ← life').areSynonyms, 0);
    assert.equal(plain('gang ← crew').haveOneForm, 1);
    assert.equal(plain('sermon ← warning').haveOneForm, 0);
  });
  it('are how well the word suits those around it', () => {
    assert.ok(plain('vessel ← Fishing').company > plain('sliced ← hurt').company + 0.2);
  });
  it('are who else has the word: the text itself, and others', () => {
    const gang = plain('gang ← crew');
    assert.deepEqual([gang.elsewhere, gang.isRepeated], [0, 0]);
    const boys = ' A gang of boys watched it from the pier.';
    const known = signsIn(spun + boys, told + boys, other + boys)('gang ← crew');
    assert.deepEqual([known.elsewhere, known.isRepeated], [2, 1]);
  });
});

describe('an exchanged word', () => {
  const severities = (...texts: string[]) => {
    const corpus = corpusOf(...texts);
    const document = corpus.document('0.txt')!;
    const found = [...garbledWording.check(placed(document, 0), corpus)];
    return new Map(found.map((one) => [document.text.slice(one.start, one.end), one]));
  };
  const [, told = '', other = ''] = honest;

  it('is a warning where it is sure and two sources have another', () => {
    const found = severities(spun, told, other);
    assert.equal(found.get('gang')?.severity, 'warning');
    assert.match(found.get('gang')?.message ?? '', / in 2 sources: /);
    assert.equal(found.get('interrogation')?.severity, 'information', 'one source has another');
    assert.equal(found.get('buried')?.severity, 'hint', 'it is less sure');
  });
  it('is none where the two are copies', () => {
    const found = severities(spun, told, `${told}\n`);
    assert.notEqual(found.get('gang')?.severity, 'warning');
    assert.match(found.get('skipper')?.message ?? '', / in another source: /);
  });
});

describe('a word that others have otherwise', () => {
  it('counts for the text that has it', () => {
    const [odd, plain] = [corpusOf(spun, ...honest.slice(1)), corpusOf(...honest)].map((corpus) =>
      spinSigns(corpus.document('0.txt')!, corpus),
    );
    assert.ok(odd!.departing > 2 * plain!.departing, `${odd!.departing} ${plain!.departing}`);
  });

  const [, told, other] = honest;

  it('has one vote of all copies of a text', () => {
    const corpus = corpusOf(spun, told!, `${told}\n`, `${told}\n\n`);
    const readings = departuresIn(corpus).flatMap((one) => one.readings);
    assert.ok(readings.some(({ places }) => places.length > 1));
    for (const { text, signs } of readings) assert.ok(signs.agreement <= 1.75, `${text} ${signs.agreement}`);
  });

  it('has each source once, and those of two sources together', () => {
    const places = departuresIn(corpusOf(spun, told!, other!)).flatMap((one) =>
      one.readings.map((reading) => reading.places),
    );
    for (const all of places) assert.equal(new Set(all.map(({ path }) => path)).size, all.length);
    assert.ok(places.some((all) => all.length === 2));
  });

  it('is found beside the texts that are there, not those that were', () => {
    const before = corpusOf(spun, told!);
    const crew = (corpus: Corpus) => departuresIn(corpus).find(({ text }) => text === 'gang')?.readings[0]?.text;
    assert.equal(crew(before), 'crew');
    const [without] = [before.apply([{ path: '1.txt', text: told!.replaceAll('crew', 'sailors') }])];
    assert.notEqual(crew(without), 'crew');
  });
});
