/** Words for going up and down, as parts of patterns: verbs and particles before a number, nouns and comparatives behind it. */

/** “Made up 14 percent”, “set up 14 mills”: nothing rises. */
const NOT_BEHIND = String.raw`(?<!\b(?:ma[dk]es?|making|t[ao]kes?|took|sets?|picks?(?:ed)?|sums?|adds?|sent)\s)`;

export const RISES = `rose|ris(?:e|en|es|ing)|gr[eo]w(?:n|s|ing|th)?|increas(?:e[ds]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[ds]?|ing)|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?|${NOT_BEHIND}up`;
export const FALLS =
  'fell|fall(?:s|en|ing)?|declin(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|drop(?:s|ped|ping)?|slip(?:s|ped|ping)?|slid(?:es?|ing)?|shr[aiu]nk|plung(?:e[ds]?|ing)|tumbl(?:e[ds]?|ing)|down';

export const RISE = 'rise|increase|growth|jump|surge|gain|higher';
export const FALL = 'fall|drop|decline|decrease|reduction|cut|lower';
