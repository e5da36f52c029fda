import assert from 'node:assert/strict';
import { folder, removeFolders, type } from './terminal.ts';

describe('command line: what is typed wrong is answered with the nearest right word and exit 2', () => {
  after(removeFolders);
  const cases: [string, string][] = [
    ['chekc', '"chekc" is neither a command nor a file here. Did you mean "replylint check"?'],
    ['macros', '"macros" is neither a command nor a file here. The commands are check, fix, checklist, convert, render, explain and rules.'],
    ['check --fromat json', 'There is no option --fromat. Did you mean --format?'],
    ['check -x', 'There is no option -x. The command "replylint --help" lists them.'],
    ['check --format jsno', '"jsno" is not a format for --format. Did you mean "json"?'],
    ['check --min-level warn', '"warn" is not a level for --min-level. Did you mean "warning"?'],
    ['check --fail-on sometimes', '"sometimes" is not a level for --fail-on. The levels are error, warning, info, hint and never.'],
    ['check --format', '--format needs a value after it.'],
    ['check --format --quiet', '--format needs a value after it.'],
    ['check --quiet=yes', '--quiet stands alone, without "=yes".'],
    ['check --stdin a.md', 'With --stdin there is one document, from standard input; "a.md" cannot be checked as well.'],
    ['check --stdin-path a.md', '--stdin-path names the document on standard input, so it needs --stdin beside it.'],
    ['check --rule no-bda .', 'There is no rule "no-bda". Did you mean "no-bad"?'],
    ['check --no-rule whatever .', 'There is no rule "whatever". The command "replylint rules" lists them.'],
    ['check --show all', '--show writes out the texts of "replylint render", so it stands beside it.'],
    ['render --show some', '--show takes "all", or numbers of texts such as 1,3; "some" is neither.'],
    ['explain', 'Which rule or framework should be explained? For example: replylint explain policy-shield.'],
    ['explain no-bda', 'There is no rule or framework "no-bda". Did you mean "no-bad"?'],
    ['explain nothing-like-it', 'There is no rule or framework "nothing-like-it". The command "replylint rules" lists the rules, and "replylint --help" the frameworks.'],
    ['rules all', '"replylint rules" lists all rules and takes no "all".'],
  ];
  for (const [line, sentence] of cases) {
    it(`replylint ${line}`, async () => assert.deepEqual(await status(line), { status: 2, out: '', err: `replylint: ${sentence}\n` }));
  }
});

describe('command line: what is typed right', () => {
  after(removeFolders);
  it('a path alone is checked', async () => assert.equal((await status('a.reply.txt')).status, 1));
  it('options alone check this folder', async () => assert.equal((await status('--quiet')).status, 1));
  it('after -- everything is a path', async () => assert.equal((await status('check --quiet -- a.reply.txt')).status, 1));
  it('fix is check --fix', async () => {
    const cwd = folder({ 'a.reply.txt': 'MEH' });
    assert.match((await type('fix', cwd)).out, /^Mended 1 place in a\.reply\.txt/);
  });
  it('nothing at all is answered with the help', async () => assert.match((await status('')).out, /replylint check \[PATH/));
  it('--help and --version need no core', async () => {
    const core = () => Promise.reject(new Error('the core was loaded'));
    assert.equal((await type('--help', '/', { core })).status, 0);
    assert.deepEqual((await type('check --version', '/', { core })).out, 'replylint 1.2.3\n');
  });
  it('explain prints the page', async () => assert.deepEqual(await status('explain no-bad'), { status: 0, out: '# no-bad\n\nBecause.\n', err: '' }));
  it('rules lists all of them', async () => assert.match((await status('rules')).out, /^blame\n {2}no-bad {5}warning {2}The word BAD\n/));
});

async function status(line: string): Promise<{ status: number; out: string; err: string }> {
  const { status: code, out, err } = await type(line, folder({ 'a.reply.txt': 'BAD' }));
  return { status: code, out, err };
}
