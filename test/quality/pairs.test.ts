import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createLinter } from '../../server/src/core/index.ts';
import type { Finding } from '../../server/src/core/model.ts';
import { ownSet } from './own-set.ts';

/**
 * Pairs of replies that differ in one thing about a person: a name, a pronoun, the English that they write. A pair is
 * one text with its swaps in it, `Hello «Emily|Ngozi»,`.
 */
interface Theme {
  readonly about: string;
  /** `same`: the same findings on both sides. `no more`: the second side has none above hint that the first lacks. */
  readonly expect: 'same' | 'no more';
  /** Stands in the front matter of every reply of the theme. */
  readonly locale?: string;
  readonly pairs: readonly string[];
}

const folder = join(import.meta.dirname, 'pairs');
const themes = new Map(readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort().map((name) => [name.slice(0, -'.yaml'.length), parse(readFileSync(join(folder, name), 'utf8')) as Theme]));

/** The text of one side, and where a place in it would be if every swap were one character wide. */
function side(pair: string, which: 1 | 2, front: string): { text: string; place(offset: number, edge: 'start' | 'end'): number } {
  let text = front;
  let common = front.length;
  /** Where a run of common text starts, on this side and in the common count, and where it ends on this side. */
  const runs = [{ at: 0, common: 0, end: 0 }];
  const grow = (piece: string): void => {
    text += piece;
    common += piece.length;
    runs.at(-1)!.end = text.length;
  };
  let last = 0;
  for (const swap of pair.matchAll(/«([^«»|]*)\|([^«»|]*)»/gu)) {
    grow(pair.slice(last, swap.index));
    text += swap[which]!;
    runs.push({ at: text.length, common: ++common, end: text.length });
    last = swap.index + swap[0].length;
  }
  grow(pair.slice(last));
  return {
    text,
    place(offset, edge) {
      const run = runs.findLast((each) => each.at <= offset)!;
      if (offset <= run.end) return run.common + offset - run.at;
      return run.common + run.end - run.at + (edge === 'end' ? 1 : 0);
    },
  };
}

const linter = createLinter({ 'min-level': 'hint' });

/** What is found on one side, in places that both sides share. */
function findings(pair: string, which: 1 | 2, locale: string | undefined): { shown: string; finding: Finding }[] {
  const { text, place } = side(pair, which, locale === undefined ? '' : `---\nlocale: ${locale}\n---\n`);
  const result = linter.lint({ path: 'pair.reply.md', text, named: true });
  assert.equal(result.responses.length, 1);
  if (locale !== undefined) assert.equal(result.responses[0]!.locale, locale);
  return result.findings.map((finding) => ({ finding, shown: `${finding.ruleId} (${finding.level}) at ${place(finding.start, 'start')}–${place(finding.end, 'end')}` }));
}

/** `about` is told where the two sides differ. */
function check(pair: string, expect: Theme['expect'], locale?: string, about?: string): void {
  const [first, second] = [findings(pair, 1, locale), findings(pair, 2, locale)];
  if (expect === 'same') {
    assert.deepEqual({ about, found: second.map(({ shown }) => shown) }, { about, found: first.map(({ shown }) => shown) });
    return;
  }
  // Words may be more or fewer around a dialect's wording, so a rule counts and its exact span does not.
  const left = first.map(({ finding }) => finding.ruleId);
  const more = second.filter(({ finding: { ruleId, level } }) => {
    if (level === 'hint') return false;
    const at = left.indexOf(ruleId);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  assert.deepEqual(more.map(({ shown, finding }) => `${shown} “${finding.text}”`), []);
}

for (const [name, { about, expect, locale, pairs }] of themes) {
  describe(`${name}: ${about}`, () => {
    for (const pair of pairs) it(pair.replace(/\s+/g, ' '), () => check(pair, expect, locale));
  });
}

describe('whole replies, whoever they greet and whoever signs them', () => {
  const names = ['Nguyễn Thị Minh Khai', 'Ana de la Cruz', 'Chukwuemeka', 'D’Andre', '李伟'];
  for (const name of names) {
    it(`keep their findings with ${name}`, () => {
      for (const { id, text } of ownSet()) {
        const swap = `«Emily|${name}»`;
        check(`Hello ${swap},\n\n${text.replace(/[«»]/g, '"')}\n\nKind regards,\n${swap}`, 'same', undefined, id);
      }
    });
  }
});

describe('the minimal pairs', () => {
  const all = [...themes.values()].flatMap(({ pairs }) => pairs);

  it('are at least 300, all different, and each swaps something', () => {
    assert.ok(all.length >= 300, `${all.length}`);
    assert.equal(new Set(all).size, all.length);
    for (const pair of all) assert.notEqual(side(pair, 1, '').text, side(pair, 2, '').text, pair);
  });

  it('have something to find in half of those that expect the same', () => {
    const same = [...themes.values()].filter(({ expect }) => expect === 'same').flatMap(({ pairs }) => pairs);
    assert.ok(same.filter((pair) => findings(pair, 1, undefined).length > 0).length >= same.length / 2);
  });

  it('notice a swap that changes what is found', () => {
    assert.throws(() => check('Hello «Sam|customer»,\n\nthe van comes on Monday.', 'same'));
    assert.throws(() => check('Please «wait|calm down».', 'no more'));
    assert.throws(() => check('«Calm down|Wait», Sam.', 'same'));
  });

  it('follow a finding behind a swap', () => check('Hello «Al|Oluwaseun», you failed to sign.', 'same'));
});
