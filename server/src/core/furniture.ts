import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import type { Span } from './span.js';

/** Longer paragraphs are text, whatever words they open with. */
const LONGEST = 220;

// Each matches a whole line of a page: what surrounds an article everywhere, in the words that everybody uses. A line that
// may as well be a heading (Home, Search) or a sentence of its own (No comment.) is none.
const FURNITURE: readonly RegExp[] = [
  /^(?:leave a (?:reply|comment)|post a comment|add a comment|join the (?:conversation|discussion)|comments? (?:are|is) closed|(?:no comments|\d[\d,]* comments?)(?: so far| yet)?|(?:view|show|hide|load)(?: all| more)?(?: \d+)? comments|(?:log|sign) in to (?:reply|comment|post).*|cancel reply)[:.]?$/i,
  /^your e-?mail (?:address )?will not be (?:published|shared|made public)\b.*$/i,
  /^(?:required fields are marked|fields marked with an|save my name, email|notify me of (?:new|follow-?up)).*$/i,
  /^(?:listen to (?:this )?(?:article|story)|loading(?: audio| video| player)?(?:\.{2,}|…)?|play (?:video|audio)|(?:audio|video) player|your browser does not support .*|\d+:\d\d ?\/ ?\d+:\d\d)[.:]?$/i,
  /^(?:share(?: this)?(?: article| story| page| post)?(?: (?:on|via) .{1,30})?|tweet|pin it|whatsapp|copy link|email this(?: to a friend| article| page| story)?|print this(?: article| page| story)?|print (?:article|page)|follow us(?: on .{1,40})?|(?:facebook|twitter|linkedin|reddit|telegram|pinterest)|(?:facebook|twitter|linkedin|reddit|telegram|pinterest|whatsapp|email|print|x)(?:[ |·,/]+(?:facebook|twitter|linkedin|reddit|telegram|pinterest|whatsapp|email|print|x))+)$/i,
  /^(?:we use cookies (?:to|on|and)\b|this (?:web)?site uses cookies|by (?:continuing|using) (?:to (?:use|browse) )?this (?:web)?site).*$/i,
  /^(?:accept(?: all)?(?: cookies)?|reject all|manage (?:cookies|preferences)|cookie (?:policy|settings))$/i,
  /^(?:sign up (?:for|to) .{0,80}\b(?:newsletters?|inbox|e-?mails?|alerts|updates|briefing|digest)\b.{0,60}|subscribe(?: now| today| to .{1,60}\b(?:newsletters?|channel|updates|podcast|briefing)\b.{0,40})?|get (?:the latest|our) .*(?:inbox|newsletter)\b.*|enter your email(?: address)?.*|already a (?:subscriber|member)\?.*)$/i,
  /^(?:advertisement|sponsored(?: content)?|skip (?:advert|ad|to (?:main )?content)|story continues below(?: advertisement)?|article continues after advertisement)$/i,
  /^(?:related (?:articles|stories|posts|topics|content)|read more|read next|more (?:from|on this story)|most (?:read|popular|viewed)|recommended(?: for you)?|trending(?: now)?|you (?:may|might) also like|also (?:read|in this section)|filed under|previous (?:post|article)|next (?:post|article)|back to top|main menu)[:.]?$/i,
  /^(?:©|copyright (?:©|\(c\)|\d{4}\b)).{0,120}$/i,
  /^(?:skip to (?:navigation|footer)|toggle (?:navigation|menu)|close (?:menu|dialog|modal)|scroll to top|open in (?:app|new tab)|continue reading(?: (?:the )?(?:main|full|rest of the)? ?(?:story|article)\b.{0,30})?|click here to .{1,60}|tap here to .{1,60}|read (?:the )?full (?:story|article).{0,40}|(?:read more|more on this|also read|read also|related|watch): .{1,160}|\d+ (?:shares|likes|views|min(?:ute)?s? read)|(?:share|save|bookmark|like|reply|report|flag)(?:[ |·,/]+(?:share|save|bookmark|like|reply|report|flag|print|comment))+)$/i,
  /^(?:image|photo|picture|video) (?:credit|source|caption): .{1,100}$/i,
  /^(?:add (?:your )?comment|write a comment|submit comment|post comment|\* ?required(?: fields?)?|website:?|(?:name|e-?mail)(?: \(required\)| ?\*):?|please enable javascript .{1,100}|please (?:log ?in|sign in|register|subscribe)(?: or (?:log ?in|sign in|register|subscribe))? to (?:continue|comment|read|view|reply|post)\b.{0,80}|javascript is (?:disabled|required).{0,100})$/i,
  /^(?:advertise with us|all rights reserved|(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)|about us|contact us|advertise with us|all rights reserved)(?:[ |·•,/-]+(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)|about us|contact us|advertise with us|help|careers|sitemap|cookies?|all rights reserved))+)\.?$/i,
  // A programme on the air: a name of two words or more and hours, nothing else.
  /^(?=.{1,60}$)(?:\p{Lu}[\p{L}.’'-]* (?:& |and |with )?){2,6}\d{1,2}(?::\d\d)? ?[ap]m ?[-–—] ?\d{1,2}(?::\d\d)? ?[ap]m$/u,
];

/**
 * Whether a paragraph is furniture of a web page (comment form, share bar, player, programme line), not text of the
 * source. Matching leaves such paragraphs out, and so do the rules.
 */
export function isWebFurniture(paragraph: Paragraph): boolean {
  if (paragraph.text.length > LONGEST) return false;
  let known = cache.get(paragraph);
  if (known === undefined) cache.set(paragraph, (known = isFurnitureLine(paragraph.text)));
  return known;
}

const cache = new Facts<Paragraph, boolean>();

function isFurnitureLine(text: string): boolean {
  const line = text.replace(/[\s*#>_|]+/g, ' ').trim();
  return FURNITURE.some((pattern) => pattern.test(line));
}

// What pages put before the first words of a text, on the same line: a date with a label, the agency in brackets.
const LEAD =
  /^(?:(?:published|posted|updated|last updated|date)(?: on| at)?:? \d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?: \([^()\n]{2,30}\))?(?: ?[–—|-])?|share(?: this)? (?:facebook|twitter|email)(?: (?:twitter|facebook|email|whatsapp|linkedin|print))*|(?:advertisement|loading\.\.\.)) /i;
const OPENS = /^[\p{Lu}“"]/u;

/** Spans of a paragraph that are furniture: all of it, or what is glued to its first words. Relative to its text. */
export function furnitureIn(paragraph: Paragraph): Span[] {
  if (isWebFurniture(paragraph)) return [{ start: 0, end: paragraph.text.length }];
  const lead = LEAD.exec(paragraph.text);
  if (!lead || !OPENS.test(paragraph.text.slice(lead[0].length))) return [];
  return [{ start: 0, end: lead[0].trimEnd().length }];
}
