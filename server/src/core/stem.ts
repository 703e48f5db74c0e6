/** A crude stem for comparing words: plain endings off, at most eight letters. Takes a normal form (tokens.ts). */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const bare = word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|edly|ed|es|s|ly)$/, '');
  return bare.slice(0, 8) || word;
}
