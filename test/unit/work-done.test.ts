import assert from 'node:assert/strict';
import { asYaml, replies } from '../../bench/corpus/replies.ts';
import { Chunk } from '../../server/src/core/files/chunk.ts';
import { blockSize } from '../../server/src/core/files/row.ts';
import { createLinter, type Session } from '../../server/src/core/index.ts';
import { Machine } from '../../server/src/core/pattern/run.ts';
import { Words } from '../../server/src/core/prose/words.ts';
import { formats } from '../../server/src/core/readers/formats.ts';
import type { Format, Reply } from '../../server/src/core/readers/reader.ts';

/** What was done, by counting: the same on every machine, however busy. */
interface Work {
  /** Characters that were looked at one by one. */
  touched: number;
  /** Pieces that were cut out of texts. */
  cut: number;
  /** Characters of prose that were parted into words. */
  prose: number;
  /** Programs of patterns that were tried at a word. */
  tried: number;
  /** Responses that were read. */
  read: number;
  /** Texts that were fitted into the file's syntax, for fixes. */
  written: number;
}

// Limits: what is done today and some more, for rules and replies that come. Where less is done for good, they go down.
/** Looks at a character, over all steps; patterns that are unpacked for the first time count too. */
const mostTouches = 4;
/** Pieces cut out of texts for a reply, by all steps: each is an object to be thrown away. */
const mostPieces = 90;
/** Tries in a reply of 80 words, on average; and in any one reply. */
const mostTries = 26;
const mostTriesInOne = 20;
/** Characters of a reply's text, which its source is longer than by its keys and indents. */
const mostReply = 1000;

const none = (): Work => ({ touched: 0, cut: 0, prose: 0, tried: 0, read: 0, written: 0 });
let work = none();

/** The formats that ship, with a count of what their readers do. */
const counted: Format[] = formats.map((format) => ({
  ...format,
  recognise(file) {
    const reader = format.recognise(file);
    const withCount = (reply: Reply): Reply => {
      for (const field of reply.fields) {
        const { write } = field;
        Object.assign(field, { write: (...args: Parameters<typeof write>) => { work.written++; return write.apply(field, args); } });
      }
      return reply;
    };
    return reader && {
      format: reader.format,
      items: (text) => reader.items(text),
      isStillOneItem: (source, item, before) => reader.isStillOneItem(source, item, before),
      read(source, item) {
        work.read++;
        const found = reader.read(source, item);
        return found.reply ? { ...found, reply: withCount(found.reply) } : found;
      },
    };
  },
}));

/** Counts what `act` does. */
function count(act: () => void): Work {
  const { charCodeAt, slice } = String.prototype;
  const { read } = Words.prototype;
  const { match } = Machine.prototype;
  work = none();
  String.prototype.charCodeAt = function (index) { work.touched++; return charCodeAt.call(this, index); };
  String.prototype.slice = function (...args) { work.cut++; return slice.apply(this, args); };
  Words.prototype.read = function (text, ...rest) { work.prose += text.length; return read.call(this, text, ...rest); };
  Machine.prototype.match = function (...args) { work.tried++; return match.apply(this, args); };
  try {
    act();
  } finally {
    String.prototype.charCodeAt = charCodeAt;
    String.prototype.slice = slice;
    Words.prototype.read = read;
    Machine.prototype.match = match;
  }
  return work;
}

const linter = createLinter({}, { formats: counted });
const library = (size: number): { path: string; text: string } => ({ path: 'library.yaml', text: asYaml(replies(size)) });
// What is made once, such as the tables, is no part of the work on a file.
linter.lint(library(3));

const lintOf = (size: number): Work => count(() => { linter.lint(library(size)); });

function opened(size: number): { session: Session; at: number } {
  const file = library(size);
  const session = linter.open(file);
  session.result();
  return { session, at: file.text.indexOf('our ', file.text.length / 2) + 2 };
}

describe('the work done for a file', () => {
  const text = library(100).text.length;
  let done: Work;
  before(() => { done = lintOf(100); });

  it('reads each reply once', () => { assert.equal(done.read, 100); });

  it('parts each character into words once at most', () => { assert.ok(done.prose <= text, `${done.prose} of ${text} characters`); });

  it('looks at a character only so often', () => { assert.ok(done.touched <= text * mostTouches, `${(done.touched / text).toFixed(2)} times each, of ${text} characters`); });

  it('cuts few pieces out of a reply', () => { assert.ok(done.cut <= 100 * mostPieces, `${(done.cut / 100).toFixed(1)} pieces a reply`); });

  it('tries programs only where their words are', () => { assert.ok(done.tried <= 100 * mostTries, `${(done.tried / 100).toFixed(1)} tries a reply`); });

  it('builds no fix', () => { assert.equal(done.written, 0); });

  it('grows no faster than the file', () => {
    const twice = lintOf(200);
    for (const kind of ['touched', 'prose', 'tried', 'read'] as const) assert.ok(twice[kind] <= done[kind] * 2.2, `${kind}: ${done[kind]} in 100 replies, ${twice[kind]} in 200`);
  });
});

describe('the work done for a fix', () => {
  it('is for the finding that is asked, once', () => {
    const { findings } = linter.lint(library(100));
    const one = findings.find(({ fixes }) => fixes.length > 0)!;
    assert.equal(count(() => { assert.ok(one.fixes.length > 0); }).written, 0);
    const again = linter.lint(library(100)).findings[findings.indexOf(one)]!;
    const { written, read } = count(() => { assert.ok(again.fixes.length > 0); });
    assert.ok(written >= again.fixes.length && written <= 12, `${written} texts written`);
    assert.equal(read, 0);
  });

  it('is a check of its own reply in a file that stays open, which holds no texts', () => {
    const { session } = opened(100);
    const one = session.result().findings.find(({ fixes }) => fixes.length > 0)!;
    const again = session.findingsIn(one).find(({ ruleId }) => ruleId === one.ruleId)!;
    assert.deepEqual([count(() => { assert.deepEqual(again.fixes, one.fixes); }).read, count(() => { assert.ok(again.fixes.length > 0); }).read], [1, 0]);
  });
});

describe('the work done for one character typed', () => {
  const typed = (size: number): Work => {
    const { session, at } = opened(size);
    return count(() => { session.edit([{ start: at, end: at, newText: 'x' }]); session.result(); });
  };

  it('reads one reply again, and its words alone', () => {
    const { read, prose, tried, written } = typed(100);
    assert.deepEqual([read, written], [1, 0]);
    assert.ok(prose <= mostReply, `${prose} characters of prose`);
    assert.ok(tried <= mostTriesInOne, `${tried} tries`);
  });

  it('does not depend on how large the library is', () => {
    const large = typed(400);
    assert.equal(large.read, 1);
    assert.ok(large.prose <= mostReply, `${large.prose} characters of prose`);
    assert.ok(large.tried <= mostTriesInOne, `${large.tried} tries`);
  });

  it('asks the replies around it, and no others, which findings are the worst', () => {
    const { session, at } = opened(400);
    session.worst(20);
    session.edit([{ start: at, end: at, newText: 'x' }]);
    const { findings } = Chunk.prototype;
    let asked = 0;
    Chunk.prototype.findings = function (...args) { asked++; return findings.apply(this, args); };
    try {
      assert.equal(session.worst(20).findings.length, 20);
    } finally {
      Chunk.prototype.findings = findings;
    }
    assert.ok(asked > 0 && asked <= blockSize, `${asked} replies`);
  });
});
