import {
  ErrorCodes,
  ResponseError,
  type AnnotatedTextEdit,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { people } from '../analysis/people.js';
import type { Document } from '../core/document.js';
import { toRange, type View } from './toProtocol.js';

/** What the client can do with an edit. */
export interface RenameSupport {
  /** The client asks the reader before it makes an edit that wants to be confirmed. */
  readonly canConfirm: boolean;
  readonly hasDocumentChanges: boolean;
  readonly version: number | null;
}

const CONFIRM = 'variorum.rename';

/** The name at `offset`; only people can be renamed. */
export function prepareRename(
  view: View,
  document: Document,
  offset: number,
): { range: Range; placeholder: string } | null {
  const named = view.corpus.get(people).at(document.path, offset);
  return named ? { range: toRange(document, named.mention), placeholder: named.mention.text } : null;
}

/**
 * Writes a person's name otherwise in this document, and in no other: a source is evidence, and one that is changed
 * along with the text at hand would be so unseen. Word stands for word, so that short forms follow ("Andrei Belousov" to
 * "Andrey Belousof" makes "Belousof" of "Belousov"); where the number of words differs, only the same form changes.
 */
export function rename(
  view: View,
  document: Document,
  offset: number,
  newName: string,
  support: RenameSupport,
): WorkspaceEdit | ResponseError | null {
  const everyone = view.corpus.get(people);
  const named = everyone.at(document.path, offset);
  if (!named) return null;
  const name = newName.trim();
  if (name === '' || /[\r\n]/.test(name))
    return new ResponseError(ErrorCodes.InvalidParams, 'a name is one line of words');
  const rewrite = rewriterOf(named.mention.text, name);
  const edits = everyone.in(document.path).flatMap(({ person, mention }): TextEdit[] => {
    if (person !== named.person) return [];
    const newText = rewrite(mention.text);
    return newText === mention.text ? [] : [{ range: toRange(document, mention), newText }];
  });
  const uri = view.uriOf(document.path);
  if (!support.hasDocumentChanges) return { changes: { [uri]: edits } };
  const { version } = support;
  if (!support.canConfirm) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  const annotated = edits.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: CONFIRM }));
  const kind = view.corpus.isDraft(document.path) ? 'draft' : 'source';
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
    changeAnnotations: {
      [CONFIRM]: {
        label: `Name ${named.person.name} otherwise in this ${kind}`,
        description: 'No other text of the corpus is changed.',
        needsConfirmation: true,
      },
    },
  };
}

function rewriterOf(oldName: string, newName: string): (mention: string) => string {
  const [before, after] = [oldName.split(/\s+/), newName.split(/\s+/)];
  if (before.length !== after.length) {
    const flat = before.join(' ');
    return (mention) => (mention.split(/\s+/).join(' ') === flat ? newName : mention);
  }
  const words = new Map(before.map((word, index) => [word, after[index] ?? word]));
  return (mention) => mention.replace(/\S+/g, (word) => words.get(word) ?? word);
}
