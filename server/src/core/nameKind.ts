import type { NameLists } from './nameLists.js';
import type { NameToken } from './nameTokens.js';
import {
  ABBREVIATIONS,
  DIRECTIONS,
  HONORIFICS,
  NAME_MONTHS,
  NEWS_AGENCIES,
  OFFICES,
  ORGANISATION_NOUNS,
  PARTICLES,
  PLACE_NOUNS,
  SHORT_WORDS,
  SURNAME_ENDING,
  TRADES,
} from './nameWords.js';
import type { Speller } from './speller.js';

/** What a capitalised word is by itself. Names of kinds are those of the weights (nameWeights.ts). */
export type Kind = string;

const REGNAL = /^(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XXIII)$/;
const CAMEL_NAMES = /^(?:Mc|Mac|De|Di|Des|Du|La|Le|Van|Von|Fitz|O['’]|D['’]|El|Al|Ben|Bin)/;

/** Knows words and names by lists alone; the corpus has its say elsewhere. */
export class NameKinds {
  readonly #ordinary = new Map<string, boolean>();

  constructor(
    readonly lists: NameLists,
    private readonly speller: Speller,
  ) {}

  /** Whether a lower-case word is an ordinary word of English, whatever else it may be. */
  isOrdinary(lower: string): boolean {
    let answer = this.#ordinary.get(lower);
    if (answer === undefined) {
      answer = lower.length < 4 ? SHORT_WORDS.has(lower) : this.speller.isOrdinary(lower);
      if (!answer && lower.includes('-')) answer = lower.split('-').every((part) => this.isOrdinary(part));
      this.#ordinary.set(lower, answer);
    }
    return answer;
  }

  isRole(lower: string): boolean {
    return this.lists.role.has(lower) || OFFICES.has(lower) || HONORIFICS.has(lower) || TRADES.has(lower);
  }

  isPlace(lower: string): boolean {
    return this.lists.place.has(lower) && !PLACE_NOUNS.has(lower);
  }

  /** Jordan, Israel and Chad are given names too, but a text that means somebody says more of his name. */
  isCountry(lower: string): boolean {
    return this.lists.country.has(lower);
  }

  /** The first kind that fits. */
  of(token: NameToken, isInCapsLine: boolean): Kind {
    const { lower, text } = token;
    if (ABBREVIATIONS.has(lower)) return 'acronym';
    if (REGNAL.test(text)) return 'roman';
    if (token.isInitial) return 'init';
    if (DIRECTIONS.has(lower)) return 'dir';
    if (NAME_MONTHS.has(lower)) return 'month';
    if (/-\p{Ll}{5}/u.test(text) && this.isOrdinary(lower.slice(lower.lastIndexOf('-') + 1))) return 'demonym';
    if (lower === 'st.' || lower === 'st' || lower === 'saint') return 'saint';
    if (/^(?:ex|non|anti|pro|post|pre|mid)-/.test(lower)) return 'demonym';
    if (HONORIFICS.has(lower)) return 'hon';
    if (PARTICLES.has(lower) && !token.isCapital) return 'part';
    if ((/\p{Ll}\p{Lu}/u.test(text) && !CAMEL_NAMES.test(text)) || /\d/.test(lower)) return 'camel';
    return this.#listed(token, isInCapsLine);
  }

  #listed({ lower, text, isAllCaps }: NameToken, isInCapsLine: boolean): Kind {
    const { lists } = this;
    const isGiven = lists.given.has(lower);
    const isSurname = lists.surname.has(lower);
    if (lists.demonym.has(lower)) return 'demonym';
    if (OFFICES.has(lower)) return isGiven || isSurname ? 'officename' : 'office';
    if (ORGANISATION_NOUNS.has(lower) || PLACE_NOUNS.has(lower)) return isGiven || isSurname ? 'headname' : 'head';
    if (isAllCaps && !isInCapsLine && text.length < 6) return 'acronym';
    if (NEWS_AGENCIES.has(lower)) return 'org';
    if (lists.organisation.has(lower)) return isSurname ? 'sur+org' : 'org';
    if (this.isPlace(lower)) return isGiven ? 'given+place' : isSurname ? 'sur+place' : 'place';
    if (this.isOrdinary(lower)) return isGiven ? 'given+word' : isSurname ? 'sur+word' : 'word';
    if (isGiven) return isSurname ? 'given+sur' : 'given';
    if (isSurname) return 'sur';
    if (lower.includes('-')) return this.#hyphenated(lower);
    if (/^(?:mc|mac|o'|d'|fitz)\p{L}{3}/u.test(lower) || /^(?:Mc|Mac|De|Di|Le|La|Van|Fitz)\p{Lu}/u.test(text))
      return 'mc';
    return SURNAME_ENDING.test(lower) ? 'unk+suf' : 'unk';
  }

  #hyphenated(lower: string): Kind {
    const parts = lower.split('-');
    if (parts.some((part) => this.lists.given.has(part) || this.lists.surname.has(part))) return 'sur';
    if (parts.some((part) => this.isPlace(part) || this.lists.demonym.has(part))) return 'place';
    if (parts.every((part) => this.isOrdinary(part)) && parts.some((part) => part.length > 3)) return 'word';
    return 'unk';
  }
}
