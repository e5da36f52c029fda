import assert from 'node:assert/strict';
import { inlineLayer } from '../../../server/src/core/markup/index.ts';
import { check, checkOpaques } from './prose.ts';

describe('placeholders and gaps', () => {
  const values = [
    '{{ticket.id}}', '{{ a.b | fallback: "there" }}', "{{ contact.first_name || 'there' }}", '{{{Recipient.FirstName}}}', '{%customer.firstName,fallback=there%}',
    '{% ticket.id %}', '%{ticket.name.first}', '%{reply_to_name,fallback:there}', '#{ticket.customer.firstname}', '${Module.Field}', '{!Contact.FirstName}', ':user',
    '{!BLANKVALUE(Contact.FirstName, "Valued Customer")}', '{$ticket.title}', '<%= name %>', '<attribute key="user.name" default="there"/>', '[[name]]', '%1', '%s', '%(name)s',
    '%((template:name))%', '%clipboard%', '{name}', '{first_name}', '{first name}', '{0}', '{{1}}', '<?= $name ?>',
  ];
  for (const value of values) {
    it(`reads ${value} as one noun`, () => {
      check('text', `Thanks ${value} for writing.`, 'Thanks ◆ for writing.¶');
      checkOpaques('text', `Thanks ${value} for writing.`, `placeholder:${value}`);
    });
  }

  const gaps = [
    '[Customer Name]', '[X condition]', '[date]', '[canceled/will remain active until [DATE]]', '[please describe here in your own words what went wrong and why]', '<insert issue>',
    '<other-contributor>', '@<reporter>', '#<insert issue>', '#[ISSUE_NUMBER]', 'XXXX', '#XXXX', '$XX', '____', 'TBC', 'TODO', 'EMAILADDRESS', 'FIRSTNAME', 'ORDER_NUMBER', 'Lorem ipsum',
  ];
  for (const gap of gaps) {
    it(`reads ${gap} as a gap for a person`, () => checkOpaques('text', `about ${gap} now`, `fill-in:${gap}`));
  }

  for (const plain of ['[sic]', '[1]', '[x]', 'a:name', '50% of', '100%s', 'a < b > c', '@user', 'USA', 'REFUND', '#1', '{ }', '{{', '[unclosed', '{"a": 1}', 'TODAY']) {
    it(`leaves ${plain} as it stands`, () => check('text', `so ${plain} it is`, `so ${plain} it is¶`));
  }

  it('leaves tags that print nothing out of the prose', () => {
    check('text', 'It is {% if a %}very {% endif %}late{{! note }}, {{#if x}}sorry{{/if}}.', 'It is very late, sorry.¶');
    check('text', 'Hi{% comment %}for staff{% endcomment %}, {# L10n #}you', 'Hi, you¶');
  });

  it('keeps the words of two alternatives apart', () => {
    check('text', 'was {% if a %}late{% else %}lost{% endif %}, {{#b}}one{{/b}}{{^b}}two{{/b}}', 'was late lost, one two¶');
  });

  it('reads bare addresses as one noun, the punctuation after them excepted', () => {
    checkOpaques('text', 'See https://a.example/x_(y)?q={{id}}. Or mail help@a.example, or www.a.example!', 'link:https://a.example/x_(y)?q={{id}}', 'link:help@a.example', 'link:www.a.example');
  });

  it('never reads past the end of a paragraph for a closing mark', () => check('text', 'Oh {{ no\n\nyes }} and [so\n\non]', 'Oh {{ no¶yes }} and [so¶on]¶'));
});

describe('square brackets that no person fills', () => {
  const kindOf = (text: string): string | undefined => inlineLayer('text').toProse(text).opaques[0]?.kind;
  it('are a field of a program', () => assert.equal(kindOf('Hi [requester_first_name], hello.'), 'placeholder'));
  it('are a link', () => {
    assert.equal(kindOf('See [our page|https://a.example/b] now.'), 'link');
    assert.equal(kindOf('Write to [help@a.example] now.'), 'link');
    assert.equal(kindOf('See [help/on-topic] now.'), 'link');
  });
  it('are a gap where they hold words', () => assert.equal(kindOf('Hi [first name], hello.'), 'fill-in'));
});
