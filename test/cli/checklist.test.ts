import assert from 'node:assert/strict';
import * as core from '../../server/src/core/index.ts';
import { folder, removeFolders, type } from './terminal.ts';

const around = { core: () => Promise.resolve(core) };
const reply = 'Hi Sam,\n\nUnfortunately your parcel is late.\n\nBest,\nAna\n';

describe('command line: checklist', () => {
  afterEach(removeFolders);

  it('prints what the contract says, steps in their order', async () => {
    const { status, out } = await type('checklist a.reply.md b.reply.md --format json', folder({ 'a.reply.md': reply, 'b.reply.md': 'The lamp is late.\n' }), around);
    const { files } = JSON.parse(out) as { files: { path: string; responses: { id: string; title: string; kind: string; checklist: null | { framework: string; met: number; of: number; steps: { id: string; state: string; why: string; evidence: { start: number; end: number }[] }[] } }[] }[] };
    assert.equal(status, 0);
    assert.deepEqual(files.map((file) => [file.path, file.responses.map(({ id, title, kind }) => [id, title, kind])]), [['a.reply.md', [['a', 'a', 'full']]], ['b.reply.md', [['b', 'b', 'fragment']]]]);
    assert.equal(files[1]!.responses[0]!.checklist, null);
    const { framework, met, of, steps } = files[0]!.responses[0]!.checklist!;
    assert.deepEqual({ framework, met, of }, { framework: 'leaps', met: 1, of: 4 });
    assert.deepEqual(steps.map(({ id, state }) => [id, state]), [['listen', 'met'], ['empathise', 'missing'], ['ask', 'not-needed'], ['paraphrase', 'missing'], ['summarise', 'missing']]);
    assert.ok(steps.every(({ why }) => /^[A-Z].*\.$/.test(why)));
    assert.deepEqual(steps[0]!.evidence.map(({ start, end }) => reply.slice(start, end)), ['your parcel']);
  });

  it('tells a fragment from a reply in another language', async () => {
    const french = '---\nkind: full\n---\nBonjour Marie,\n\nMerci de nous avoir écrit au sujet de votre commande. Malheureusement le colis est en retard et nous vous enverrons un nouveau colis demain.\n\nCordialement,\nAna\n';
    const { out } = await type('checklist', folder({ 'a.reply.md': french, 'b.reply.md': 'The lamp is late.\n' }), around);
    assert.match(out, /^ {2}a {2}in a language that no checklist reads yet$/m);
    assert.match(out, /^ {2}b {2}a fragment: a checklist looks at full replies$/m);
  });

  it('says that there are no replies only where it could look', async () => {
    assert.deepEqual((await type('checklist', folder({ 'notes.txt': 'Hello.' }), around)).out, 'No replies were found.\n');
    const { status, out, err } = await type('checklist', folder({ '.replylint.yaml': 'framework: leap\n', 'a.reply.md': reply }), around);
    assert.deepEqual({ status, out, err }, { status: 2, out: '', err: '.replylint.yaml:1:12: There is no framework "leap". Did you mean "leaps"?\n' });
  });

  it('explains a framework of the house', async () => {
    const cwd = folder({ '.replylint.yaml': 'frameworks:\n  - id: front-desk\n    title: Front desk\n    steps:\n      - { id: greet, what: It greets., shown: [{ match: dear }] }\n' });
    assert.match((await type('explain front-desk', cwd, around)).out, /^# Front desk\n[\s\S]*It greets\./);
    assert.equal((await type('explain front-dsk', cwd, around)).err, 'replylint: There is no rule or framework "front-dsk". Did you mean "front-desk"?\n');
    assert.match((await type('explain leaps', folder({ '.replylint.yaml': 'exclud: []\n' }), around)).out, /^# LEAPS\n/);
  });
});
