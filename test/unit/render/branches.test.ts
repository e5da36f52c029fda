import assert from 'node:assert/strict';
import { createLinter } from '../../../server/src/core/index.ts';
import { mostVariants, type RenderedFile, renderFile } from '../../../server/src/render/index.ts';

function render(text: string, path = 'late.reply.md'): RenderedFile {
  return renderFile(createLinter(), { path, text, named: true });
}
/** The texts that a template may turn into, in no order. */
function texts(text: string, path?: string): string[] {
  return render(text, path).responses.flatMap(({ variants }) => variants.map((variant) => variant.texts.map((one) => one.text).join('|'))).sort();
}
const check = (name: string, template: string, expected: readonly string[], path?: string): void => {
  it(name, () => assert.deepEqual(texts(template, path), [...expected].sort()));
};

describe('what the customer may see: Liquid', () => {
  check('if', 'One{% if a %} two{% endif %}.', ['One two.', 'One.']);
  check('if and else', '{% if a %}One{% else %}Two{% endif %}.', ['One.', 'Two.']);
  check('elsif', '{% if a %}One{% elsif b %}Two{% else %}Three{% endif %}.', ['One.', 'Two.', 'Three.']);
  check('unless', '{% unless a %}One{% endunless %} two.', ['One two.', ' two.']);
  check('nested', '{% if a %}One{% if b %} two{% endif %}{% else %}Three{% endif %}.', ['One two.', 'One.', 'Three.']);
  check('the same condition twice is decided once', '{% if a %}One{% endif %}, {% if a %}two{% else %}three{% endif %}.', ['One, two.', ', three.']);
  check('a branch that cannot be reached is in no text', 'One{% if a %}{% unless a %} two{% endunless %}{% endif %}.', ['One.']);
  check('case', '{% case order.status %}{% when "late" %}One{% when "lost", "gone" %}Two{% else %}Three{% endcase %}.', ['One.', 'Two.', 'Three.']);
  check('a value that a condition names is what is printed', '{% if order.status == "late" %}It is {{ order.status }}.{% else %}All is well.{% endif %}', ['It is late.', 'All is well.']);
  check('two values cannot both be it', '{% if a == "x" %}One{% endif %} {% if a == "y" %}two{% endif %}.', ['One .', ' two.', ' .']);
  check('for', 'We send {% for item in items %}{{ item.url }};{% else %}nothing{% endfor %}.', [
    'We send nothing.', 'We send https://example.com/status;.', 'We send https://example.com/status;https://example.com/status;.', `We send ${'https://example.com/status'.repeat(3).slice(0, 60)};.`,
  ]);
  check('the last round', '{% for item in items %}x{% unless forloop.last %}, {% endunless %}{% endfor %}.', ['.', 'x.', 'x, x.']);
  check('comments', 'One{% comment %} two {% if {% endcomment %}{# three #}.', ['One.']);
  check('dashes take blanks away', 'One\n{%- if a -%}\n  two\n{%- endif -%}\n.', ['Onetwo.', 'One.']);
  check('assign and capture', '{% assign when = "today" %}{% capture what %}your {% if a %}lamp{% else %}chair{% endif %}{% endcapture %}We send {{ what }} {{ when }}.', ['We send your lamp today.', 'We send your chair today.']);
  check('raw', 'One {% raw %}{% if a %}{% endraw %}.', ['One {% if a %}.']);
  check('a subject and a body are decided together', '{% capture email_title %}{% if a %}Late{% else %}Sent{% endif %}{% endcapture %}<p>{% if a %}It is late{% else %}It is sent{% endif %}.</p>',
    ['Late|\n<p>It is late.</p>', 'Sent|\n<p>It is sent.</p>'].map((text) => text.replace('\n', '')), 'notifications/late.liquid');
});

describe('what the customer may see: Jinja and Twig', () => {
  check('elif', '{% if a %}One{% elif b and not c %}Two{% else %}Three{% endif %}.', ['One.', 'Two.', 'Three.'], 'emails/late.txt.j2');
  check('is defined', '{% if a is defined %}One{% else %}Two{% endif %}.', ['One.', 'Two.'], 'emails/late.txt.j2');
  check('a list that is empty', '{% if items|length > 0 %}{% for item in items %}x{% endfor %}{% else %}none{% endif %}.', ['x.', 'xx.', 'none.'], 'emails/late.txt.j2');
  check('set', '{% set when = "today" %}We send it {{ when }}.', ['We send it today.'], 'emails/late.twig');
});

describe('what the customer may see: Handlebars', () => {
  const path = 'emails/late.txt.hbs';
  check('if and else', '{{#if a}}One{{else}}Two{{/if}}.', ['One.', 'Two.'], path);
  check('else if', '{{#if a}}One{{else if b}}Two{{else}}Three{{/if}}.', ['One.', 'Two.', 'Three.'], path);
  check('unless', '{{#unless a}}One{{/unless}} two.', ['One two.', ' two.'], path);
  check('each', '{{#each items}}x{{#unless @last}}, {{/unless}}{{else}}none{{/each}}.', ['none.', 'x.', 'x, x.'], path);
  check('sections of Mustache', '{{#a}}One{{/a}}{{^a}}Two{{/a}}.', ['One.', 'Two.'], path);
  check('helpers that compare', '{{#if (eq status "late")}}One{{else}}Two{{/if}}.', ['One.', 'Two.'], path);
  check('tags on a line of their own take it with them', 'One\n{{#if a}}\ntwo\n{{/if}}\nthree', ['One\ntwo\nthree', 'One\nthree'], path);
  check('comments and partials', 'One{{!-- two --}}{{> three}}{{#if a}}.{{else}}!{{/if}}', ['One.', 'One!'], path);
});

