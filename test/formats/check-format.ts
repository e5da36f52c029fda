import assert from 'node:assert/strict';
import { applyEdits, createLinter, fixText, withoutCollisions, type FileResult, type Finding, type Fix, type Segment, type TextEdit } from '../../server/src/core/index.ts';
import { tables } from '../../server/src/core/rules/shipped.ts';
import type { Fixture } from './fixture.ts';
import { parserFor } from './parsers/by-ending.ts';

/** Formats are tested by what patterns find: what sentences sound like changes with each training. */
const linter = createLinter({ 'min-level': 'hint', levels: Object.fromEntries(tables.rules.filter(({ detector }) => detector === 'classifier').map(({ id }) => [id, 'off'])) });

/** The whole result, hints included. */
export function lint(fixture: Fixture, text = fixture.text): FileResult {
  return linter.lint({ path: fixture.path, text, named: fixture.expected.named ?? false });
}

/** The file is of the expected format, and its replies have the fields that the sidecar lists. */
export function checkReading(fixture: Fixture): void {
  const { expected, text } = fixture;
  const result = lint(fixture);
  assert.notEqual(result.format, null, 'no format knows the file');
  if (expected.format !== undefined) assert.equal(result.format, expected.format);
  if (expected.error === undefined) assert.equal(result.error, null);
  else assert.match(result.error?.message ?? '', new RegExp(expected.error));
  if (expected.replies === undefined) return;
  const seen = result.responses.map(({ id, title, channel, locale, segments }, i) => {
    const wanted = expected.replies![i] ?? {};
    const all = { id, title, channel, locale, fields: segments.map(described) };
    return Object.fromEntries(Object.keys(wanted).map((key) => [key, all[key as keyof typeof all]]));
  });
  assert.deepEqual(seen, expected.replies, result.responses.flatMap((r) => [r.id, ...r.segments.map((s) => `  ${described(s)}: ${text.slice(s.start, s.end)}`)]).join('\n'));
}

function described(segment: Segment): string {
  return `${segment.audience} ${segment.role} ${segment.markup}`;
}

/** A hint, or a word about a placeholder: each platform's variables have tests of their own. */
const isAside = (finding: Finding): boolean => finding.level === 'hint' || finding.category === 'placeholder';

/** What is found is what is marked, at exactly those places; hints and what concerns placeholders count only where they are marked. */
export function checkFindings(fixture: Fixture): void {
  const { text, marks } = fixture;
  const found = lint(fixture).findings;
  const findings = found.filter((finding) => !isAside(finding) || marks.some((mark) => mark.ruleId === finding.ruleId && mark.start === finding.start && mark.end === finding.end));
  const line = (ruleId: string, hint: boolean, start: number, end: number): string => `${start}-${end} ${hint ? 'hint:' : ''}${ruleId}: ${text.slice(start, end)}`;
  const loud = findings.filter((finding) => finding.level !== 'hint').map((finding) => line(finding.ruleId, false, finding.start, finding.end));
  assert.deepEqual(loud, marks.filter((mark) => !mark.hint).map((mark) => line(mark.ruleId, false, mark.start, mark.end)));
  const hints = findings.filter((finding) => finding.level === 'hint').map((finding) => line(finding.ruleId, true, finding.start, finding.end));
  for (const mark of marks) if (mark.hint) assert.ok(hints.includes(line(mark.ruleId, true, mark.start, mark.end)), `${mark.ruleId} is not among\n${hints.join('\n')}`);
}

/** Each fix alone changes its own reply and nothing else. */
export function checkEachFix(fixture: Fixture): void {
  const result = lint(fixture);
  assert.equal(result.findings.some((finding) => finding.category !== 'placeholder' && finding.fixes.length > 0), fixture.marks.length > 0, 'a fixture shows at least one fix, or nothing to mend');
  for (const finding of result.findings) for (const fix of finding.fixes) checkEdits(fixture, result, [finding], fix.edits, `${finding.ruleId}: ${fix.title}`);
}

/** The first fixes of all findings together change what they touch and nothing else; so do all that come after them. */
export function checkAllFixes(fixture: Fixture): void {
  const result = lint(fixture);
  const firsts = result.findings.filter((finding) => finding.category !== 'placeholder' && finding.fixes.length > 0);
  const picked = new Set<Fix>(withoutCollisions(firsts.map((finding) => finding.fixes[0]!)));
  const together = firsts.filter((finding) => picked.has(finding.fixes[0]!));
  if (together.length === 0) return;
  const edits = together.flatMap((finding) => finding.fixes[0]!.edits).sort((a, b) => a.start - b.start);
  checkEdits(fixture, result, together, edits, 'all first fixes');
  const done = fixText(linter, { path: fixture.path, text: fixture.text, named: fixture.expected.named ?? false }, 'suggestions');
  assert.ok(done.applied >= together.filter((finding) => finding.fixes[0]!.fillIns === 0).length);
  const after = lint(fixture, done.text);
  assert.deepEqual(after.responses.map((reply) => [reply.id, reply.segments.map(described)]), result.responses.map((reply) => [reply.id, reply.segments.map(described)]));
  parserFor(fixture.path).leaves(done.text);
}

/** Anything that a template or a tag begins with; a fix keeps all of them, in their order. */
const untouchable = /\{\{.*?\}\}|\{%.*?%\}|\{[!$][^}\n]*\}|[%#$]\{[^}\n]*\}|\[\[.*?\]\]|<%.*?%>|%\(\(.*?\)\)|%[a-z]+(?::[^%\n]*)?%/gs;
const tag = /<\/?[a-z][^<>]*>/gi;

function checkEdits(fixture: Fixture, result: FileResult, findings: readonly Finding[], edits: readonly TextEdit[], what: string): void {
  const { text } = fixture;
  const after = applyEdits(text, edits);
  const context = `${what}\n${after}`;
  const ids = new Set(findings.map((finding) => finding.responseId));
  const own = result.responses.filter((reply) => ids.has(reply.id)).flatMap((reply) => reply.segments).filter((segment) => segment.audience === 'customer');
  const touched = new Set<Segment>();
  for (const edit of edits) {
    const segment = own.find((each) => each.start <= edit.start && edit.end <= each.end);
    assert.ok(segment, `an edit outside the reply's own text: ${context}`);
    touched.add(segment);
    if (/\r\n/.test(text) && !/(?<!\r)\n/.test(text)) assert.doesNotMatch(edit.newText, /(?<!\r)\n/, `line ends: ${context}`);
  }
  const parser = parserFor(fixture.path);
  const [before, now] = [parser.leaves(text), parser.leaves(after)];
  if (parser.wholeFields) assert.deepEqual([...now.keys()], [...before.keys()], context);
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((key) => !Object.is(before.get(key), now.get(key)));
  if (parser.wholeFields) assert.equal(changed.length, touched.size, `${changed.join(', ')} changed: ${context}`);
  else assert.ok(changed.length >= 1 && changed.length <= edits.length, `${changed.join(', ')} changed: ${context}`);
  const [old, fresh] = [changed.map((key) => String(before.get(key) ?? '')).join('\n'), changed.map((key) => String(now.get(key) ?? '')).join('\n')];
  if (!findings.some((finding) => finding.category === 'placeholder')) assert.deepEqual(fresh.match(untouchable), old.match(untouchable), `placeholders: ${context}`);
  // Emphasis left around nothing goes; no other tag does, and none comes.
  const tags: string[] = old.match(tag) ?? [];
  let at = 0;
  for (const each of fresh.match(tag) ?? []) {
    at = tags.indexOf(each, at) + 1;
    assert.ok(at > 0, `tags: ${context}`);
  }
}
