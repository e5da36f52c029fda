import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { namedFormats } from '../../server/src/core/readers/formats.ts';
import { fixtures } from './fixture.ts';

describe('every format that is read', () => {
  const ids = [...new Set(namedFormats.map((format) => format.id))].sort();
  it('stands in docs/formats.md, once', () => {
    const listed = [...readFileSync('docs/formats.md', 'utf8').matchAll(/^\| `([^`]+)` \|/gm)].map((found) => found[1]!);
    assert.deepEqual(listed.sort(), ids);
  });
  it('has a fixture', () => {
    const shown = new Set(fixtures().map((fixture) => fixture.expected.format));
    assert.deepEqual(ids.filter((id) => !shown.has(id)), []);
  });
});