describe('what the customer may see: how many texts', () => {
  const conditions = (n: number): string => Array.from({ length: n }, (_, i) => `{% if c${i} %}yes${i}{% else %}no${i}{% endif %}`).join(' ');
  it('twelve conditions make no more than 64, and every branch is in one of them', () => {
    const all = texts(conditions(12));
    assert.ok(all.length <= mostVariants, String(all.length));
    for (let i = 0; i < 12; i++) for (const word of [`yes${i}`, `no${i}`]) assert.ok(all.some((text) => text.split(' ').includes(word)), word);
  });
  it('and so are every two branches that stand side by side', () => {
    const all = texts(conditions(12));
    for (let i = 0; i < 11; i++) for (const pair of [`yes${i} yes${i + 1}`, `yes${i} no${i + 1}`, `no${i} yes${i + 1}`, `no${i} no${i + 1}`]) assert.ok(all.some((text) => `${text} `.includes(`${pair} `)), pair);
  });
  it('every branch of twelve that stand in one another', () => {
    const nested = Array.from({ length: 12 }, (_, i) => i).reduceRight((inner, i) => `{% if c${i} %}yes${i} ${inner}{% else %}no${i}{% endif %}`, 'end');
    const all = texts(nested);
    assert.ok(all.length <= mostVariants);
    for (let i = 0; i < 12; i++) assert.ok(all.some((text) => text.endsWith(`no${i}`)), `no${i}`);
    assert.ok(all.some((text) => text.endsWith('end')));
  });
  it('80 branches of one choice are cut at 64', () => {
    const cases = Array.from({ length: 80 }, (_, i) => `{% when "s${i}" %}text ${i}`).join('');
    assert.equal(texts(`{% case status %}${cases}{% endcase %}.`).length, mostVariants);
  });
});

describe('what the customer may see: templates that cannot be read', () => {
  const broken: readonly (readonly [template: string, path: string, line: number, says: RegExp])[] = [
    ['One.\n{% if a %}\nTwo.', 'late.reply.md', 2, /^“if” is opened here and never closed with “endif”\.$/],
    ['One.\n\n{% endif %}{% if a %}{% endif %}', 'late.reply.md', 3, /^“\{% endif %\}” closes nothing\.$/],
    ['One {% if a %}\n{% for b in c %}{% endif %}', 'late.reply.md', 2, /“for” is still open/],
    ['One.\nTwo {% if a %}{{ b {% endif %}', 'late.reply.md', 2, /is opened here and never closed/],
    ['<p>One</p>\n{{#if a}}<p>Two</p>', 'emails/late.hbs', 2, /cannot be read as Handlebars/],
    ['<p>One</p>\n{{#if a}}<p>Two</p>{{/each}}', 'emails/late.hbs', 2, /“if” is opened here and closed with “each”/],
  ];
  for (const [template, path, line, says] of broken) {
    it(`say so in one sentence: ${template.replace(/\n/g, ' ')}`, () => {
      const { errors, responses } = render(template, path);
      assert.equal(errors.length, 1);
      assert.match(errors[0]!.message, says);
      assert.equal(errors[0]!.line, line);
      assert.deepEqual(responses.flatMap(({ variants }) => variants), []);
    });
  }
  it('do not keep the other replies of the file from being seen', () => {
    const text = JSON.stringify([{ title: 'Broken', body: 'One {% if a %} two.' }, { title: 'Whole', body: '{% if a %}You failed to add the date.{% endif %} Three.' }], null, 1);
    const { errors, findings } = render(text, 'replies.json');
    assert.deepEqual(errors.map(({ line }) => line), [4]);
    assert.deepEqual(findings.map(({ ruleId, when }) => [ruleId, when]), [['blame-you-failed', 'a is set']]);
  });
});

describe('what is found in what the customer may see', () => {
  /** What is found in a plain text with the same words. */
  const blamed = createLinter().lint({ path: 'x.reply.txt', text: 'You failed to add the date.', named: true }).findings[0]!.text;
  const when = (text: string, path?: string): [string, string | null, boolean][] => render(text, path).findings.map((finding) => [text.slice(finding.start, finding.end), finding.when, finding.inCheck]);
  it('says under which condition it appears', () => assert.deepEqual(when('Hi there. {% if late %}You failed to add the date.{% endif %} Bye.'), [[blamed, 'late is set', true]]));
  it('also where branches stand in one another', () => {
    assert.deepEqual(when('Hi there. {% if late %}{% unless paid %}You failed to add the date.{% endunless %}{% else %}Fine.{% endif %}'), [[blamed, 'late is set and paid is not set', true]]);
  });
  it('says nothing of conditions where every customer sees it', () => assert.deepEqual(when('Hi there. You failed to add the date.{% if late %} Bye.{% endif %}'), [[blamed, null, true]]));
  it('is found where two pieces meet, and nobody else sees it', () => {
    const choice = '{% if late %}failed{% else %}have all you need{% endif %}';
    assert.deepEqual(when(`Hi there. You ${choice} to add the date.`), [[blamed.replace('failed', choice), 'late is set', false]]);
  });
  it('names each value whose absence shows it', () => {
    const { findings } = renderFile(createLinter({ 'min-level': 'hint' }), { path: 'late.reply.md', text: 'Dear {{first_name}} {{last_name}},\n\nyour parcel is here.', named: true });
    assert.ok(findings.some(({ ruleId, when: said }) => ruleId === 'render-empty-value' && said === 'first_name or last_name is empty'));
  });
  it('is no fault of a value', () => assert.deepEqual(when('Your order {{ order.id }} and {{ policy.url }} are here.'), []));
});
