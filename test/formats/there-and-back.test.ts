import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { stringify as csvOf } from 'csv-stringify/sync';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse as parseYaml, stringify as yamlOf } from 'yaml';
import { exportToFiles, filesToExport, type Export, type NamedText } from '../../server/src/core/convert/convert.ts';
import { fixtures, withCrlf } from './fixture.ts';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 300);
const fileOf = (path: string, text: string): Export => ({ path, text, encoding: 'utf-8', formats: [] });

/** A file as an editor may save it again: with a mark at its start, the line ends of Windows, and no empty line at its end. */
function savedAgain({ name, text }: NamedText): NamedText {
  return { name, text: `\uFEFF${text.replace(/[ \t\n]+$/, '').replaceAll('\n', '\r\n')}` };
}

describe('an export, turned into files and back with nothing changed, is the same', () => {
  const examples = new URL('../../examples/', import.meta.url);
  const all = [
    ...readdirSync(examples).map((name) => ({ name: `examples: ${name}`, path: name, text: readFileSync(new URL(name, examples), 'utf8') })),
    ...fixtures().flatMap((fixture) => [fixture, ...withCrlf(fixture)]),
  ];
  for (const { name, path, text } of all) {
    it(name, () => {
      const from = fileOf(path, text);
      const converted = exportToFiles(from);
      assert.ok(converted && converted.files.length > 0, 'it holds replies');
      assert.equal(new Set(converted.files.map((file) => file.name.toLowerCase())).size, converted.files.length);
      assert.deepEqual(filesToExport(from, converted.files), { text, changed: 0, problems: [] });
      assert.deepEqual(filesToExport(from, converted.files.map(savedAgain)), { text, changed: 0, problems: [] }, 'also when an editor saved the files in its own way');
    });
  }
});

/** Texts with all that files, front matter and section lines stumble over. */
const oddText = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 8, arbitrary: fc.array(fc.oneof(
  fc.constantFrom('Hi there,', 'we look into it.', '\n', '\n\n', '\r\n', '\r', '\t', ' ', '"', "'", '---', '\n---\n', '\n--- chat ---\n', '\n--- note ---', '...', 'title: x', '---\ntitle: x\n---\n', '# ', '- ', ': ', '{{ticket.id}}', '{%customer.firstName,fallback=there%}',
    '😀', 'é', '\u0301', '\u2028', '\u0085', '\ufeff', '\ud800', '<br>', '&amp;', '<p>Hello</p>', ',', ';', '\\', '|', '>', '!', '&', '*', '@', '`', '%', '\u202e', '\u0007'),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
), { maxLength: 8 }).map((parts) => parts.join('')) });
const title = fc.oneof(fc.constantFrom('Late', 'late', 'con', '---', 'A: b', '#1', 'yes', '12', '=1+1'), oddText);

interface Record { readonly id: number; readonly title: string; readonly body: string; readonly other: string }
const records = fc.array(fc.record({ id: fc.nat(99), title, body: oddText.map((text) => `Hello ${text}`), other: oddText }), { minLength: 1, maxLength: 5 })
  .map((list) => list.map((record, i) => ({ ...record, id: i * 100 + record.id })));

/** A helpdesk's export as another writer makes it, and what another parser finds in it: the body and the other text of each reply. */
interface Helpdesk {
  readonly path: string;
  write(records: readonly Record[]): string;
  read(text: string): unknown;
  /** Puts another body in the nth record of what was read, and returns the one that stood there. */
  swap(read: unknown, nth: number, body: string): string;
}

function swap(record: unknown, key: string, value: string): string {
  const fields = record as { [key: string]: string };
  const before = fields[key]!;
  fields[key] = value;
  return before;
}

