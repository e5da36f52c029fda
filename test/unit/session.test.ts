import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, createLinter, type TextEdit } from '../../server/src/core/index.ts';
import { type Finding, levels } from '../../server/src/core/model.ts';
import { formats } from '../../server/src/core/readers/formats.ts';
import { resultText } from '../formats/result-text.ts';
import type { Format } from '../../server/src/core/readers/reader.ts';

/** The formats, and how many replies they have read. */
function counting(): { formats: Format[]; reads: () => number } {
  let reads = 0;
  return {
    reads: () => reads,
    formats: formats.map((format) => ({
      ...format,
      recognise(file) {
        const reader = format.recognise(file);
        return reader && { format: reader.format, items: (text) => reader.items(text), isStillOneItem: (source, item, before) => reader.isStillOneItem(source, item, before), read: (source, item) => { reads++; return reader.read(source, item); } };
      },
    })),
  };
}

const yamlLibrary = (count: number): string => `replies:\n${Array.from({ length: count }, (_, i) => `  - name: Reply ${i}\n    body: |\n      Hi there,\n\n      Per our policy we close at ${i}.\n`).join('')}`;
const jsonLibrary = JSON.stringify({ macros: [1, 2, 3].map((id) => ({ id, title: `Macro ${id}`, actions: [{ field: 'comment_value', value: `Hello,\n\nYou failed to add the date. Per our policy we can't help. Nr ${id} 😀` }] })) }, null, 2);
const markdownLibrary = '# Saved replies\n\n## Late\n\n```\nPer our policy this is final.\n```\n\n## Other\n\n```\nWe will look at it.\n```\n';

describe('one edit in a YAML library of 1,000 replies', () => {
  it('re-reads exactly one reply', () => {
    const { formats: counted, reads } = counting();
    const text = yamlLibrary(1000);
    const session = createLinter({}, { formats: counted }).open({ path: '.github/replies.yml', text });
    assert.equal(session.result().responses.length, 1000);
    assert.equal(reads(), 1000);
    const at = text.indexOf('we close at 500') + 'we close'.length;
    session.edit([{ start: at, end: at, newText: ' early' }]);
    assert.equal(reads(), 1001);
    assert.match(session.text(), /we close early at 500\./);
    assert.equal(session.result().findings.length, 1000);
    assert.equal(reads(), 1001);
  });

  it('tells what came, what went, and what moved', () => {
    const text = yamlLibrary(10);
    const session = createLinter().open({ path: '.github/replies.yml', text });
    const at = text.indexOf('Per our policy we close at 4');
    const change = session.edit([{ start: at, end: at + 'Per our policy we'.length, newText: 'We' }]);
    assert.deepEqual([change.added.length, change.removed.map((f) => f.text), change.shifted.length], [0, ['Per our policy'], 5]);
  });
});

describe('a session', () => {
  const files = [
    { path: '.github/replies.yml', text: yamlLibrary(4) },
    { path: 'macros.json', text: jsonLibrary },
    { path: 'saved-replies.md', text: markdownLibrary },
    { path: 'parts.reply.md', text: '---\ntitle: Late\nsections:\n  chat: { role: chat, markup: text }\n  copy: { role: twin }\n---\nPer our **policy** we are late.\n\n--- chat ---\n\nYou failed to pay.\n\n--- copy ---\n\nYou failed to pay!!\n' },
    { path: 'late.reply.md', text: '---\ntitle: Late\n---\nPer our **policy** we are late. You failed\nto pay.\n' },
  ];
  const snippet = fc.constantFrom('', 'a', ' ', '\n', '\n\n', '"', "'", '{', '}', ':', ' #', '- ', '```', '```\n', '---\n', '--- chat ---\n', 'titel: x\n', '  - name: x\n    body: calm down\n', 'per our policy', '\\', ',', '😀', '\r\n', '{{x}}');

  for (const { path, text } of files) {
    it(`equals a fresh lint after any edits of ${path}`, () => {
      const linter = createLinter({ 'min-level': 'hint' });
      fc.assert(fc.property(fc.array(fc.tuple(fc.nat(10_000), fc.nat(12), snippet), { minLength: 1, maxLength: 5 }), (steps) => {
        const session = linter.open({ path, text });
        let now = text;
        for (const [step, [where, length, newText]] of steps.entries()) {
          const start = where % (now.length + 1);
          const edit: TextEdit = { start, end: Math.min(now.length, start + length), newText };
          const before = now;
          session.edit([edit]);
          now = applyEdits(now, [edit]);
          assert.equal(session.text(), now);
          // Fixes and checklists cost most and follow from the rest: they are compared at the end.
          const whole = step === steps.length - 1;
          const fresh = linter.lint({ path, text: now });
          if (resultText(session.result(), whole) !== resultText(fresh, whole)) assert.deepEqual(JSON.parse(JSON.stringify(session.result())), JSON.parse(JSON.stringify(fresh)), `after ${JSON.stringify(edit)} on ${JSON.stringify(before)}`);
        }
      }), { numRuns: 150 });
    });
  }
});

