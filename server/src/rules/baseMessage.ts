import type { Corpus } from '../analysis/corpus.js';
import { witnessOf } from '../analysis/witnesses.js';
import type { Finding, Rule } from './rule.js';

/**
 * What a finding says where the base text is among its evidence: “Differs from the base text A: “Fourteen” here; “Fifteen”
 * in A”. The base itself is never said to differ.
 */
export function messageBesideBase({ message, evidence }: Finding, rule: Rule, path: string, corpus: Corpus): string {
  const { base } = corpus.manifest;
  const isDifference = rule.family === 'conflict' || rule.family === 'quotation' || rule.family === 'wording';
  if (!isDifference || base === undefined || path === base) return message;
  if (!evidence?.some((one) => one.path === base)) return message;
  return `Differs from the base text ${witnessOf(corpus, base).siglum}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
