import type { Paragraph } from './document.js';

/** Longer paragraphs are text, whatever words they open with. */
const LONGEST = 220;

// Each matches a whole line of a page: what surrounds an article everywhere, in the words that everybody uses.
const FURNITURE: readonly RegExp[] = [
  /^(?:leave a (?:reply|comment)|post a comment|add a comment|join the (?:conversation|discussion)|comments? (?:are|is) closed|(?:no|\d[\d,]*) comments?(?: so far| yet)?|(?:view|show|hide|load)(?: all| more)?(?: \d+)? comments|(?:log|sign) in to (?:reply|comment|post).*|cancel reply)[:.]?$/i,
  /^your email address will not be published\b.*$/i,
  /^(?:required fields are marked|fields marked with an|save my name, email|notify me of (?:new|follow-?up)).*$/i,
  /^(?:listen to (?:this )?(?:article|story)|loading(?: audio| video| player)?(?:\.{2,}|…)?|play (?:video|audio)|(?:audio|video) player|your browser does not support .*|\d+:\d\d ?\/ ?\d+:\d\d)[.:]?$/i,
  /^(?:share(?: this)?(?: article| story| page| post)?(?: (?:on|via) .{1,30})?|tweet|pin it|whatsapp|copy link|email this.*|print(?: this)?(?: article| page)?|follow us(?: on .{1,40})?|(?:facebook|twitter|linkedin|reddit|telegram|pinterest|email|print|x)(?:[ |·,/]+(?:facebook|twitter|linkedin|reddit|telegram|pinterest|whatsapp|email|print|x))*)$/i,
  /^(?:we use cookies|this (?:web)?site uses cookies|by (?:continuing|using) (?:to (?:use|browse) )?this (?:web)?site).*$/i,
  /^(?:accept(?: all)?(?: cookies)?|reject all|manage (?:cookies|preferences)|cookie (?:policy|settings))$/i,
  /^(?:sign up (?:for|to) (?:our|the|get)\b.*|subscribe(?: now| today| to (?:our|the)\b.*)?|get (?:the latest|our) .*(?:inbox|newsletter)\b.*|enter your email(?: address)?.*|already a (?:subscriber|member)\?.*)$/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|skip (?:advert|ad|to (?:main )?content)|story continues below(?: advertisement)?|article continues after advertisement)$/i,
  /^(?:related (?:articles|stories|posts|topics|content)|read more|read next|more (?:from|on this story)|most (?:read|popular|viewed)|recommended(?: for you)?|trending(?: now)?|you (?:may|might) also like|also (?:read|in this section)|tags?|filed under|categories|previous (?:post|article)|next (?:post|article)|back to top|main menu|menu|search|home)[:.]?$/i,
  /^(?:©|copyright ).{0,120}(?:all rights reserved\.?)?$/i,
  // A programme on the air: name and hours, nothing else.
  /^(?=.{1,60}$)[^.!?]*\b\d{1,2}(?::\d\d)? ?[ap]m ?[-–—] ?\d{1,2}(?::\d\d)? ?[ap]m$/i,
];

/**
 * Whether a paragraph is furniture of a web page (comment form, share bar, player, programme line), not text of the
 * source. Matching leaves such paragraphs out, and so do the rules.
 */
export function isWebFurniture({ text }: Paragraph): boolean {
  if (text.length > LONGEST) return false;
  const line = text.replace(/[\s*#>_|]+/g, ' ').trim();
  return FURNITURE.some((pattern) => pattern.test(line));
}
