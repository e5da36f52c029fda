import type { Field, Format, Item, Reader, Reply } from '../reader.ts';
import { proseMarkup } from '../prose/reply-likeness.ts';
import { nameEvidence, type NameEvidence } from '../prose/reply-names.ts';
import { fileTitle } from '../prose/file-title.ts';
import { quoteField, verbatimField } from '../prose/verbatim-field.ts';
import { signatureOf, type LibraryContext } from './found.ts';
import { repliesIn } from './library.ts';
import { splitReply } from './split.ts';

const id = 'markdown-library';

/** Reads a Markdown file whose name says as much as `evidence`. */
export function markdownReader(evidence: NameEvidence, title: string): Reader {
  return {
    format: id,
    items: (text) => ({ items: repliesIn(text, evidence, title), problems: [] }),
    read: (source, item) => ({ reply: read(source, item), problems: [] }),
    isStillOneItem: (source, item, before) => {
      const context = item.context as LibraryContext;
      // A fence mark inside a reply can pair with any other in the file.
      return !/```|~~~/.test(source) && objectionTo(source, context) === null && signatureOf(source, context.shape) === signatureOf(before, context.shape);
    },
  };
}

function read(source: string, item: Item): Reply | null {
  const context = item.context as LibraryContext;
  const parts = splitReply(source, context.shape);
  if (parts.bodyStart >= parts.bodyEnd) return null;
  const { audience } = context;
  const objection = (changed: string): string | null => objectionTo(changed, context);
  const fields: Field[] = [];
  if (parts.subject) fields.push(verbatimField(source, { role: 'subject', audience, markup: 'text', ...parts.subject }, objection));
  const words = source.slice(parts.bodyStart, parts.bodyEnd);
  const markup = context.shape === 'fence' ? proseMarkup(words) : 'markdown';
  const body = { role: 'body', audience, markup, start: parts.bodyStart, end: parts.bodyEnd } as const;
  fields.push(context.shape === 'quote' ? quoteField(source, body, objection) : verbatimField(source, body, objection));
  return { id: null, title: context.title, tags: [], declared: {}, fields };
}

/** Why a reply may not read so at its place, in one sentence; null where it may. */
function objectionTo(source: string, context: LibraryContext): string | null {
  if (context.shape === 'fence') {
    const closes = source.split('\n').some((line) => line.trim().startsWith(context.fence));
    return closes ? 'A line that begins with the fence would end this reply early.' : null;
  }
  if (context.shape === 'quoted') return /["“”]\s*\n\s*\n/.test(source) ? 'A quotation mark at the end of a paragraph would end this reply early.' : null;
  if (context.shape === 'quote') return null;
  return /^(?:#{1,6}[ \t]|-{3,}[ \t]+\S)/m.test(source) ? 'A line that begins like a heading would end this reply early.' : null;
}

/** Markdown files whose path says that they hold replies. */
export const markdownLibrary: Format = {
  id,
  recognise(file) {
    if (!/\.(?:md|markdown|mdx)$/i.test(file.path)) return null;
    const evidence = nameEvidence(file.path);
    if (evidence === null) return null;
    const reader = markdownReader(evidence, fileTitle(file.path));
    return evidence === 'certain' || reader.items(file.text).items.length > 0 ? reader : null;
  },
};
