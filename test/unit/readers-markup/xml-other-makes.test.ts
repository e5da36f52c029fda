import assert from 'node:assert/strict';
import { DOMImplementation, DOMParser, type Document, type Element, onErrorStopParsing, XMLSerializer } from '@xmldom/xmldom';
import fc from 'fast-check';
import { applyEdits, createLinter, type TextEdit } from '../../../server/src/core/index.ts';
import { awkwardText, fieldsOf, wordsIn } from './reading.ts';

/** Line ends as this parser hands them on. */
const lines = (text: string): string => text.replace(/\r[\n\u0085]?|[\u0085\u2028]/g, '\n');

/** Texts of one element: plain, in CDATA, or a comment that nobody reads. */
type Piece = { kind: 'text' | 'text' | 'cdata' | 'comment'; text: (first: number) => string };
const pieces = fc.array(fc.record({ kind: fc.constantFrom('text', 'text', 'cdata', 'comment'), text: awkwardText }) as fc.Arbitrary<Piece>, { minLength: 1, maxLength: 4 });

function fill(document: Document, element: Element, parts: readonly Piece[], next: () => number): Element {
  for (const { kind, text } of parts) {
    const said = text(next());
    if (kind === 'text') element.appendChild(document.createTextNode(said));
    else if (kind === 'cdata') element.appendChild(document.createCDATASection(said.replaceAll(']]', ']')));
    else element.appendChild(document.createComment(said.replaceAll('-', '')));
  }
  return element;
}

function counter(): () => number {
  let first = -99;
  return () => (first += 100);
}

/** A template's meta file and a group of snippets as xmldom writes them, and the path to every customer text in them. */
interface Made { readonly path: string; readonly source: string; readonly texts: readonly string[] }

const emailMeta: fc.Arbitrary<Made> = fc.tuple(pieces, pieces, pieces).map(([subject, textOnly, description]) => {
  const document = new DOMImplementation().createDocument('http://soap.sforce.com/2006/04/metadata', 'EmailTemplate');
  const root = document.documentElement!;
  const next = counter();
  for (const [name, parts] of [['description', description], ['name', subject], ['subject', subject], ['textOnly', textOnly]] as const) root.appendChild(fill(document, document.createElementNS(root.namespaceURI, name), parts, next));
  return { path: 'email/A/b.email-meta.xml', source: new XMLSerializer().serializeToString(document), texts: ['subject', 'textOnly'].map((name) => document.getElementsByTagName(name)[0]!.textContent!) };
});

const snippets: fc.Arbitrary<Made> = fc.array(fc.tuple(pieces, fc.constantFrom('0', '3', null)), { minLength: 1, maxLength: 4 }).map((all) => {
  const document = new DOMImplementation().createDocument(null, 'plist');
  const next = counter();
  const add = (parent: Element, name: string, text = ''): Element => {
    const element = document.createElement(name);
    if (text !== '') element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  };
  const dict = add(document.documentElement!, 'dict');
  add(dict, 'key', 'snippetsTE2');
  const array = add(dict, 'array');
  const texts: string[] = [];
  all.forEach(([parts, type], i) => {
    const snippet = add(array, 'dict');
    add(snippet, 'key', 'abbreviation');
    add(snippet, 'string', `;s${i}`);
    add(snippet, 'key', 'plainText');
    const body = fill(document, add(snippet, 'string'), parts, next);
    if (type !== null) {
      add(snippet, 'key', 'snippetType');
      add(snippet, 'integer', type);
    }
    if (type !== '3') texts.push(body.textContent!);
  });
  return { path: 'a.textexpander', source: new XMLSerializer().serializeToString(document), texts };
});

const customer = (path: string, source: string) => fieldsOf(path, source, (field) => field.audience === 'customer');
const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 500) };

/** Every text of a file by its place in the tree. */
function leaves(source: string): string[] {
  const out: string[] = [];
  const walk = (element: Element): void => {
    const children = Array.from({ length: element.childNodes.length }, (_, i) => element.childNodes[i]!);
    const elements = children.filter((child): child is Element => child.nodeType === child.ELEMENT_NODE);
    if (elements.length === 0) out.push(element.textContent!);
    elements.forEach(walk);
  };
  walk(new DOMParser({ onError: onErrorStopParsing }).parseFromString(source, 'text/xml').documentElement!);
  return out;
}

