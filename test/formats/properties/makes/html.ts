import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, serialize, type DefaultTreeAdapterTypes as Dom } from 'parse5';
import { inlineLayer } from '../../../../server/src/core/markup/index.ts';
import { applyEdits } from '../../../../server/src/core/index.ts';
import { html } from '../../parsers/html.ts';
import type { Make, Made } from '../make.ts';
import type { Property } from '../property.ts';
import { awkwardText, fieldsOf, lines, prose, wordsIn } from '../../../unit/readers-markup/reading.ts';

/** A part of a mail; texts get their words counted through when the page is put together. */
type Part = { kind: 'block' | 'inline' | 'comment' | 'script' | 'construct'; name: string; text: (first: number) => string; title: ((first: number) => string) | null };

/** What a template says between the words, and inside of tags. A hidden word must never come out. */
const constructs = [
  '{% if a > b %}', '{% else %}', '{%- endif -%}', '{# hidden1 > " #}', '{% comment %}\n\nhidden2 <b> {% endcomment %}', '{{!-- hidden3 {{x}} <p> --}}', '{{! hidden4 }}', '{{#if a}}', '{{/if}}',
  '<% if a < b && c > d %>', '<% } else { %>', '<%# hidden5 <p> %>', '<%= link_to "<b>", "a > b" %>', '<?php if ($a > 1): ?>', '{{ "<p>" | append: "\'" }}', '{% schema %}{"a": "hidden6"}{% endschema %}', '{!! $x !!}', '{{ a | default: "b > c" }}',
];
const mark = (index: number): string => String.fromCharCode(0xe000 + index);
const marks = /[\ue000-\uf8ff]/g;

const part: fc.Arbitrary<Part> = fc.record({
  kind: fc.constantFrom('block', 'block', 'inline', 'inline', 'comment', 'script', 'construct'),
  name: fc.nat(constructs.length - 1).map(mark),
  text: awkwardText,
  title: fc.option(awkwardText, { nil: null }),
});

interface Page { readonly source: string; readonly shown: string[]; readonly title: string; readonly attributes: string[] }

function element(tagName: string, attrs: { name: string; value: string }[], childNodes: Dom.ChildNode[]): Dom.Element {
  return { nodeName: tagName, tagName, attrs, namespaceURI: 'http://www.w3.org/1999/xhtml', childNodes, parentNode: null } as unknown as Dom.Element;
}

const textNode = (value: string): Dom.ChildNode => ({ nodeName: '#text', value, parentNode: null }) as unknown as Dom.ChildNode;

/** A page as parse5 writes it, with a template's tags put in afterwards, and what it shows. */
function page(parts: readonly Part[]): Page {
  let next = 1;
  const words = (text: (first: number) => string): string => {
    const made = text(next);
    next += wordsIn(made).length;
    return made;
  };
  const shown: string[] = [];
  const attributes: string[] = [];
  const title = words(parts[0]!.text);
  const body = parts.slice(1).map(({ kind, name, text, title: tip }): Dom.ChildNode => {
    if (kind === 'construct') return textNode(` ${name} `);
    if (kind === 'comment') return { nodeName: '#comment', data: words(text).replaceAll('-', '').replaceAll('>', ''), parentNode: null } as unknown as Dom.ChildNode;
    const value = words(text);
    if (kind === 'script') return element('script', [], [textNode(value.replaceAll('<', ''))]);
    shown.push(...wordsIn(value));
    const attrs = [{ name: 'class', value: name }];
    const said = tip === null ? null : words(tip);
    if (said !== null) {
      attrs.push({ name: 'title', value: said });
      attributes.push(said);
    }
    return element(kind === 'block' ? 'p' : 'b', attrs, [textNode(value)]);
  });
  const html = element('html', [], [element('head', [], [element('title', [], [textNode(title)])]), element('body', [], body.flatMap((node) => [node, textNode(' ')]))]);
  const written = serialize({ nodeName: '#document', childNodes: [html] } as unknown as Dom.Document);
  return { source: written.replace(marks, (sign) => constructs[sign.charCodeAt(0) - 0xe000]!), shown, title, attributes };
}

const pages = fc.array(part, { minLength: 2, maxLength: 7 }).map(page);
const path = 'mail.html';
const body = (source: string) => fieldsOf(path, source, (field) => field.role === 'body' && field.markup === 'html')[0];

/** Every text and attribute by its place in the tree. */
function leaves(source: string): Map<string, string> {
  const out = new Map<string, string>();
  const walk = (node: Dom.ChildNode | Dom.Document, at: string): void => {
    if ('value' in node) out.set(at, node.value);
    if ('data' in node) out.set(at, node.data);
    if ('attrs' in node) for (const { name, value } of node.attrs) out.set(`${at}@${name}`, value);
    if ('childNodes' in node) node.childNodes.forEach((child, i) => walk(child, `${at}/${i}`));
  };
  walk(parse(source), '');
  return out;
}

