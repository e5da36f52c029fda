import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createLinter } from '../../../server/src/core/index.ts';
import type { RuleSource } from '../../../server/src/core/rules/rule.ts';
import { type RenderedFinding, renderFile } from '../../../server/src/render/index.ts';

const rule = parse(readFileSync('server/rules/en/render-empty-value.yaml', 'utf8')) as RuleSource;

/** The words that stand around a missing value, as the customer reads them. */
function holes(text: string, platform?: string, path = 'late.reply.md'): string[] {
  return found(text, platform, path).map((finding) => finding.text);
}

function found(text: string, platform?: string, path = 'late.reply.md'): RenderedFinding[] {
  const linter = createLinter({ 'min-level': 'hint', ...(platform !== undefined && { replies: [{ platform }] }) });
  return renderFile(linter, { path, text, named: true }).findings.filter(({ ruleId }) => ruleId === rule.id);
}

describe(rule.id, () => {
  for (const { bad, good, platform } of rule.examples) {
    it(`is seen in “${bad.replace(/\s+/g, ' ')}”`, () => assert.equal(holes(bad, platform).length, 1));
    it(`and no more in “${good.replace(/\s+/g, ' ')}”`, () => assert.deepEqual(holes(good, platform), []));
  }
  for (const allowed of rule.allows) {
    const { text, platform } = typeof allowed === 'string' ? { text: allowed, platform: undefined } : allowed;
    it(`is silent on “${text}”`, () => assert.deepEqual(holes(text, platform), []));
  }

  const cases: readonly (readonly [text: string, ...holes: string[]])[] = [
    ['Hi {{first_name}},\n\nyour parcel is here.', 'Hi ,'],
    ['Dear {{first_name}} {{last_name}},\n\nyour parcel is here.', 'Dear  Rivera'],
    ['{{first_name}}, your parcel is here.', ','],
    ['Your order {{order_name}} is on its way.', 'order  is'],
    ['Here is your order {{order_name}}.', 'order .'],
    ['Your lamp ({{colour}}) is here.', '()'],
    ['We call it "{{nickname}}" here.', '""'],
    ['It waits for you at {{street}}', 'at '],
    ['Street: {{street}}\n\nPlease come by.', 'Street: '],
    ['What we send:\n\n- one lamp\n- {{extra}}\n\nSee you soon.', '- '],
    ['Kind regards,\n{{agent_name}}'],
    ['Kind regards,\n\n{{signature}}'],
    ['See {{tracking_url}} for more.'],
    ['Hello {{first_name}}\n\nYour parcel is here.'],
    ['{% if first_name %}Hi {{first_name}},{% else %}Hi there,{% endif %} your parcel is here.'],
    ['{% if colour %}It is {{colour}}.{% endif %} Your parcel is here.'],
    ['{% if vip %}Hi {{first_name}},{% else %}Hi there,{% endif %} your parcel is here.', 'Hi ,'],
    ['{% unless street == blank %}It waits at {{street}}.{% endunless %} See you soon.'],
  ];
  for (const [text, ...expected] of cases) {
    it(`${expected.length === 0 ? 'no hole' : expected.map((hole) => `“${hole}”`).join(', ')} in “${text.replace(/\s+/g, ' ')}”`, () => assert.deepEqual(holes(text), expected));
  }

  it('is seen in the entry of a list in HTML', () => assert.deepEqual(holes('<p>What we send:</p><ul><li>{{extra}}</li></ul>', undefined, 'emails/late.liquid'), ['<li></li>']));
  it('knows the sign that Zammad prints', () => assert.deepEqual(holes('Hi #{ticket.customer.firstname},\n\nyour parcel is here.', 'zammad'), ['Hi -,']));

  const levels: readonly (readonly [level: string, text: string, platform?: string | undefined, path?: string])[] = [
    ['warning', 'Hi {{ticket.requester.first_name}},\n\nyour parcel is here.', 'zendesk'],
    ['info', 'Hi {{first_name}},\n\nyour parcel is here.'],
    ['info', 'Your order {{order_name}} is on its way.'],
    ['info', 'We call you on {{ticket.requester.phone}}.', 'zendesk'],
    ['hint', 'Your lamp is {{colour}}.'],
    ['info', '{% if colour %}We know your colour.{% endif %} Your lamp is {{colour}}.'],
    ['hint', 'Our {{YEARS_OF_WORK}} years taught us this.'],
    ['hint', 'Your order {{order_name}} is on its way.', undefined, 'emails/late.txt.j2'],
    ['info', 'Hi {{first_name}},\n\nyour parcel is here.', undefined, 'emails/late.txt.j2'],
  ];
  for (const [level, text, platform, path] of levels) {
    it(`is a ${level} in “${text.replace(/\s+/g, ' ')}”${platform ? ` on ${platform}` : ''}${path ? ' in a program’s own template' : ''}`, () => assert.deepEqual(found(text, platform, path).map((finding) => finding.level), [level]));
  }
});
