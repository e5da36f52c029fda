import { addressesReader, looksLikeReply } from '../prose/reply-likeness.ts';
import type { NameEvidence } from '../prose/reply-names.ts';
import { frontMatterEnd } from '../prose/front-matter-range.ts';
import { blocksOf, headingText } from './blocks.ts';
import { explicitReplies } from './explicit.ts';
import type { LibraryItem } from './found.ts';
import { isInternalHeading, marksBadExample } from './labels.ts';
import { isText, SectionText } from './section-text.ts';
import { sectionsOf, titleOf, type Section } from './sections.ts';

/**
 * The replies of a Markdown library. Where headings are followed by fences or quotes, those are the replies and all
 * else is for the library's own people; a section with a subject line is a reply as a whole; without either, the text
 * under the lowest headings; a file with no structure at all is one reply.
 */
export function repliesIn(text: string, evidence: NameEvidence, fileTitle: string): LibraryItem[] {
  const from = contentStart(text);
  const delimited = evidence === 'possible' ? [] : delimitedReplies(text, from);
  if (delimited.length > 1) return delimited;
  const isCertain = evidence === 'certain';
  const sections = sectionsOf(blocksOf(text, from));
  const explicit = sections.map((section) => explicitReplies(text, section, isCertain));
  const bare = sections.flatMap((section, i) => (explicit[i]!.length === 0 ? [new SectionText(text, section)] : []));
  const withSubject = new Set(bare.filter((found) => found.section.isLeaf && found.hasSubject).map(({ section }) => section));
  const plain = bare.filter(({ section }) => isCandidate(section) && !withSubject.has(section));
  const setOff = sections.length - bare.length;
  if (evidence === 'possible' || (setOff > 0 && setOff + withSubject.size >= plain.filter(({ opens }) => opens).length)) {
    return sections.flatMap((section, i) => (withSubject.has(section) ? sectionReply(text, section, fileTitle) : explicit[i]!));
  }
  const headings = sections.filter((section) => section.level > 0).length;
  return headings <= 1 ? wholeReply(text, sections, isCertain, fileTitle) : sectionReplies(text, bare.filter(({ section }) => withSubject.has(section) || isCandidate(section)), isCertain, fileTitle);
}

/** After the front matter, and inside of a fence that wraps the whole file. */
function contentStart(text: string): number {
  const wrapper = /^\s*(`{3,})(?:markdown|md)[ \t]*\r?\n/.exec(text);
  const start = wrapper ? wrapper[0].length : 0;
  return start + frontMatterEnd(text.slice(start));
}

/** `---- NAME` lines part the replies of a plain file. */
function delimitedReplies(text: string, from: number): LibraryItem[] {
  if (!text.includes('---', from)) return [];
  const marks = [...text.slice(from).matchAll(/^-{3,}[ \t]+([^\s-].*?)[ \t]*\r?$/gm)];
  return marks.flatMap((mark, i) => {
    const start = from + mark.index + mark[0].length;
    const next = marks[i + 1];
    const end = next ? from + next.index : text.length;
    return trimmedItem(text, start, end, headingText(mark[1]!.replace(/\s*-+$/, '')), 'customer');
  });
}

function isCandidate(section: Section): boolean {
  return section.level > 0 && section.isLeaf && !isInternalHeading(section.title) && section.blocks.some(isText);
}


/** Without fences and quotes, the sections that read as messages; a name that is no proof needs some that open as such. */
function sectionReplies(text: string, sections: readonly SectionText[], isCertain: boolean, fileTitle: string): LibraryItem[] {
  const isSure = (found: SectionText): boolean => found.hasSubject || found.opens;
  const likely = sections.filter((found) => isSure(found) || (found.section.blocks.find(isText)!.kind === 'paragraph' && looksLikeReply(found.body) && addressesReader(found.body)));
  const sure = likely.filter(isSure).length;
  const replies = (of: readonly SectionText[]): LibraryItem[] => of.flatMap(({ section }) => sectionReply(text, section, fileTitle));
  // A library whose replies mostly greet shows by that which of its sections are notes; a terse one shows nothing.
  if (isCertain && sure * 2 < sections.length) return replies(sections);
  return sure * 3 >= likely.length ? replies(likely) : [];
}

function sectionReply(text: string, section: Section, fileTitle: string): LibraryItem[] {
  const blocks = section.blocks.filter(isText);
  if (blocks.length === 0) return [];
  return trimmedItem(text, blocks[0]!.start, blocks.at(-1)!.end, titleOf(section, '') || fileTitle, marksBadExample(section.title) ? 'internal' : 'customer');
}

function wholeReply(text: string, sections: readonly Section[], isCertain: boolean, fileTitle: string): LibraryItem[] {
  const blocks = sections.flatMap((section) => section.blocks).filter(isText);
  if (blocks.length === 0) return [];
  const [start, end] = [blocks[0]!.start, blocks.at(-1)!.end];
  const words = text.slice(start, end);
  const isReply = isCertain || (looksLikeReply(words) && !blocks.some((block) => block.kind === 'table') && (addressesReader(words) || blocks.length <= 3));
  const title = sections.find((section) => section.level > 0)?.title || fileTitle;
  return isReply ? [{ start, end, context: { shape: 'whole', title, audience: 'customer', fence: '' } }] : [];
}

function trimmedItem(text: string, start: number, end: number, title: string, audience: 'customer' | 'internal'): LibraryItem[] {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return start === end ? [] : [{ start, end, context: { shape: 'section', title, audience, fence: '' } }];
}
