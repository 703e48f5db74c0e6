/** Where the run of letters, digits and inner marks that ends at `at` begins. */
export function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && /[\p{L}\p{M}\p{N}’'-]/u.test(text[start - 1] ?? '')) start--;
  return start;
}

/** Where the run of letters, digits and inner marks that begins at `at` ends. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 40 && /[\p{L}\p{M}\p{N}’'-]/u.test(text[end] ?? '')) end++;
  return end;
}
