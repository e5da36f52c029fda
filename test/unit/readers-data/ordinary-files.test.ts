import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { formatOf } from './reading.ts';

const root = join(import.meta.dirname, '../../..');

/** JSON and YAML files of the project's own settings and of the packages that it uses. */
function settingsFiles(): string[] {
  const own = readdirSync(root).filter((name) => /\.(?:json|ya?ml)$/.test(name)).map((name) => join(root, name));
  const packages = readdirSync(join(root, 'node_modules'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(?:json|ya?ml)$/.test(file.name)).map((file) => join(file.parentPath, file.name));
  return [...own, ...packages];
}

describe('an ordinary project', () => {
  it('has no replies among its settings and its packages', () => {
    const files = settingsFiles();
    assert.ok(files.length > 300, `${files.length} files`);
    const taken = files.flatMap((file) => {
      const path = relative(root, file).split(sep).join('/');
      const format = formatOf(path, readFileSync(file, 'utf8'));
      return format === null ? [] : [`${path}: ${format}`];
    });
    assert.deepEqual(taken, []);
  }).timeout(60_000);

  const files: Record<string, string> = {
    'chart/values.yaml': 'image:\n  repository: nginx\n  pullPolicy: IfNotPresent\nnotes: Set this to the name of the host\n',
    'chart/templates/config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  welcome: Welcome to our little shop\n',
    '.github/workflows/stale.yml': 'on: push\njobs:\n  stale:\n    steps:\n      - name: Close old issues\n        uses: actions/stale@v9\n        with:\n          body: This issue is stale because nobody wrote.\n',
    '.github/workflows/release.yml': 'on: push\njobs:\n  notes:\n    steps:\n      - run: echo "We have a new release today"\n',
    'forms/discussion_template.yml': 'labels:\n  welcome: Thanks for opening a discussion here\n  bye: We hope to see you again\n',
    'syntaxes/x.json': '{"template_string": {"1": "begin of the string", "2": "end of the string"}}',
    'docker-compose.yml': 'services:\n  web:\n    image: nginx\n    command: run the web server\n',
    'openapi.yaml': 'openapi: 3.0.0\npaths:\n  /pets:\n    get:\n      responses:\n        "200":\n          description: A list of all the pets\n          content:\n            application/json:\n              example:\n                message: We found all of the pets\n',
    'locales/en.json': '{"home": {"title": "Welcome to our shop", "cta": "Have a look around"}, "late": "Your order is on its way"}',
    'contributors.json': '[{"name": "Ada", "text": "Writes the parser of this project", "avatar": "a.png"}, {"name": "Bo", "text": "Draws all of the icons", "avatar": "b.png"}]',
    'news.json': '[{"title": "We moved", "content": "Our office is now in Leeds", "url": "https://example.org"}]',
    'template.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nDescription: A stack with one bucket in it\nParameters:\n  Name:\n    Type: String\n    Description: The name of the bucket here\n',
    'words.json': '["body", "title", "How can we help you?"]',
    'empty.json': '', 'empty.yaml': '', 'scalar.yaml': 'just one line of text',
  };
  for (const [path, text] of Object.entries(files)) it(`has no replies in ${path}`, () => assert.equal(formatOf(path, text), null));
});

describe('records that only look like those of a helpdesk', () => {
  const check = (what: string, data: unknown, format: string): void => {
    it(`${what} are not of ${format}`, () => assert.notEqual(formatOf('data/list.json', JSON.stringify(data)), format));
  };
  check('pages with keywords', [{ name: 'Tents', content: 'All about our tents.', keywords: 'tent, camp' }], 'zammad-text-modules');
  check('pages in blocks', [{ name: 'Tents', blocks: [{ type: 'paragraph', text: 'All about our tents.' }] }], 'intercom-macros');
  check('notes in folders', [{ title: 'Tents', folder_id: 3, content: 'All about our tents.' }], 'freshdesk');
  check('polls', [{ name: 'Tents', message: 'Which tent do you like best?', options: ['Red', 'Blue'] }], 'zendesk-chat');
  check('mails with a subject', [{ name: 'late', subject: 'Your tent', message: 'Your tent is on its way.' }], 'uvdesk');
  check('bare lists of actions', [{ name: 'late', actions: [{ name: 'send', arguments: { text: 'Your tent is on its way.' } }] }], 'gorgias');
  check('messages of a log', [{ name: 'late', message: { text: 'Your tent is on its way.' } }], 'zendesk-conversations');
});
