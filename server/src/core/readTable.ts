/** Reads a table that ships with the program, unpacked. Throws where there is none of that name. */
export type ReadTable = (name: string) => Uint8Array<ArrayBuffer>;
