import { companionsOf } from '../analysis/companions.js';
import type { Corpus } from '../analysis/corpus.js';
import { introductionOf } from '../analysis/introduction.js';
import { people, type Mention, type Person } from '../analysis/people.js';
import { roleGroups, type RoleGroup } from '../analysis/roleGroups.js';
import { speakers, type SpokenQuotation } from '../analysis/speakers.js';
import { witnessOf } from '../analysis/witnesses.js';
import { oneLine } from '../core/oneLine.js';
import type { Place } from '../core/span.js';
import { escapeMarkdown, linkTo } from './markdown.js';
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
const MOST_FORMS = 6;
const MOST_QUOTATIONS = 3;
const MOST_COMPANIONS = 5;
/** Quotations are looked for in the sources that name the person most; a card must not read a thousand texts. */
const SOURCES_FOR_QUOTATIONS = 5;

/**
 * The card of a person: who this is in every source at once. At most 15 lines, each of which leads to its place.
 * @param rival whom the name may mean as well.
 */
export function personCard(view: View, person: Person, format: 'markdown' | 'plaintext', rival?: Person): string {
  const style = format === 'markdown' ? markdownStyle(view) : plainStyle(view);
  const { corpus } = view;
  const groups = roleGroups(person.roles);
  const lines = [
    headline(person, groups, style),
    ...(person.about === undefined ? [] : [style.text(oneLine(person.about, 200))]),
    ...ambiguity(rival, style),
    attestation(corpus, person, style),
    ...forms(person, style),
    ...groups.slice(0, MOST_ROLES).map((group) => roleLine(corpus, group, style)),
    ...introduction(corpus, person, style),
    ...quotations(corpus, person, style),
    ...companions(corpus, person, style),
  ];
  return lines.join(style.lineEnd);
}

function headline(person: Person, [group]: readonly RoleGroup[], style: Style): string {
  return style.strong(oneLine(person.name, 100)) + (group ? ` – ${style.text(oneLine(group.text, 100))}` : '');
}

function ambiguity(rival: Person | undefined, style: Style): string[] {
  const mention = rival && introductionOf(rival);
  return mention ? [`The name here may also mean ${style.link(oneLine(rival.name, 100), mention)}.`] : [];
}

function attestation(corpus: Corpus, person: Person, style: Style): string {
  const bySource = new Map<string, Mention[]>();
  for (const mention of person.mentions) {
    const mentions = bySource.get(mention.path);
    if (mentions) mentions.push(mention);
    else bySource.set(mention.path, [mention]);
  }
  const counted = [...bySource].slice(0, MOST_SOURCES).flatMap(([path, mentions]) => {
    const [first] = mentions;
    return first ? [`${style.link(witnessOf(corpus, path).siglum, first)} ×${mentions.length}`] : [];
  });
  const rest = bySource.size > MOST_SOURCES ? ` and ${bySource.size - MOST_SOURCES} more` : '';
  const all = corpus.documents.size;
  return `Named in ${bySource.size} of ${all} ${all === 1 ? 'source' : 'sources'}: ${counted.join(' · ')}${rest}`;
}

function forms({ names, mentions }: Person, style: Style): string[] {
  if (names.length < 2) return [];
  const written = names.slice(0, MOST_FORMS).map(({ text, count }) => {
    const first = mentions.find((mention) => mention.text.replace(/\s+/g, ' ') === text);
    return `${first ? style.link(oneLine(text, 60), first) : style.text(text)} ×${count}`;
  });
  const rest = names.length > MOST_FORMS ? ` and ${names.length - MOST_FORMS} more` : '';
  return [`As: ${written.join(' · ')}${rest}`];
}

/** One line for each role, with the sources that give it. */
function roleLine(corpus: Corpus, { text, roles, differs }: RoleGroup, style: Style): string {
  const bySource = new Map<string, Place>();
  for (const role of roles) if (!bySource.has(role.path)) bySource.set(role.path, role);
  const sources = [...bySource.values()]
    .slice(0, MOST_SOURCES)
    .map((role) => style.link(witnessOf(corpus, role.path).siglum, role));
  const rest = bySource.size > MOST_SOURCES ? ` and ${bySource.size - MOST_SOURCES} more` : '';
  return `${differs ? '≠ ' : ''}“${style.text(oneLine(text, 80))}” – ${sources.join(', ')}${rest}${differs ? ' (sources differ)' : ''}`;
}

function introduction(corpus: Corpus, person: Person, style: Style): string[] {
  const mention = introductionOf(person);
  const document = mention && corpus.document(mention.path);
  if (!mention || !document) return [];
  const start = Math.max(document.text.lastIndexOf('\n', mention.start - 1) + 1, mention.start - 60);
  const words = oneLine(document.text.slice(start, document.text.indexOf('\n', mention.end) >>> 0), 140);
  const cut = start > 0 && document.text[start - 1] !== '\n' ? '…' : '';
  return [`Introduced: ${style.text(cut + words)} ${style.link(witnessOf(corpus, mention.path).siglum, mention)}`];
}

/** Up to three, one for each source first. */
function quotations(corpus: Corpus, person: Person, style: Style): string[] {
  const counts = new Map<string, number>();
  for (const { path } of person.mentions) counts.set(path, (counts.get(path) ?? 0) + 1);
  const paths = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([path]) => path);
  const said = corpus.get(speakers);
  const first: SpokenQuotation[] = [];
  const others: SpokenQuotation[] = [];
  const seen = new Set<string>();
  for (const path of paths.slice(0, SOURCES_FOR_QUOTATIONS)) {
    let isFirst = true;
    for (const quotation of said.in(path)) {
      const words = quotation.text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      // A word or two says little of a person, and the same words from another source nothing new.
      if (quotation.speaker !== person || seen.has(words) || !/\s\S+\s/.test(words)) continue;
      seen.add(words);
      (isFirst ? first : others).push(quotation);
      isFirst = false;
    }
    if (first.length >= MOST_QUOTATIONS) break;
  }
  return [...first, ...others].slice(0, MOST_QUOTATIONS).map((quotation) => {
    const link = style.link(witnessOf(corpus, quotation.path).siglum, quotation);
    return `Said: “${style.text(oneLine(quotation.text, 120))}” ${link}`;
  });
}

function companions(corpus: Corpus, person: Person, style: Style): string[] {
  const found = companionsOf(corpus.get(people), person, MOST_COMPANIONS);
  if (found.length === 0) return [];
  const named = found.map(
    ({ person: other, count, first }) => `${style.link(oneLine(other.name, 60), first)} ×${count}`,
  );
  return [`Named together with: ${named.join(' · ')}`];
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
      if (!document) return label;
      const { siglum } = witnessOf(view.corpus, place.path);
      const line = toRange(document, place).start.line + 1;
      return label === siglum ? `${label}:${line}` : `${label} (${siglum}:${line})`;
    },
    lineEnd: '\n',
  };
}
