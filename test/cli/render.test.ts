import assert from 'node:assert/strict';
import * as core from '../../server/src/core/index.ts';
import type { Surroundings } from '../../server/src/cli/streams.ts';
import { folder, removeFolders, type } from './terminal.ts';

const real: Partial<Surroundings> = { core: async () => ({ ...core, renderer: () => import('../../server/src/render/index.ts') }) };
const template = 'Hi {{ first_name }},\n\nYou {% if order.paid %}have all you need{% else %}failed{% endif %} to collect the parcel.\n';

describe('replylint render', () => {
  after(removeFolders);

  it('shows what is found, how it reads, and when', async () => {
    const { status, out, err } = await type('render', folder({ 'notifications/late.liquid': template }), real);
    assert.deepEqual({ status, err }, { status: 1, err: '' });
    for (const line of ['  late  4 texts', '      Reads: Hi ,', '      When first_name is empty.', '      When order.paid is not set.']) assert.ok(out.split('\n').includes(line), `${line}\n${out}`);
    assert.match(out, /^ {6}Reads: You failed/m);
    assert.match(out, /^1 reply in 4 texts that customers may see: 1 warning, 1 suggestion\.$/m);
  });

  it('writes the texts out where asked', async () => {
    const { out } = await type('render late.reply.md --show 2', folder({ 'late.reply.md': template }), real);
    assert.match(out, /^ {4}2\. When order\.paid is not set\n {6}Hi Sam,\n {6}\n {6}You failed to collect the parcel\.$/m);
    assert.doesNotMatch(out, /You have all you need to collect/);
  });

  it('gives the same as data', async () => {
    const { out } = await type('render late.reply.md --format json', folder({ 'late.reply.md': template }), real);
    const { version, summary, files } = JSON.parse(out) as { version: number; summary: unknown; files: { path: string; errors: []; findings: { text: string; when: string; start: number; end: number; variants: number[]; inCheck: boolean }[]; responses: { variants: { when: string[]; texts: { role: string; text: string }[] }[] }[] }[] };
    assert.deepEqual({ version, summary }, { version: 1, summary: { files: 1, responses: 1, variants: 4, error: 0, warning: 1, info: 1, hint: 0, unreadable: 0 } });
    const [file] = files;
    assert.deepEqual(file!.responses[0]!.variants[1], { when: ['order.paid is not set'], texts: [{ role: 'body', text: 'Hi Sam,\n\nYou failed to collect the parcel.' }] });
    const blame = file!.findings[1]!;
    assert.deepEqual([blame.start, blame.when, blame.inCheck], [template.indexOf('You'), 'order.paid is not set', false]);
    assert.equal(template.slice(blame.start, blame.end), blame.text.replace('failed', '{% if order.paid %}have all you need{% else %}failed{% endif %}'));
    for (const i of blame.variants) assert.match(file!.responses[0]!.variants[i]!.texts[0]!.text, /You failed/);
  });

  it('reads a document from standard input', async () => {
    const { status, out } = await type('render --stdin --stdin-path emails/late.hbs', folder({}), { ...real, input: '<p>Hi there.</p>{{#if late}}<p>You failed to add the date.</p>{{/if}}' });
    assert.equal(status, 1);
    assert.match(out, /^emails\/late\.hbs$[^]*When late is set\./m);
  });

  it('ends like a check', async () => {
    const cwd = folder({ 'a.reply.md': 'Your parcel is here.', 'b.reply.md': template });
    assert.equal((await type('render a.reply.md', cwd, real)).status, 0);
    assert.equal((await type('render --fail-on error', cwd, real)).status, 0);
    assert.equal((await type('render a.reply.md missing.reply.md', cwd, real)).status, 2);
  });

  it('says of a broken template where it is broken, and goes on', async () => {
    const { status, out, err } = await type('render .', folder({ 'a.reply.md': 'One.\n\n{% if b %}Two.', 'b.reply.md': template }), real);
    assert.equal(status, 2);
    assert.equal(err, 'a.reply.md:3:1: “if” is opened here and never closed with “endif”.\n');
    assert.match(out, /Reads: You failed/);
  });
});
