import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as core from '../../server/src/core/index.ts';
import { faultsOf } from './json-schema.ts';
import { folder, removeFolders, type } from './terminal.ts';

const examples = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../examples');
const real = { core: () => Promise.resolve(core) };

interface Checked {
  readonly path: string;
  readonly responses: { readonly id: string; readonly title: string }[];
  readonly findings: { readonly responseId: string; readonly ruleId: string }[];
}

async function json(line: string, cwd: string): Promise<Checked[]> {
  const { out, err } = await type(`${line} --format json`, cwd, real);
  assert.deepEqual([err, faultsOf(out)], ['', []]);
  return (JSON.parse(out) as { files: Checked[] }).files;
}

describe('the examples, with the real rules', () => {
  after(removeFolders);

  it('are three libraries, read in full', async () => {
    assert.deepEqual((await json('check', examples)).map(({ path: file, responses }) => `${file} ${responses.length}`), ['saved-replies.yaml 6', 'support-replies.md 5', 'zendesk-macros.json 6']);
  });

  it('their bad replies have findings, their good ones and the internal note have none', async () => {
    const flagged = (await json('check', examples)).flatMap(({ responses, findings }) => responses.filter(({ id }) => findings.some(({ responseId }) => responseId === id)).map(({ title }) => title));
    assert.deepEqual(flagged, [
      'Missing part of the form', 'Sorry, generic', 'Repair not covered',
      'Feature does not exist', 'Angry customer', 'Slow answer',
      'Refund::Outside 30 days', 'Account::Wrong password', 'Delivery::Lost in the post',
    ]);
  });

  it('still parse after --fix-suggestions, and a second run finds nothing more to mend', async () => {
    const cwd = folder({});
    cpSync(examples, cwd, { recursive: true });
    assert.match((await type('check --fix-suggestions', cwd, real)).out, /Mended \d+ place/);
    for (const name of readdirSync(cwd)) if (!name.endsWith('.md')) assert.ok(parse(readFileSync(path.join(cwd, name), 'utf8')), name);
    const once = readdirSync(cwd).map((name) => readFileSync(path.join(cwd, name), 'utf8'));
    await type('check --fix-suggestions', cwd, real);
    assert.deepEqual(readdirSync(cwd).map((name) => readFileSync(path.join(cwd, name), 'utf8')), once);
  });

  it('the README passes its own rules', async () => {
    const { out, status } = await type('check README.md', path.join(examples, '..'), real);
    assert.equal(status, 0, out);
  });
});

describe('an ordinary project, with the real rules', () => {
  after(removeFolders);
  it('gives nothing', async () => {
    const cwd = folder({
      'package.json': '{"name":"x","description":"You failed to read our policy","scripts":{"test":"mocha"}}',
      'chart/values.yaml': 'replicaCount: 1\nimage:\n  repository: nginx\n',
      'chart/templates/deployment.yaml': 'apiVersion: apps/v1\nmetadata:\n  name: {{ .Release.Name }}\n',
      '.github/workflows/ci.yml': 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - name: You must fail\n        run: exit 1\n',
      'data/contacts.csv': 'name,email,message\nSam,sam@example.org,You failed to call me back\n', 'data/products.csv': 'title,price,description\nBag,5,You must try it\n',
      'data/training.tsv': 'text\tlabel\nyou failed me again\tangry\n', 'data/log.csv': 'name;message;level\nmailer;You failed to connect to it;error\n',
      'README.md': '# You failed\n\nYou must read this. Calm down.\n',
      'empty.yaml': '', 'broken.json': '{"a":',
    });
    assert.deepEqual(await type('check', cwd, real).then(({ status, err, out }) => [status, err, out]), [0, '', 'No replies found here. A file that is named is always checked: replylint check FILE.\n']);
  });
});
