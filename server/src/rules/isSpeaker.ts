import type { Span } from '../core/span.js';

const SAID = /\b(?:said|says|told|added|wrote|tells|asked|explained|[Aa]ccording to|announced|confirmed)\b/;
/** A verb of saying, and who it is that says it: “said the line’s second engineer”. */
const SAID_BY = new RegExp(String.raw`${SAID.source}[^.,;:!?"“”]*$`);
/** Characters before and behind a name in which a verb of saying makes it the speaker. */
const NEAR_SAID_BY = 70;
const NEAR_SAID = 24;

/** Whether somebody is named as the one who says it. */
export function isSpeaker({ start, end }: Span, text: string): boolean {
  return (
    SAID_BY.test(text.slice(Math.max(0, start - NEAR_SAID_BY), start)) || SAID.test(text.slice(end, end + NEAR_SAID))
  );
}