for (const [what, made] of [['a Salesforce template', emailMeta], ['a group of snippets', snippets]] as const) {
  describe(`${what} as xmldom writes it`, () => {
    it('has the texts letter by letter', () => {
      fc.assert(fc.property(made, ({ path, source, texts }) => {
        assert.deepEqual(customer(path, source).map(({ field }) => lines(field.value.text)), texts.filter((text) => text.trim() !== '').map(lines));
      }), runs);
    });

    it('leads each letter of a word to its place in the file: another letter there is read there', () => {
      fc.assert(fc.property(made, fc.nat(10_000), ({ path, source }, which) => {
        customer(path, source).forEach(({ field, itemStart }, nth) => {
          const { text, map } = field.value;
          const letters = [...text.matchAll(/w(?=\d)/g)].map((found) => found.index);
          if (letters.length === 0) return;
          const index = letters[which % letters.length]!;
          const at = map.range(index, index + 1).start + itemStart;
          assert.equal(source[at], 'w');
          const changed = `${source.slice(0, at)}v${source.slice(at + 1)}`;
          assert.equal(customer(path, changed)[nth]!.field.value.text, `${text.slice(0, index)}v${text.slice(index + 1)}`);
        });
      }), runs);
    });

    it('writes any text in place of a word, and changes nothing else', () => {
      fc.assert(fc.property(made, fc.nat(10_000), awkwardText, ({ path, source }, which, makeText) => {
        const newText = makeText(5000).replace(/[\r\n\u0085\u2028]+/g, ' ').trim();
        const before = leaves(source);
        for (const { field, itemStart } of customer(path, source)) {
          const words = [...field.value.text.matchAll(/(?<![a-z])w\d+/g)];
          if (words.length === 0) continue;
          const word = words[which % words.length]!;
          const edits = field.write(word.index, word.index + word[0].length, newText);
          // Only a CDATA section may say no, to what would end it.
          if ('refused' in edits) {
            assert.ok(source.includes('<![CDATA[') && newText.includes(']]'), edits.refused);
            continue;
          }
          const after = leaves(applyEdits(source, edits.map((edit) => ({ ...edit, start: edit.start + itemStart, end: edit.end + itemStart }))));
          const changed = after.flatMap((text, i) => (text === before[i] ? [] : [i]));
          assert.equal(after.length, before.length);
          assert.equal(changed.length, 1);
          assert.deepEqual(wordsIn(after[changed[0]!]!), wordsIn(before[changed[0]!]!.replace(new RegExp(`${word[0]}(?!\\d)`), () => newText)));
          assert.equal(after[changed[0]!], before[changed[0]!]!.replace(new RegExp(`${word[0]}(?!\\d)`), () => newText));
        }
      }), runs);
    });

    it('equals a fresh lint in a session, after any edits', () => {
      const snippet = fc.constantFrom('', 'a', '<', '>', '&', ']]>', '<![CDATA[', '<!--', '-->', '</string>', '<dict>', '</dict>', '"', 'per our policy', '\n', '<?x', '/>');
      const linter = createLinter({ 'min-level': 'hint' });
      fc.assert(fc.property(made, fc.array(fc.tuple(fc.nat(100_000), fc.nat(9), snippet), { minLength: 1, maxLength: 4 }), ({ path, source }, steps) => {
        const session = linter.open({ path, text: source, named: true });
        let now = source;
        for (const [where, length, newText] of steps) {
          const start = where % (now.length + 1);
          const edit: TextEdit = { start, end: Math.min(now.length, start + length), newText };
          session.edit([edit]);
          now = applyEdits(now, [edit]);
          assert.deepEqual(JSON.parse(JSON.stringify(session.result())), JSON.parse(JSON.stringify(linter.lint({ path, text: now, named: true }))), `after ${JSON.stringify(edit)} of ${JSON.stringify(now)}`);
        }
      }), { numRuns: Math.ceil(runs.numRuns / 4) });
    });
  });
}
