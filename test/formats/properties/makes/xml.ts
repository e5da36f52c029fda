import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import fc from 'fast-check';
import { xml } from '../../parsers/xml.ts';
import type { Make, Made } from '../make.ts';

/** Line ends as this parser hands them on. */
const lines = (text: string): string => text.replace(/\r[\n\u0085]?|[\u0085\u2028\u2029]/g, '\n');
/** What XML cannot hold in any way. */
const sound = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');

interface Piece {
  readonly cdata: boolean;
  readonly text: string;
}

function add(document: Document, parent: Element, name: string, { cdata, text }: Piece): Element {
  const element = document.createElementNS(parent.namespaceURI, name);
  if (text !== '') element.appendChild(cdata ? document.createCDATASection(text.replaceAll(']]>', ']]')) : document.createTextNode(text));
  parent.appendChild(element);
  return element;
}

function emailMeta(pieces: readonly Piece[]): Made {
  const document = new DOMImplementation().createDocument('http://soap.sforce.com/2006/04/metadata', 'EmailTemplate');
  const root = document.documentElement!;
  const [first, second] = [pieces[0]!, pieces.at(-1)!];
  for (const [name, piece] of [['description', second], ['name', first], ['subject', first], ['textOnly', { ...second, text: `We can help you. ${second.text}` }]] as const) add(document, root, name, piece);
  return { path: 'email/A/b.email-meta.xml', text: new XMLSerializer().serializeToString(document), customer: ['/subject[2]', '/textOnly[3]'] };
}

function snippets(pieces: readonly Piece[]): Made {
  const document = new DOMImplementation().createDocument(null, 'plist');
  const dict = add(document, document.documentElement!, 'dict', { cdata: false, text: '' });
  add(document, dict, 'key', { cdata: false, text: 'snippetsTE2' });
  const array = add(document, dict, 'array', { cdata: false, text: '' });
  pieces.forEach((piece, i) => {
    const snippet = add(document, array, 'dict', { cdata: false, text: '' });
    for (const [key, value] of [['abbreviation', { cdata: false, text: `;s${i}` }], ['plainText', piece]] as const) {
      add(document, snippet, 'key', { cdata: false, text: key });
      add(document, snippet, 'string', value);
    }
  });
  return { path: 'a.textexpander', text: new XMLSerializer().serializeToString(document), customer: pieces.map((_, i) => `/dict[0]/array[1]/dict[${i}]/string[3]`) };
}

/** A template's meta file and a group of snippets as xmldom writes them. */
export const xmlMake: Make = {
  name: 'XML',
  files: (texts) => fc.record({ pieces: fc.array(fc.record({ cdata: fc.boolean(), text: texts.map(sound) }), { minLength: 1, maxLength: 3 }), what: fc.constantFrom(emailMeta, snippets) }).map(({ pieces, what }) => what(pieces)),
  parser: { leaves: (text) => new Map([...xml.leaves(text)].map(([key, value]) => [key, lines(String(value))])) },
  plain: lines,
  ownFillIns: true,
  mayRefuse: (wanted, file) => file.includes('<![CDATA[') && wanted.includes(']]'),
};
