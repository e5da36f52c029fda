import { Ajv } from 'ajv';
import { categories, channels, kinds, levels, purposes } from '../../server/src/core/model.ts';

const count = { type: 'integer', minimum: 0 };
const position = { type: 'integer', minimum: 1 };
const text = { type: 'string' };
const filled = { type: 'string', minLength: 1 };

/** An object that has all these keys; more may be there. */
const having = (properties: Record<string, object>) => ({ type: 'object', properties, required: Object.keys(properties) });
const list = (items: object) => ({ type: 'array', items });

const response = having({
  id: filled, title: text, kind: { enum: kinds }, purpose: { enum: purposes }, channel: { enum: channels }, locale: text, start: count, end: count,
  segments: list(having({ role: { enum: ['body', 'subject', 'chat', 'twin'] }, audience: { enum: ['customer', 'internal', 'label'] }, markup: { enum: ['text', 'markdown', 'html', 'jira'] }, start: count, end: count })),
  checklist: { oneOf: [{ type: 'null' }, having({ framework: filled, met: count, of: count })] },
});

const finding = having({
  ruleId: filled, category: { enum: categories }, level: { enum: levels }, message: filled, start: count, end: count,
  line: position, column: position, endLine: position, endColumn: position, text, responseId: filled, also: list(filled), docs: filled,
  fixes: list(having({ title: filled, safe: { type: 'boolean' }, fillIns: count, edits: list(having({ start: count, end: count, newText: text })) })),
});

const file = having({
  path: filled, format: { type: ['string', 'null'] }, encoding: { enum: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] }, bom: { type: 'boolean' },
  error: { oneOf: [{ type: 'null' }, having({ message: filled, line: position, column: position })] },
  responses: list(response), findings: list(finding),
});

/** The shape of `--format json` that scripts rely on. */
const output = having({
  version: { const: 1 },
  summary: having({ files: count, responses: count, error: count, warning: count, info: count, hint: count, unreadable: count }),
  files: list(file),
});

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(output);

/** What of the promised shape a JSON output does not hold; empty where it holds all of it. */
export function faultsOf(json: string): string[] {
  return validate(JSON.parse(json)) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
