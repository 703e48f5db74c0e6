import { sentenceAt } from '../analysis/sentenceAt.js';
import type { Check } from './judge.js';

/** Of what moment a sentence says how things stand: “By 10 p.m.,” “Early Monday,” at its head, “as of Friday” anywhere. */
const AS_OF = /\bas of ([^,.;]{3,30})/i;
const AT_HEAD =
  /^((?:(?:By|Until|At) (?:(?:about|around|late|early) )?(?=\d|noon|midnight|dawn|dusk|\p{Lu}|mid|yesterday|today)|(?:Early|Late|Earlier|Later)\s)[^,;]{0,30})(?:,|\s(?:the|an?)\s)/u;

/** Whether two sentences say how things stood at two moments. */
export const areOfTwoStates: Check = (here, there, corpus) => {
  const [own, theirs] = [here, there].map((place) => momentOf(sentenceAt(place, corpus).text));
  return own !== undefined && theirs !== undefined && own !== theirs;
};

function momentOf(sentence: string): string | undefined {
  return (AS_OF.exec(sentence)?.[1] ?? AT_HEAD.exec(sentence)?.[1])?.toLowerCase().trim();
}
