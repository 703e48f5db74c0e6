import { lineages } from '../analysis/lineages.js';
import { nameVariantsIn, type NameVariant } from '../analysis/nameVariants.js';
import { parallels } from '../analysis/parallels.js';
import { shortNameVariantsIn } from '../analysis/shortNameVariants.js';
import { placesAmong } from '../analysis/wordPlaces.js';
import type { CorpusRule, Severity } from './rule.js';

export const variantName: CorpusRule = {
  code: 'variant-name',
  family: 'spelling',
  summary: 'A name a letter or two from the one that the other sources of the story write.',
  why: 'A search for the name misses this source, and one person becomes two in an index.',
  severity: 'warning',
  scope: 'corpus',
  limits:
    'Only sources that share passages are compared. Names that differ at their end (Korea, Korean) and people with different given names are left alone; short names, too, but for given names before the same surname.',
  examples: {
    valid: [
      '-- a.txt --\nThe defence minister Andrei Belousov flew to Pyongyang on Tuesday with the president.\n-- b.txt --\nThe defence minister Andrei Belous’ov flew to Pyongyang on Tuesday with the president, an aide told reporters.\n-- c.txt --\nOn Tuesday the defence minister Andrei Belous’ov flew to Pyongyang with the president and forty guards.',
      '-- a.txt --\nThe Kremlin aide Yuri Ushakov spoke of the visit to Pyongyang on Tuesday evening.\n-- b.txt --\nThe Kremlin aide Yuri Ushakov spoke of the visit to Pyongyang on Tuesday evening.',
      '-- a.txt --\nThe minister Paul Johnson signed the trade treaty in Oslo on Friday.\n-- b.txt --\nThe minister Paul Johnson signed the trade treaty in Oslo on Friday, and Anne Johnston watched.\n-- c.txt --\nThe minister Paul Johnson signed the trade treaty in Oslo on Friday.',
      '-- a.txt --\nThe governor of Indiana said on Sunday that Gennifer Flowers would not attend the debate in Hempstead.\n-- b.txt --\nOn Sunday the governor of Indiana said that Flowers would not attend the debate in Hempstead. Mayor Jennifer Roberts said that she would.\n-- c.txt --\nThe governor of Indiana said on Sunday that Flowers would not attend the debate in Hempstead. It was a long day for Mayor Jennifer Roberts.',
      '-- a.txt --\nThe union leader Tim Eriksen spoke of the fine in Kolvik on Tuesday evening.\n-- b.txt --\nThe union leader Tom Eriksen spoke of the fine in Kolvik on Tuesday evening.',
      '-- a.txt --\nThe union leader Thor Eriksen spoke of the fine in Kolvik on Tuesday evening.\n-- b.txt --\nThe union leader Tor Eriksen spoke of the fine in Kolvik on Tuesday evening, and so did his cousin Thor Eriksen.',
      '-- a.txt --\nNorth Korea test-fired a missile over the sea on Friday, officials in Seoul said.\n-- b.txt --\nA North Korean missile flew over the sea on Friday, officials in Seoul said.',
    ],
    invalid: [
      '-- a.txt --\nThe old clockmaker Lucien [|Berquall|]{variant-name} was given the prize of the island on Friday, and wept.\n-- b.txt --\nThe prize of the island was given to the old clockmaker Lucien Berqual on Friday.\n-- c.txt --\nOn Friday the old clockmaker Lucien Berqual was given the prize of the island.',
      '-- a.txt --\nThe defence minister Andrei Klimentov and all the Klimentovs flew to Pyongyang on Tuesday with the president.\n-- b.txt --\nThe defence minister Andrei [|Klymentov|]{variant-name} flew to Pyongyang on Tuesday with the president, an aide told reporters; so did Andrei Klimentov.\n-- c.txt --\nOn Tuesday the defence minister Andrei Klimentov flew to Pyongyang with the president and forty guards.',
      '-- a.txt --\nThe defence minister Andrei [|Beloussov|]{variant-name} flew to Pyongyang on Tuesday with the president.\n-- b.txt --\nThe defence minister Andrei Belousov flew to Pyongyang on Tuesday with the president, an aide told reporters.\n-- c.txt --\nOn Tuesday the defence minister Andrei Belousov flew to Pyongyang with the president and forty guards.',
      '-- a.txt --\nThe union leader, [|Thor Eriksen|]{variant-name}, spoke of the fine in Kolvik on Tuesday evening.\n-- b.txt --\nThe fine was too low, the union leader Tor Eriksen said in Kolvik on Tuesday evening, after a long meeting.\n-- c.txt --\nOn Tuesday evening the union leader spoke of the fine in Kolvik; too low, said Tor Eriksen.',
      '-- a.txt --\nJudge [|Achtreberg|]{variant-name} sent the jury home on Tuesday.\n-- b.txt --\nOn Tuesday Judge Miriam Achterberg sent the jury home.\n-- c.txt --\nThe judge, Miriam Achterberg, sent the jury home on Tuesday evening.',
      '-- a.txt --\nThe Russian president flew to [|Pyongyong|]{variant-name} for two days of talks in June.\n-- b.txt --\nIn June the Russian president went to Pyongyang, where the talks took two days.\n-- c.txt --\nTwo days of talks brought the Russian president to Pyongyang in the middle of June.',
    ],
  },
  prepare: ({ path }, corpus) => corpus.get(lineages).prepare(path),
  *check(here, corpus) {
    for (const variant of [...nameVariantsIn(here, corpus), ...shortNameVariantsIn(here, corpus)]) {
      const { start, end, other } = variant;
      const near = new Set(variant.paths);
      const tellers = corpus.get(parallels).tellersOf(here.document.path);
      const evidence = placesAmong(
        tellers.filter((path) => near.has(path)),
        other,
        corpus,
      );
      const severity = severityOf(variant);
      yield {
        start,
        end,
        message: messageOf(variant),
        suggestions: [other],
        evidence: evidence.map((place) => ({ ...place, reading: place.text })),
        confidence: severity === 'warning' ? 0.9 : 0.7,
        severity,
      };
    }
  },
};

/** A majority takes two who agree; one other source, or a spelling that people do use, is a difference only. */
function severityOf({ sources, own, isSpelling }: NameVariant): Severity {
  return !isSpelling && sources + (own > 0 ? 1 : 0) >= 2 ? 'warning' : 'information';
}

function messageOf({ word, other, count, sources, own }: NameVariant): string {
  const where = sources === 1 ? 'in 1 other source' : `in ${sources} other sources`;
  const also = own > 0 ? `, and ×${own} in this text` : '';
  return `“${word}” here; “${other}” ×${count} ${where}${also}.`;
}
