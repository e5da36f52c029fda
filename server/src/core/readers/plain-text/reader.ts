import type { Field, Format, Reader, Reply } from '../reader.ts';
import { addressesReader, looksLikeReply } from '../prose/reply-likeness.ts';
import { nameEvidence } from '../prose/reply-names.ts';
import { fileTitle } from '../prose/file-title.ts';
import { verbatimField } from '../prose/verbatim-field.ts';

const id = 'text';

/** Reads a text file as one reply; a `Subject:` line at its top is the subject. */
export function plainTextReader(title: string): Reader {
  return {
    format: id,
    items(text) {
      const start = text.search(/\S/);
      return { items: start === -1 ? [] : [{ start, end: text.trimEnd().length, context: null }], problems: [] };
    },
    read: (source) => ({ reply: read(source, title), problems: [] }),
    isStillOneItem: (source) => source.trim() === source && source !== '',
  };
}

function read(source: string, title: string): Reply | null {
  const fields: Field[] = [];
  const subject = /^(Subject:[ \t]*)([^\n]*?)[ \t]*\r?\n\s*/i.exec(source);
  if (subject && subject[2] !== '') fields.push(verbatimField(source, { role: 'subject', audience: 'customer', markup: 'text', start: subject[1]!.length, end: subject[1]!.length + subject[2]!.length }));
  const start = subject ? subject[0].length : 0;
  fields.push(verbatimField(source, { role: 'body', audience: 'customer', markup: 'text', start, end: bodyEnd(source) }));
  return { id: null, title, tags: [], declared: {}, fields };
}

/** In a template that extends another, what stands after its last block is never sent. */
function bodyEnd(source: string): number {
  if (!/^\{%-?\s*extends\b/.test(source)) return source.length;
  const last = source.lastIndexOf('endblock');
  const close = last === -1 ? -1 : source.indexOf('%}', last);
  return close === -1 ? source.length : close + 2;
}

/** Text files whose path says that they hold replies, and whose words agree. */
export const plainText: Format = {
  id,
  recognise(file) {
    if (!/\.txt$/i.test(file.path)) return null;
    const evidence = nameEvidence(file.path, true);
    if (evidence === null || evidence === 'possible') return null;
    if (evidence !== 'certain' && !(looksLikeReply(file.text) && addressesReader(file.text))) return null;
    return plainTextReader(fileTitle(file.path));
  },
};
