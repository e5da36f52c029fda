// Applies every fix of every finding in the real files of ../shared/quality/raw, one at a time and then all together,
// and checks that each result parses and differs only inside its reply. Run: npx tsx test/quality/fixes-on-real-files.ts
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, createLinter, type FileResult, type Fix, fixText } from '../../server/src/core/index.ts';
import { changedLeaves, leaves } from '../unit/one-leaf.ts';

const raw = path.join(import.meta.dirname, '../../../shared/quality/raw');
if (!existsSync(raw)) {
  console.log('The real files are not here; nothing was checked.');
  process.exit(0);
}
const linter = createLinter({ 'min-level': 'hint' });
const isData = (file: string): boolean => /\.(?:json|ya?ml)$/.test(file);
const wrong: string[] = [];
let files = 0;
let fixes = 0;
let findings = 0;
let withFix = 0;

/** The text of each response by position, and all that lies between them. */
function parts(result: FileResult, text: string): { responses: string[]; between: string } {
  let at = 0;
  let between = '';
  for (const response of result.responses) {
    between += `${text.slice(at, response.start)}\u0000`;
    at = response.end;
  }
  return { responses: result.responses.map((r) => text.slice(r.start, r.end)), between: between + text.slice(at) };
}

/** How many texts of its reply a fix edits: one, or a text and its twin, which say the same. */
function textsTouched(result: FileResult, id: string, { edits }: Fix): number {
  const segments = result.responses.find((response) => response.id === id)!.segments.filter((segment) => edits.some((edit) => segment.start <= edit.start && edit.end <= segment.end));
  return segments.filter((segment) => segment.role !== 'twin').length === 1 && segments.every((segment) => segment.audience === 'customer') ? segments.length : 0;
}

for (const name of readdirSync(raw, { recursive: true, encoding: 'utf8' }).sort()) {
  const file = path.join(raw, name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    continue; // a folder
  }
  files++;
  const result = linter.lint({ path: name, text });
  const before = parts(result, text);
  for (const finding of result.findings) {
    findings++;
    if (finding.fixes.length > 0) withFix++;
    for (const fix of finding.fixes) {
      fixes++;
      const now = applyEdits(text, fix.edits);
      const where = `${name}: ${finding.ruleId} “${finding.text}” → ${fix.title}`;
      const again = linter.lint({ path: name, text: now });
      const after = parts(again, now);
      if (after.between !== before.between) wrong.push(`${where}: text outside of the replies changed`);
      const changed = after.responses.filter((response, i) => response !== before.responses[i]).length;
      if (after.responses.length !== before.responses.length || changed !== 1) wrong.push(`${where}: ${changed} replies changed, ${after.responses.length} instead of ${before.responses.length} are there`);
      if (isData(name)) {
        const differ = changedLeaves(name, text, now);
        if (leaves(name, text) && differ?.length !== textsTouched(result, finding.responseId, fix)) wrong.push(`${where}: ${differ ? `changes ${differ.join(', ')}` : 'does not parse'}`);
      }
    }
  }
  const all = fixText(linter, { path: name, text }, 'suggestions');
  const after = parts(linter.lint({ path: name, text: all.text }), all.text);
  if (after.between !== before.between || after.responses.length !== before.responses.length) wrong.push(`${name}: all fixes together change text outside of the replies`);
  if (isData(name) && leaves(name, text) && !leaves(name, all.text)) wrong.push(`${name}: does not parse after all fixes`);
}
console.log(`${files} files, ${findings} findings, ${withFix} with a fix, ${fixes} fixes applied one at a time, ${wrong.length} wrong`);
for (const line of wrong) console.log(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
