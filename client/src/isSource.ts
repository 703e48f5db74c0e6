import type { TextDocument } from 'vscode';

/** Whether a text lies in a folder and is of a kind that is read as a source. */
export function isSource({ uri, languageId }: TextDocument): boolean {
  return uri.scheme === 'file' && ['plaintext', 'markdown'].includes(languageId);
}