function changes(before: string, after: string): [string, string][] {
  const [old, now] = [leaves(before), leaves(after)];
  assert.deepEqual([...now.keys()], [...old.keys()]);
  return [...now].filter(([key, value]) => old.get(key) !== value).map(([key, value]) => [old.get(key)!, value]);
}

/** What must hold of pages with a template in them. */
export const htmlProperties: readonly Property[] = [
  {
    name: 'HTML: shows the words that a browser shows, in their order, and none of what is hidden', share: 1,
    check: (runs) => fc.assert(fc.property(pages, ({ source, shown }) => {
      const field = body(source);
      assert.deepEqual(field ? wordsIn(prose(field).text) : [], shown);
    }), runs),
  },

  {
    name: 'HTML: has the title and the attributes letter by letter', share: 1,
    check: (runs) => fc.assert(fc.property(pages, ({ source, title, attributes }) => {
      const subject = fieldsOf(path, source, (field) => field.role === 'subject')[0]!;
      assert.deepEqual(wordsIn(prose(subject).text), wordsIn(title));
      const said = fieldsOf(path, source, (field) => field.role === 'body' && field.audience === 'customer' && field.markup === 'text').map(({ field }) => lines(field.value.text));
      assert.deepEqual(said, attributes.filter((text) => /\p{L}\s+\S*\p{L}/u.test(encoded(text))).map(lines));
    }), runs),
  },

  {
    name: 'HTML: leads each letter of a word to its place in the file: another letter there is read there', share: 1,
    check: (runs) => fc.assert(fc.property(pages, fc.nat(10_000), ({ source }, which) => {
      for (const { field, itemStart } of fieldsOf(path, source, (each) => each.audience === 'customer')) {
        const before = prose({ field, itemStart });
        const letters = [...before.text.matchAll(/w(?=\d)/g)].map((found) => found.index);
        if (letters.length === 0) continue;
        const index = letters[which % letters.length]!;
        const at = before.offsets[index]!;
        assert.equal(source[at], 'w');
        const changed = `${source.slice(0, at)}v${source.slice(at + 1)}`;
        const after = fieldsOf(path, changed, (each) => each.start === field.start && each.role === field.role && each.audience === 'customer')[0]!;
        assert.equal(prose(after).text, `${before.text.slice(0, index)}v${before.text.slice(index + 1)}`);
        const [[old, now] = ['', '']] = changes(source, changed);
        assert.equal(now.replace(/v(?=\d)/, 'w'), old);
      }
    }), runs),
  },

  {
    name: 'HTML: writes any text in place of a word, and changes nothing else', share: 1,
    check: (runs) => fc.assert(fc.property(pages, fc.nat(10_000), awkwardText, ({ source }, which, text) => {
      const newText = text(500).replace(/\{\{[^}]*\}\}|[\r\n]+/g, ' ').trim();
      for (const { field, itemStart } of fieldsOf(path, source, (each) => each.audience === 'customer')) {
        const layer = inlineLayer(field.markup);
        const { text: shown, map } = layer.toProse(field.value.text);
        const words = [...shown.matchAll(/(?<![a-z])w\d+/g)];
        if (words.length === 0) continue;
        const word = words[which % words.length]!;
        const place = map.range(word.index, word.index + word[0].length);
        const edits = field.write(place.start, place.end, layer.escape(newText));
        assert.ok(!('refused' in edits), 'refused');
        const after = applyEdits(source, edits.map((edit) => ({ ...edit, start: edit.start + itemStart, end: edit.end + itemStart })));
        const changed = changes(source, after);
        assert.equal(changed.length, 1);
        const [old, now] = changed[0]!;
        assert.equal(now, old.replace(new RegExp(`${word[0]}(?!\\d)`), () => lines(newText)));
      }
    }), runs),
  },
];

/** As the file has it: what is asked of an attribute is whether its source has two words. */
function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The words of each paragraph, whatever is bold in it: what a fix adds may stand behind the bold words. All attributes. */
function paragraphs(source: string): Map<string, unknown> {
  const out = new Map<string, unknown>();
  for (const [key, value] of html.leaves(source)) {
    const path = key.includes('@') ? key : key.replace(/(\/(?:p|div|li)\[\d+\]).*/, '$1');
    out.set(path, String(out.get(path) ?? '') + String(value));
  }
  return out;
}

/** A mail as parse5 writes it: a paragraph for each text, some in bold. */
export const htmlMake: Make = {
  name: 'HTML',
  files: (texts) => fc.array(fc.tuple(texts, fc.constantFrom('p', 'div', 'li', 'b', 'span')), { minLength: 1, maxLength: 3 }).map((parts): Made => {
    const body = parts.map(([text, name]) => element(name === 'b' || name === 'span' ? 'p' : name, [], name === 'b' || name === 'span' ? [element(name, [{ name: 'class', value: 'a' }], [textNode(text)])] : [textNode(text)]));
    return { path, text: serialize({ nodeName: '#document', childNodes: [element('html', [], [element('head', [], []), element('body', [], body)])] } as unknown as Dom.Document), customer: [] };
  }),
  parser: { leaves: paragraphs },
  plain: (text) => text,
  mayRefuse: () => false,
};
