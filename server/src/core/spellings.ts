/** British and American spellings of one word become one. */
export function foldSpelling(word: string): string {
  return word
    .replace(/is(?=(?:e[sdr]?|ing|ations?|able)$)/, 'iz')
    .replace(/ys(?=(?:e[sdr]?|ing)$)/, 'yz')
    .replace(/(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able$|ite[s]?$|ful|less|ly$|hoods?$|ers?$|ists?$)/, 'or')
    .replace(/(?<=[a-z]{2}[^aeiou])re$/, 'er')
    .replace(/ence$/, 'ense')
    .replace(/ogue(?=s?$)/, 'og')
    .replace(/ogramme(?=s?$)/, 'ogram')
    .replace(/(?<=[aeiou])ll(?=(?:ed|ing|ers?)$)/, 'l');
}
