/** A corpus needs more memory than there is; the message is for the reader. */
export class TooLarge extends Error {}
