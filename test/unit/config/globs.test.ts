import assert from 'node:assert/strict';
import { matchesAny } from '../../../server/src/core/config/globs.ts';
import { mergeConfig } from '../../../server/src/core/config/merge.ts';

describe('config: globs', () => {
  const cases: [string | string[], string, boolean][] = [
    ['*.md', 'a/b/c.md', true],
    ['*.md', 'a.txt', false],
    ['/*.md', 'a.md', true],
    ['/*.md', 'b/a.md', false],
    ['replies/*.md', 'replies/a.md', true],
    ['replies/*.md', 'x/replies/a.md', false],
    ['./replies/**', 'replies/deep/a.md', true],
    ['drafts', 'macros/drafts/a.md', true],
    ['drafts/', 'drafts/a.md', true],
    ['.github/*.yml', '.github/replies.yml', true],
    ['*.{yml,yaml}', '.github/replies.yml', true],
    ['.', 'anything/at/all.md', true],
    [['a.md', 'b.md'], 'b.md', true],
    [[], 'b.md', false],
  ];
  for (const [globs, path, expected] of cases) {
    it(`${JSON.stringify(globs)} ${expected ? 'means' : 'does not mean'} ${path}`, () => assert.equal(matchesAny(globs, path), expected));
  }
});

describe('config: merging', () => {
  it('replaces lists of files, merges levels, adds replies at the end', () => {
    assert.deepEqual(
      mergeConfig({ include: ['a'], levels: { x: 'error', y: 'off' }, replies: [{ id: '1' }] }, { include: ['b'], levels: { y: 'hint' }, replies: [{ id: '2' }] }),
      { include: ['b'], levels: { x: 'error', y: 'hint' }, replies: [{ id: '1' }, { id: '2' }] },
    );
  });
  it('keeps what is not overridden', () => assert.deepEqual(mergeConfig({ 'min-level': 'hint' }, {}), { 'min-level': 'hint' }));
});
