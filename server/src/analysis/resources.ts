import type { Collocations } from '../core/collocations.js';
import type { Gazetteer } from '../core/gazetteer.js';
import type { NameLists } from '../core/nameLists.js';
import type { Speller } from '../core/speller.js';
import type { Substitutability } from '../core/substitutability.js';
import type { WordRelations } from '../core/wordRelations.js';
import type { WordVectors } from '../core/wordVectors.js';
import { each, type Steps } from './steps.js';

/** Tables that ship with the program. Each is read when it is first asked for; the shell says from where. */
export interface Resources {
  readonly speller: Speller;
  readonly nameLists: NameLists;
  readonly gazetteer: Gazetteer;
  readonly wordVectors: WordVectors;
  readonly wordRelations: WordRelations;
  readonly substitutability: Substitutability;
  readonly collocations: Collocations;
}

/** Reads the tables that were not asked for yet, each in a step: some take tens of milliseconds. */
export function readTables(resources: Resources): Steps<void> {
  const tables = Object.keys(resources) as (keyof Resources)[];
  return each(tables, tables.length, (table) => resources[table]);
}
