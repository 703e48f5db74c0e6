import { proseOf } from '../core/prose.js';
import type { Finding, ParagraphRule } from './rule.js';

// A comma or stop beside another; a stop before and after a closing mark. Ellipses, ?! and initials are not touched.
const BESIDE = /(?<![.,;:])(?:,\.|,,|,;|;,|;;|;\.|:,|,:|\.,(?=\s)|(?<!\.)\.\.(?!\.))(?![.,;:])/g;
const AROUND = /([.!?])(["”’]{1,2})\.(?!\.)/g;
const ABBREVIATION =
  /(?:\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|St|No|al|vs|ed|eds|p|pp|vol|approx|dept|est|a\.m|p\.m|i\.e|e\.g)|(?:\b\p{L}\.)*\b\p{L})$/u;

export const doubledPunctuation: ParagraphRule = {
  code: 'doubled-punctuation',
  family: 'debris',
  summary: 'Two marks stand where one belongs.',
  why: 'Such doubles come from copying and rewriting; often words are missing beside them.',
  severity: 'warning',
  scope: 'paragraph',
  limits: 'Ellipses, “?!”, and a comma after an abbreviation (etc.,) are left alone.',
  examples: {
    valid: [
      'He waited… and waited... then left.',
      'Apples, pears, etc., and the U.S., too.',
      'She asked: “Who?” He said “no.” Then he left.',
      'Really?! At 10 a.m., yes!!',
      'He left Malibu, Calif., for Springfield, Mo., and Pitkin Ave., said Rep. Roe, D-W.Va., of the Sheriffs’ Assn., today.',
    ],
    invalid: [
      'He spoke of “military [|threats.”.|]{doubled-punctuation} Then he left.',
      'It was over[|.,|]{doubled-punctuation} and he left.',
      'They fought in Ukraine[|,.|]{doubled-punctuation}',
      'It rained[|,,|]{doubled-punctuation} and then it stopped[|..|]{doubled-punctuation}',
    ],
  },
  *check(paragraph) {
    const text = proseOf(paragraph);
    for (const match of text.matchAll(BESIDE)) {
      const before = text.slice(Math.max(0, match.index - 8), match.index);
      // Names of places, firms and days are cut short in more ways than a list could hold.
      if (match[0] === '.,' && (ABBREVIATION.test(before) || /(?<!\p{L})\p{Lu}\p{L}{0,5}$/u.test(before))) continue;
      yield finding(
        match.index,
        match[0],
        match[0].includes('.') ? '.' : match[0].includes(';') ? ';' : match[0].charAt(0),
      );
    }
    for (const match of text.matchAll(AROUND)) {
      // The whole word, so that a reader sees where: “threats.”.
      const word =
        /(?<![\p{L}\p{N}’'-])[\p{L}\p{N}’'-]*$/u.exec(text.slice(Math.max(0, match.index - 60), match.index))?.[0] ??
        '';
      yield finding(match.index - word.length, word + match[0], word + match[0].slice(0, -1));
    }
  },
};

function finding(start: number, words: string, meant: string): Finding {
  return { start, end: start + words.length, message: `“${words}”: one mark too many.`, suggestions: [meant] };
}
