import { loadResources } from '../server/src/resources.js';

/** The tables that ship, as the build laid them out. Tests run from the project's folder. */
export const testResources = loadResources('dist/data');
