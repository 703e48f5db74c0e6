import type { Document, PlacedParagraph } from './document.js';
import { Facts } from './facts.js';

/** What opens a record of a series: a kind of record, its number, and a mark or the end of the line. */
const OPENS = /^(?<label>\p{Lu}\p{L}+)\s+(?:no\.?\s*)?(?<number>\d{1,5}|[IVXLC]+)(?:\s*[:.–—]|\s+-|$)/iu;
/** Lines of a head at most, and characters of one. */
const MOST_LINES = 5;
const LONGEST = 160;

interface Head {
  readonly label: string;
  readonly number: string;
  readonly lines: number;
}

const heads = new Facts<Document, Head | null>();

/** “INTERVIEW 14: Anna Lund, born 1928, weaver”, and the lines below it that are no sentences. */
function headOf(document: Document): Head | null {
  let head = heads.get(document);
  if (head === undefined) heads.set(document, (head = readHead(document)));
  return head;
}

function readHead({ paragraphs }: Document): Head | null {
  const { label, number } = OPENS.exec(paragraphs[0]?.text ?? '')?.groups ?? {};
  if (label === undefined || number === undefined) return null;
  const first = paragraphs.findIndex(({ text }) => text.length > LONGEST || /[.!?]["”’]?$/.test(text.trimEnd()));
  return { label: label.toLowerCase(), number, lines: Math.min(MOST_LINES, first < 0 ? paragraphs.length : first) };
}

/** Whether two lines belong to the heads of two records of one series: each says when and with whom its own was made. */
export function headTwoRecords(here: PlacedParagraph, there: PlacedParagraph): boolean {
  const [own, theirs] = [headOf(here.document), headOf(there.document)];
  if (!own || own.label !== theirs?.label || own.number === theirs.number) return false;
  return here.index < own.lines && there.index < theirs.lines;
}
