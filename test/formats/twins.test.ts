import assert from 'node:assert/strict';
import { applyEdits, createLinter, type FileResult } from '../../server/src/core/index.ts';

const linter = createLinter({ 'min-level': 'hint' });

/** A Freshdesk export whose replies have these formatted and plain texts. */
function exported(pairs: readonly (readonly [html: string, text: string])[]): string {
  return JSON.stringify(pairs.map(([content_html, content], id) => ({ id, title: `Reply ${id}`, folder_id: 1, content, content_html })));
}

function drift(text: string): FileResult['findings'] {
  return linter.lint({ path: 'export.json', text }).findings.filter((finding) => finding.ruleId === 'twin-drift');
}

describe('twin texts', () => {
  const same = (what: string, html: string, text: string): void => {
    it(`say the same with ${what}`, () => assert.deepEqual(drift(exported([[html, text]])).map((finding) => finding.text), []));
  };
  same('other spaces', '<p>It comes today.</p>\n\n  <p>Bye.</p>', 'It comes\ttoday.\n\nBye.');
  same('entities', 'Tea &amp; cake&nbsp;for you &#8211; here’s how.', 'Tea & cake for you – here\'s how.');
  same('links written out', '<p>See <a href="https://example.com/track">our page</a> today.</p>', 'See our page (https://example.com/track) today.');
  same('other placeholders', '<p>Hi <attribute key="user.name" default="there"/>, it comes today.</p>', 'Hi {{user.name|fallback:"there"}}, it comes today.');
  same('a numbered list', '<ol><li>Open it.</li><li>Close it.</li></ol>', '1. Open it.\n2. Close it.');
  same('headings in capitals', '<h1>Your order</h1><p>It comes today.</p>', 'YOUR ORDER\n\nIt comes today.');
  same('code', '<p>Type <code>npm start</code> and wait.</p>', 'Type npm start and wait.');

  const differs = (what: string, html: string, text: string, at: string): void => {
    it(`differ by ${what}`, () => assert.deepEqual(drift(exported([[html, text]])).map(({ text: found, level }) => [found, level]), [[at, 'info']]));
  };
  differs('a word', '<p>It comes on Friday, at noon.</p>', 'It comes on Monday, at noon.', 'Monday');
  differs('a sentence more', '<p>It comes today.</p>', 'It comes today. Bring your card.', 'Bring your card');
  differs('a sentence less', '<p>It comes today. Bring your card.</p>', 'It comes today.', 'today');
  differs('a price', '<p>It is 5 euros.</p>', 'It is 6 euros.', '6');

  it('are left to a hint where a library writes most of them apart', () => {
    const pairs = Array.from({ length: 12 }, (_, i) => [`<p>Formatted number ${i}.</p>`, `Plain number ${i}.`] as const);
    assert.deepEqual(new Set(drift(exported(pairs)).map((finding) => finding.level)), new Set(['hint']));
    assert.deepEqual(new Set(drift(exported(pairs.slice(0, 9))).map((finding) => finding.level)), new Set(['info']));
  });

  it('are reported once, and mended together where both say the same', () => {
    const text = exported([['<p>Hi.</p><p>Per our <b>policy</b>, it takes five days.</p>', 'Hi.\n\nPer our policy, it takes five days.']]);
    const { findings } = linter.lint({ path: 'export.json', text });
    assert.deepEqual(findings.map((finding) => finding.ruleId), ['policy-shield']);
    const now = applyEdits(text, findings[0]!.fixes[0]!.edits);
    const [record] = JSON.parse(now) as { content: string; content_html: string }[];
    assert.doesNotMatch(`${record!.content}${record!.content_html}`, /policy/);
    assert.deepEqual(drift(now), []);
  });

  it('are mended one by one where the words stand twice', () => {
    const text = exported([['<p>Per our policy, it takes five days.</p>', 'Per our policy, it takes five days. Per our policy, it takes five days.']]);
    const { findings } = linter.lint({ path: 'export.json', text });
    const fix = findings.find((finding) => finding.ruleId === 'policy-shield')!.fixes[0]!;
    const [before, after] = [text, applyEdits(text, fix.edits)].map((each) => (JSON.parse(each) as { content: string }[])[0]!.content);
    assert.equal(after, before);
  });
});