describe('many edits in a row', () => {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const bodies = ['Hi [name],\r\n\r\nPer our policy we are late.', 'Dear {{ticket.requester.name}},\n\nYou failed to pay. TODO', 'Hi {{contact.first_name}},\rwe {{ can not help.', 'Thanks, [order number] and [date] are here.'];
  const library = JSON.stringify({ macros: Array.from({ length: 300 }, (_, i) => ({ title: i % 3 === 0 ? 'Late' : `Macro ${i % 7}`, actions: [{ field: 'comment_value', value: bodies[i % 4] }] })) }, null, 1).replace(/\n/g, (_, at: number) => (at % 3 === 0 ? '\r\n' : '\n'));
  const small = '.github/replies.yml';
  const cases = [
    { path: 'macros.json', text: library, linter: createLinter({ 'min-level': 'hint' }) },
    { path: small, text: yamlLibrary(3).replaceAll('Hi there', 'Hi [name]').replace('Reply 2', 'Reply 1'), linter: createLinter({ 'min-level': 'hint' }) },
  ];
  const words = fc.constantFrom('', 'a', 'x', ' ', '1', 'Late', '[name]', '[date]', '<when>', 'You failed to pay.', '{{ticket.id}}', '{{ x', '\\n', '\r', '\n', '"');

  for (const { path, text, linter } of cases) {
    it(`in ${path}: a result equals a fresh lint, tells what changed, and stays as it was handed out`, () => {
      fc.assert(fc.property(fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(6), words, fc.boolean()), { minLength: 8, maxLength: 14 }), (steps) => {
        const session = linter.open({ path, text });
        let now = text;
        let known = plain(session.result().findings) as Finding[];
        const handedOut = session.result();
        for (const [where, length, newText, undone] of steps) {
          const start = where % (now.length + 1);
          const edit: TextEdit = { start, end: Math.min(now.length, start + length), newText };
          const back: TextEdit = { start, end: start + newText.length, newText: now.slice(edit.start, edit.end) };
          for (const one of undone ? [edit, back] : [edit]) {
            const change = session.edit([one]);
            now = applyEdits(now, [one]);
            const fresh = plain(linter.lint({ path, text: now })) as { findings: typeof known };
            const key = (finding: (typeof known)[number]): string => JSON.stringify([finding.ruleId, finding.level, finding.responseId, finding.text, finding.also]);
            const without = (list: typeof known, others: typeof known): string[] => {
              const left = others.map(key);
              return list.map(key).filter((one) => { const at = left.indexOf(one); if (at >= 0) left.splice(at, 1); return at < 0; }).sort();
            };
            assert.deepEqual(change.added.map((finding) => key(finding)).sort(), without(fresh.findings, known));
            assert.deepEqual(change.removed.map((finding) => key(finding)).sort(), without(known, fresh.findings));
            known = fresh.findings;
            const { start: from } = known[Math.floor(known.length / 2)] ?? { start: 0 };
            assert.deepEqual(plain(session.findingsIn({ start: from, end: from + 40 })), known.filter((finding) => finding.start <= from + 40 && finding.end >= from));
            assert.deepEqual(plain(session.result()), fresh);
            const { findings: worst, more } = session.worst(20);
            const ranked = known.length <= 20 ? known : [...known].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)).slice(0, 20);
            assert.deepEqual(worst, ranked.map(({ ruleId, level, message, start, end, responseId, docs }) => ({ ruleId, level, message, start, end, responseId, docs })));
            assert.equal(worst.length + more, known.length);
          }
        }
        assert.deepEqual(plain(handedOut), plain(linter.lint({ path, text })));
      }), { numRuns: path === small ? 25 : 2 });
    });
  }
});