type Tree = { [key: string]: Tree } & Tree[];
const helpdesks: { readonly [name: string]: Helpdesk } = {
  'Zendesk macros in JSON': {
    path: 'macros.json',
    write: (list) => JSON.stringify({ macros: list.map(({ id, title: name, body, other }) => ({ id, title: name, description: other, actions: [{ field: 'comment_value_html', value: `<p>${body}</p>` }] })) }, null, 2),
    read: (text) => JSON.parse(text),
    swap: (read, nth, body) => swap((read as Tree)['macros']![nth]!['actions']![0], 'value', body),
  },
  'Freshdesk canned responses in JSON': {
    path: 'canned_responses.json',
    write: (list) => JSON.stringify(list.map(({ id, title: name, body, other }) => ({ id, title: name, folder_id: 1, content: other, content_html: `<div>${body}</div>` }))),
    read: (text) => JSON.parse(text),
    swap: (read, nth, body) => swap((read as Tree)[nth], 'content_html', body),
  },
  'Help Scout replies in JSON': {
    path: 'replies.json',
    write: (list) => JSON.stringify({ _embedded: { replies: list.map(({ id, title: name, body, other }) => ({ id, name, text: `${body}<br />`, chatText: other })) } }, null, 1),
    read: (text) => JSON.parse(text),
    swap: (read, nth, body) => swap((read as Tree)['_embedded']!['replies']![nth], 'text', body),
  },
  'replies in YAML': {
    path: '.github/replies.yml',
    write: (list) => yamlOf({ replies: list.map(({ title: name, body }) => ({ name: wellFormed(name), body: wellFormed(body) })) }),
    read: (text) => parseYaml(text),
    swap: (read, nth, body) => swap((read as Tree)['replies']![nth], 'body', body),
  },
  'a table': {
    path: 'replies.csv',
    write: (list) => csvOf([['id', 'title', 'body', 'notes'], ...list.map((record) => [String(record.id), record.title, record.body, record.other].map(wellFormed))], { quoted: true }),
    read: (text) => parseCsv(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }),
    swap: (read, nth, body) => swap((read as Tree)[nth + 1], '2', body),
  },
};

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

/** The text without what no writer sees: blank lines around it, and which kind of line end it has. */
function seen(text: unknown): string {
  return wellFormed(String(text)).replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|[ \t\n]+$/g, '');
}

describe('a random export comes back', () => {
  for (const [name, helpdesk] of Object.entries(helpdesks)) {
    it(`with nothing changed, byte by byte: ${name}`, () => {
      let replies = 0;
      fc.assert(fc.property(records, (list) => {
        const from = fileOf(helpdesk.path, helpdesk.write(list));
        const converted = exportToFiles(from);
        if (!converted) return;
        replies += converted.files.length;
        assert.equal(new Set(converted.files.map((file) => file.name)).size, converted.files.length);
        assert.deepEqual(filesToExport(from, converted.files.map(savedAgain)), { text: from.text, changed: 0, problems: [] });
      }), { numRuns: runs });
      assert.ok(replies > runs, 'most of them hold replies');
    });

    it(`with the one text that a writer changed: ${name}`, () => {
      let written = 0;
      let refused = 0;
      fc.assert(fc.property(records, fc.nat(), oddText, fc.nat(), fc.nat(30), (list, which, words, where, length) => {
        const from = fileOf(helpdesk.path, helpdesk.write(list));
        const files = exportToFiles(from)?.files ?? [];
        if (files.length !== list.length) return;
        const nth = which % list.length;
        const file = files[nth]!.text;
        const start = file.indexOf('\n---\n\n') + '\n---\n\n'.length;
        // The body ends where the first section begins.
        const sections = /^sections:\n((?: {2}.*\n)+)/m.exec(file.slice(0, start))?.[1]?.split('\n')[0];
        const end = sections ? file.indexOf(`\n\n--- ${sections.trim().split(':')[0]} ---\n`, start) : file.length;
        const body = file.slice(start, end).trimEnd();
        const at = where % (body.length + 1);
        const next = body.slice(0, at) + words + body.slice(at + length);
        if (/^--- .* ---[ \t]*$/m.test(seen(next)) || !seen(next)) return;
        const back = filesToExport(from, files.map((other, i) => (i === nth ? { ...other, text: `${file.slice(0, start)}${next}${file.slice(end)}` } : other)));
        if (back.problems.length > 0) {
          refused++;
          assert.equal(back.text, from.text);
          return;
        }
        written++;
        const [before, after] = [helpdesk.read(from.text), helpdesk.read(back.text)];
        helpdesk.swap(before, nth, '');
        assert.equal(seen(helpdesk.swap(after, nth, '')), seen(next));
        assert.deepEqual(after, before, 'all else is as it was');
      }), { numRuns: runs });
      assert.ok(written > runs / 4 && refused * 20 < written, `${written} written, ${refused} refused`);
    });
  }
});
