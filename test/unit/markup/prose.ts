import assert from 'node:assert/strict';
import { inlineLayer } from '../../../server/src/core/markup/index.ts';
import { BREAK, OPAQUE } from '../../../server/src/core/markup/inline.ts';
import type { Markup } from '../../../server/src/core/model.ts';

/** The prose of a text, written so that it can be read: ◆ for OPAQUE, ¶ for BREAK. */
export function proseOf(markup: Markup, text: string): string {
  return inlineLayer(markup).toProse(text).text.replaceAll(OPAQUE, '◆').replaceAll(BREAK, '¶');
}

/** Checks what the customer reads of a text. */
export function check(markup: Markup, text: string, prose: string): void {
  assert.equal(proseOf(markup, text), prose);
}

/** Checks what the nouns of a text are: `kind:characters`, one each. */
export function checkOpaques(markup: Markup, text: string, ...expected: string[]): void {
  const prose = inlineLayer(markup).toProse(text);
  assert.deepEqual(prose.opaques.map((opaque) => `${opaque.kind}:${opaque.text}`), expected);
  for (const opaque of prose.opaques) assert.equal(prose.text.slice(opaque.start, opaque.end), OPAQUE);
}
