import type { Paragraph } from '../core/document.js';
import { quotationsOf } from '../core/quotations.js';
import { encloses, type Span } from '../core/span.js';
import { speechCuesOf, type SpeechCue } from '../core/speechCues.js';

/** A mention in the paragraph whose quotations are attributed; offsets are relative to its text. */
export interface NamedSpan extends Span {
  readonly person: number;
  readonly sex: '' | 'm' | 'f';
}

/** Somebody named outside quotations. */
type Who = { readonly kind: 'person'; readonly named: NamedSpan; readonly isOblique: boolean } & Span;
/** Whoever may be the one who speaks, or a word that tells who is; relative to the paragraph's text. */
export type Actor = Who | SpeechCue;

/** Cues and people outside quotations, in order; a cue inside a name, or one that leads on to a name, is none. */
export function actorsIn(paragraph: Paragraph, mentions: readonly NamedSpan[]): Actor[] {
  const { text } = paragraph;
  const quotations = quotationsOf(paragraph);
  const people = mentions
    .filter((mention) => !quotations.some((quotation) => encloses(quotation, mention)) && !isPossessive(text, mention))
    .map((named): Who => {
      const { start, end } = named;
      return { kind: 'person', named, start, end, isOblique: isOblique(text, named) };
    });
  const cues = speechCuesOf(paragraph).filter(
    (cue) =>
      !mentions.some(
        (mention) =>
          (cue.start < mention.end && mention.start < cue.end) ||
          (isNoun(cue) && cue.end < mention.start && isTitle(text.slice(cue.end, mention.start))),
      ),
  );
  return [...people, ...cues].sort((a, b) => a.start - b.start);
}

function isNoun({ kind }: SpeechCue): boolean {
  return kind === 'unnamed' || kind === 'capital' || kind === 'noun';
}

/** "Kremlin spokesman Ivan Petrov", "Senate Minority Leader Anna Okafor": words that lead on to the name. */
function isTitle(between: string): boolean {
  return (
    between.length < 60 &&
    /^(?:\.?\s(?:\p{Lu}[\p{L}.’'-]*|\p{Ll}+))*\s$/u.test(between) &&
    /^\.?(?:\s\p{Lu}\S*)*\s(?:\p{Ll}+\s){0,2}$/u.test(between) &&
    !/\s(?:that|to|of|for|and|in|on|with|by|is|was|had|has)\s/.test(between)
  );
}

export function isWho(actor: Actor): boolean {
  return actor.kind === 'person' || actor.kind === 'he' || actor.kind === 'she';
}

export function isSubject(actor: Actor): boolean {
  return isWho(actor) && !(actor.kind === 'person' && actor.isOblique);
}

export function isPossessive(text: string, { end }: Span): boolean {
  return /^['’]s?(?![\p{L}])/u.test(text.slice(end, end + 3));
}

/** "to President Kim", "with Kim", "the Kim government": no subject. */
export function isOblique(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 70), start);
  return (OBLIQUE.test(before) && !OFFICE_OF.test(before)) || /(?:^|\s)(?:the|an?)\s(?:\p{Ll}+\s){0,2}$/u.test(before);
}

const OBLIQUE =
  /(?:^|[\s(])(?:to|with|by|of|for|from|against|about|on|at|between|than|like|under|towards?|near|including|over|told|met|meet|meeting|visit|visiting)\s+(?:(?:the|a|an|his|her|their|its|then|former|ex)\s+)*(?:\p{Lu}[\p{L}.’'-]*\s+|(?:\p{Ll}+\s+){0,2}(?:leader|president|minister|secretary|chief|counterpart|ally|spokesm[ae]n|spokeswoman)\s+)*$/u;
/** "Secretary of State Anna Okafor". */
const OFFICE_OF = /\p{Lu}[\p{L}-]{1,40}\sof\s(?:the\s)?(?:\p{Lu}[\p{L}-]+\s)+$/u;
