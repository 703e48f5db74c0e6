/** What a quotation loses that turns its sense. */
export type Loss = 'negation' | 'modality' | 'condition' | 'number';

const NEGATION = /^(?:not|no|never|nobody|none|nothing|neither|nor|hardly|scarcely|barely|without)$/;
const MODALITY =
  /^(?:may|might|could|perhaps|maybe|possibly|probably|likely|unlikely|allegedly|reportedly|apparently)$/;
const CONDITION = /^(?:if|unless|except|until|provided|only)$/;
const NUMBER = /^(?:\d[\d.:]*(?:th|h)?|half|dozens?|hundreds?|thousands?|millions?|most|some|few|all)$/;

/** What a folded word says of the rest; `undefined` for most. */
export function meaningOf(folded: string): Loss | undefined {
  if (NEGATION.test(folded)) return 'negation';
  if (MODALITY.test(folded)) return 'modality';
  if (CONDITION.test(folded)) return 'condition';
  return NUMBER.test(folded) ? 'number' : undefined;
}

/** “Nothing less than” and “not only” deny nothing. */
const NO_DENIAL: Readonly<Record<string, RegExp>> = {
  nothing: /^(?:less|short|but)$/,
  no: /^(?:less|fewer)$/,
  not: /^(?:only|least)$/,
};

/** Whether a word denies what stands beside it; `words` are folded. */
export function isDenial(words: readonly { readonly folded: string }[], at: number): boolean {
  const [here = '', next = ''] = [words[at]?.folded, words[at + 1]?.folded];
  return meaningOf(here) === 'negation' && !NO_DENIAL[here]?.test(next);
}

/** What a word among others says of the rest: “most certainly” counts nothing. */
export function meaningAt(words: readonly { readonly folded: string }[], at: number): Loss | undefined {
  const [here = '', next = ''] = [words[at]?.folded, words[at + 1]?.folded];
  const meaning = meaningOf(here);
  if (meaning === 'negation') return isDenial(words, at) ? meaning : undefined;
  return here === 'most' && next.endsWith('ly') ? undefined : meaning;
}

const ALSO: Readonly<Record<Loss, RegExp>> = {
  negation:
    /\b(?:not|no|never|nobody|none|nothing|neither|nor|hardly|without|\w+n[’']t|den(?:y|ie[ds])|refus\w+|reject\w+|rul(?:e[ds]?|ing) out|fail\w*|lack\w*|far from|cannot|oppos\w+|against|avoid\w*|prevent\w*|doubt\w*|stop\w*|un\w+|in\w+able)\b/i,
  modality:
    /\b(?:may|might|could|can|would|should|perhaps|maybe|possib\w+|probab\w+|likely|hop(?:e[ds]?|ing)|plan\w*|expect\w*|if|whether|suggest\w*|alleg\w+|report\w+|appear\w*|seem\w*|threat\w*|consider\w*|promis\w+|vow\w*|pledg\w+|intend\w*|aim\w*|want\w*|urg\w+|call\w*)\b/i,
  condition: /\b(?:if|unless|except|until|provided|only|condition\w*|when|once)\b/i,
  number:
    /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|half|dozens?|hundreds?|thousands?|most|some|few|all|an?)\b/i,
};

/** Whether the words round a quotation say what it lost in other words: he *denied* “that the bridge is safe”. */
export function isSaidOtherwise(loss: Loss, words: string): boolean {
  return ALSO[loss].test(words);
}
