import type { LocationLink } from 'vscode-languageserver';
import type { Document } from '../core/document.js';
import { parallelLinks } from './parallelLinks.js';
import type { View } from './toProtocol.js';

/** Always the parallel passages: one work, several realisations. Also on a person’s name. */
export function implementation(view: View, document: Document, offset: number): LocationLink[] {
  return parallelLinks(view, document, offset);
}
