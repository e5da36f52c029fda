import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { chooseVariants, mostVariants, type Variant } from '../../../server/src/render/choose.ts';
import { liquidTree } from '../../../server/src/render/liquid-tree.ts';
import type { Print } from '../../../server/src/render/write-out.ts';

// The texts are compared with what the template engine itself makes of the same values; places, with the template.
const engine = new Liquid();
const print: Print = ({ name }, world) => {
  const { set, is } = world.known(name);
  return set === false ? { text: '', empty: true } : { text: is ?? `<${name}>`, empty: false };
};
const long: Print = ({ name }, world) => (world.known(name).set === false ? { text: '', empty: true } : { text: world.known(name).is ?? `<${name} ${name}>`, empty: false });

/** Words, with signs that mean something elsewhere and characters of two code units. */
const words = fc.stringMatching(/^[ a-zé.,\n\r\t"'&<>😀-]{0,12}$/u);
const dash = fc.constantFrom('', '-');
const flag = fc.constantFrom('a', 'b', 'c', 'd.e');
const test_ = fc.oneof(
  flag,
  flag.map((name) => `${name} == "x"`),
  flag.map((name) => `${name} != blank`),
  fc.tuple(flag, fc.constantFrom('and', 'or'), flag).map((parts) => parts.join(' ')),
);
const { template } = fc.letrec<{ template: string; part: string }>((tie) => ({
  template: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    flag.map((name) => `{{ ${name} }}`),
    fc.tuple(dash, test_, dash, tie('template'), dash, tie('template'), dash).map(([l, when, r, one, m, other, e]) => `{%${l} if ${when} ${r}%}${one}{%${m} else %}${other}{%${e} endif %}`),
    fc.tuple(test_, tie('template'), test_, tie('template')).map(([when, one, next, other]) => `{% unless ${when} %}${one}{% elsif ${next} %}${other}{% endunless %}`),
    fc.tuple(flag, tie('template'), tie('template'), tie('template')).map(([name, one, two, rest]) => `{% case ${name} %}{% when "x" %}${one}{% when "y", "z" %}${two}{% else %}${rest}{% endcase %}`),
    fc.tuple(fc.constantFrom('list', 'd.list'), tie('template'), tie('template')).map(([name, one, none]) => `{% for entry in ${name} %}${one}{% unless forloop.last %};{% endunless %}{% else %}${none}{% endfor %}`),
    words.map((text) => `{% comment %}${text}{% endcomment %}`),
    fc.tuple(fc.constantFrom('m', 'n'), tie('template')).map(([name, text]) => `{% capture ${name} %}${text}{% endcapture %}{{ ${name} }}`),
  ),
}));

/** The values under which the engine must print a variant: what its decisions settled, read back from their words. */
function values(source: string, variant: Variant): Record<string, unknown> | null {
  const is: Record<string, unknown> = {};
  for (const name of ['a', 'b', 'c', 'd.e']) is[name] = variant.long ? `<${name} ${name}>` : `<${name}>`;
  for (const { said } of variant.decisions.values()) {
    // "or" leaves open which of both it was.
    if (said.includes(' or ')) return null;
    for (const fact of said.split(' and ')) {
      const [, name, not_, what] = /^(\S+) is (not )?(set|empty|"[^"]*"|has.*)$/.exec(fact) ?? [];
      const [, list, count] = /^(\S+) (?:has (one entry|two entries)|is empty)$/.exec(fact) ?? [];
      if (list?.endsWith('list')) is[list] = count === undefined ? [] : count === 'one entry' ? [1] : [1, 2];
      else if (name && what === 'set' && not_) is[name] = null;
      else if (name && what?.startsWith('"') && !not_) is[name] = what.slice(1, -1);
    }
  }
  if (variant.without !== null) is[variant.without] = null;
  return { a: is['a'], b: is['b'], c: is['c'], d: { e: is['d.e'], list: is['d.list'] ?? [1] }, list: is['list'] ?? [1], source };
}

describe('rendering, compared with the engine', () => {
  it('prints what the engine prints, and knows where each character comes from', () => {
    let compared = 0;
    fc.assert(fc.property(template, (text) => {
      const parts = liquidTree(text);
      const variants = chooseVariants([{ text, parts }], { filled: print, long }, () => true);
      assert.ok(variants.length >= 1 && variants.length <= mostVariants);
      for (const variant of variants) {
        const [printed] = variant.fields;
        let at = 0;
        for (const { start, end, kind, source } of printed!.pieces) {
          assert.equal(start, at);
          at = end;
          const origin = text.slice(source.start, source.end);
          if (kind === 'words') assert.equal(printed!.text.slice(start, end), origin);
          else assert.match(origin, /^\{\{[^]*\}\}$/);
        }
        assert.equal(at, printed!.text.length);
        const given = values(text, variant);
        if (given === null) continue;
        compared++;
        assert.equal(printed!.text, engine.parseAndRenderSync(text, given), JSON.stringify({ text, given, decisions: [...variant.decisions.values()].map(({ said }) => said) }));
      }
    }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) });
    assert.ok(compared > 200, String(compared));
  });
});
