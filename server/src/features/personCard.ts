import type { Mention, Person, Role } from '../analysis/people.js';
import type { Corpus } from '../analysis/corpus.js';
import { witnessOf } from '../analysis/witnesses.js';
import { foldSpelling } from '../core/quotedWords.js';
import type { Place } from '../core/span.js';
import { escapeMarkdown, linkTo } from './markdown.js';
import { oneLine } from '../core/oneLine.js';
import { toRange, type View } from './toProtocol.js';

/** How a card writes: Markdown with links, or plain text for clients that show no Markdown. */
interface Style {
  readonly strong: (text: string) => string;
  readonly text: (text: string) => string;
  readonly link: (label: string, place: Place) => string;
  readonly lineEnd: string;
}

const MOST_ROLES = 4;
const MOST_SOURCES = 8;

/** The card of a person: who this is in every source at once. At most 15 lines. */
export function personCard(view: View, person: Person, format: 'markdown' | 'plaintext'): string {
  const style = format === 'markdown' ? markdownStyle(view) : plainStyle(view);
  const lines = [
    headline(person, style),
    attestation(view.corpus, person, style),
    ...forms(person, style),
    ...roles(view.corpus, person, style),
    introduction(view.corpus, person, style),
  ];
  return lines.join(style.lineEnd);
}

function headline(person: Person, style: Style): string {
  const role = person.roles[0];
  return style.strong(person.name) + (role ? ` – ${style.text(role.text)}` : '');
}

function attestation(corpus: Corpus, person: Person, style: Style): string {
  const bySource = new Map<string, Mention[]>();
  for (const mention of person.mentions) {
    const mentions = bySource.get(mention.path) ?? [];
    mentions.push(mention);
    bySource.set(mention.path, mentions);
  }
  const sources = [...bySource].map(([path, mentions]) => {
    const [first] = mentions;
    const label = witnessOf(corpus, path).siglum;
    return `${first ? style.link(label, first) : style.text(label)} ×${mentions.length}`;
  });
  const rest = sources.length > MOST_SOURCES ? ` and ${sources.length - MOST_SOURCES} more` : '';
  const all = corpus.documents.size;
  return `Named in ${bySource.size} of ${all} ${all === 1 ? 'source' : 'sources'}: ${sources.slice(0, MOST_SOURCES).join(' · ')}${rest}`;
}

function forms(person: Person, style: Style): string[] {
  if (person.names.length < 2) return [];
  return [
    `As: ${person.names
      .slice(0, 6)
      .map(({ text, count }) => `${style.text(text)} ×${count}`)
      .join(' · ')}`,
  ];
}

/** One line for each wording, the one most sources give first; British and American spelling are one. */
function roles(corpus: Corpus, person: Person, style: Style): string[] {
  const byWording = new Map<string, Role[]>();
  for (const role of person.roles) {
    const key = role.text.toLowerCase().split(/\s+/).map(foldSpelling).join(' ');
    const same = byWording.get(key) ?? [];
    same.push(role);
    byWording.set(key, same);
  }
  const wordings = [...byWording.values()].sort((a, b) => b.length - a.length);
  return wordings.slice(0, MOST_ROLES).flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const places = new Map(same.map((role) => [role.path, role]).reverse() as [string, Role][]);
    const sources = [...places.values()].reverse().map((role) => style.link(witnessOf(corpus, role.path).siglum, role));
    return [`“${style.text(oneLine(first.text, 80))}” – ${sources.slice(0, MOST_SOURCES).join(', ')}`];
  });
}

function introduction(corpus: Corpus, person: Person, style: Style): string {
  const mention = fullestIntroduction(person);
  const document = mention && corpus.document(mention.path);
  if (!mention || !document) return '';
  const start = Math.max(document.text.lastIndexOf('\n', mention.start - 1) + 1, mention.start - 60);
  const words = oneLine(document.text.slice(start, document.text.indexOf('\n', mention.end) >>> 0), 140);
  return `Introduced: ${style.text(`${start > 0 && document.text[start - 1] !== '\n' ? '…' : ''}${words}`)} ${style.link(witnessOf(corpus, mention.path).siglum, mention)}`;
}

/** Where the sources say most about who this is: a full name beside a role, the earliest in its text. */
export function fullestIntroduction(person: Person): Mention | undefined {
  const weight = (mention: Mention) =>
    mention.text.split(/\s+/).length +
    (person.roles.some((role) => role.path === mention.path && distance(role, mention) <= 30) ? 4 : 0);
  let best: Mention | undefined;
  for (const mention of person.mentions) {
    if (!best || weight(mention) > weight(best) || (weight(mention) === weight(best) && mention.start < best.start)) {
      best = mention;
    }
  }
  return best;
}

function distance(a: Place, b: Place): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}

function markdownStyle(view: View): Style {
  return {
    strong: (text) => `**${escapeMarkdown(text)}**`,
    text: escapeMarkdown,
    link: (label, place) => {
      const document = view.corpus.document(place.path);
      if (!document) return escapeMarkdown(label);
      return linkTo(label, view.uriOf(place.path), toRange(document, place).start.line + 1);
    },
    lineEnd: '  \n',
  };
}

function plainStyle(view: View): Style {
  return {
    strong: (text) => text,
    text: (text) => text,
    link: (label, place) => {
      const document = view.corpus.document(place.path);
      return document ? `${label}:${toRange(document, place).start.line + 1}` : label;
    },
    lineEnd: '\n',
  };
}
