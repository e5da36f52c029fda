import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import fc from 'fast-check';
import { xml } from '../../parsers/xml.ts';
import type { Make, Made } from '../make.ts';

/** Line ends as this parser hands them on. */
const lines = (text: string): string => text.replace(/\r[\n\u0085]?|[\u0085\u2028\u2029]/g, '\n');
/** Without what XML cannot hold in any way, and without half a line end, which the next part could complete. */
const sound = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/\r$/, '');

/** A part of an element's text; nobody reads a comment, and the tokenizer of ours takes `<!-->` for a whole one, as HTML does. */
interface Part {
  readonly kind: 'text' | 'cdata' | 'comment';
  readonly text: string;
}

/** The parser takes U+0085 for a line end, and we for a sign that says something: a text of nothing else would be one for us alone. */
function heard(parts: readonly Part[]): readonly Part[] {
  return parts.some(({ kind, text }) => /[^\s\u0085]/.test(text) && kind !== 'comment') ? parts : parts.map(({ kind, text }) => ({ kind, text: text.replaceAll('\u0085', '') }));
}

const said = (text: string): readonly Part[] => [{ kind: 'text', text }];

function add(document: Document, parent: Element, name: string, parts: readonly Part[] = []): Element {
  const element = document.createElementNS(parent.namespaceURI, name);
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'text') element.appendChild(document.createTextNode(text));
    else element.appendChild(kind === 'cdata' ? document.createCDATASection(text.replace(/\]+/g, ']')) : document.createComment(text.replaceAll('-', '').replace(/^>+/, '')));
  }
  parent.appendChild(element);
  return element;
}

function emailMeta(pieces: readonly (readonly Part[])[]): Made {
  const document = new DOMImplementation().createDocument('http://soap.sforce.com/2006/04/metadata', 'EmailTemplate');
  const root = document.documentElement!;
  const [first, second] = [pieces[0]!, pieces.at(-1)!];
  for (const [name, piece] of [['description', second], ['name', first], ['subject', first], ['textOnly', [...said('We can help you. '), ...second]]] as const) add(document, root, name, piece);
  return { path: 'email/A/b.email-meta.xml', text: new XMLSerializer().serializeToString(document), customer: ['/subject[2]', '/textOnly[3]'] };
}

function snippets(pieces: readonly (readonly Part[])[]): Made {
  const document = new DOMImplementation().createDocument(null, 'plist');
  const dict = add(document, document.documentElement!, 'dict');
  add(document, dict, 'key', said('snippetsTE2'));
  const array = add(document, dict, 'array');
  pieces.forEach((piece, i) => {
    const snippet = add(document, array, 'dict');
    for (const [key, value] of [['abbreviation', said(`;s${i}`)], ['plainText', piece]] as const) {
      add(document, snippet, 'key', said(key));
      add(document, snippet, 'string', value);
    }
  });
  return { path: 'a.textexpander', text: new XMLSerializer().serializeToString(document), customer: pieces.map((_, i) => `/dict[0]/array[1]/dict[${i}]/string[3]`) };
}

/** A template's meta file and a group of snippets as xmldom writes them. */
export const xmlMake: Make = {
  name: 'XML',
  files: (texts) => fc.record({ pieces: fc.array(fc.array(fc.record({ kind: fc.constantFrom('text' as const, 'text' as const, 'cdata' as const, 'comment' as const), text: texts.map(sound) }), { minLength: 1, maxLength: 3 }).map(heard), { minLength: 1, maxLength: 3 }), what: fc.constantFrom(emailMeta, snippets) }).map(({ pieces, what }) => what(pieces)),
  parser: { leaves: (text) => new Map([...xml.leaves(text)].map(([key, value]) => [key, lines(String(value))])) },
  plain: lines,
  ownFillIns: true,
  mayRefuse: (wanted, _file, field) => /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(wanted) || field.includes('<!--') || (field.includes('<![CDATA[') && (wanted.includes(']]') || /]].*\S/s.test(field))),
};
