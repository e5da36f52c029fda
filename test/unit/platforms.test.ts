import assert from 'node:assert/strict';
import { parseConfig } from '../../server/src/core/config/parse.ts';
import { placeholderFix } from '../../server/src/core/fixes/placeholder-fix.ts';
import { applyEdits, createLinter, type Config } from '../../server/src/core/index.ts';
import { inlineLayer } from '../../server/src/core/markup/index.ts';
import { forPlatform } from '../../server/src/core/platforms/layer.ts';
import { partsOf } from '../../server/src/core/platforms/parts.ts';
import { platformOf, platforms } from '../../server/src/core/platforms/shipped.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { verbatimField } from '../../server/src/core/readers/prose/verbatim-field.ts';
import { readField } from '../../server/src/core/replies/read-reply.ts';

/** What is found of placeholders and notes, as `rule (level) words`. */
function found(path: string, text: string, config: Config = {}): string[] {
  return createLinter({ 'min-level': 'hint', ...config }).lint({ path, text, named: true }).findings
    .filter(({ category }) => category === 'placeholder').map((finding) => `${finding.ruleId} (${finding.level}) ${finding.text}`);
}

const macro = (...values: string[]): string => JSON.stringify({ macros: values.map((value, id) => ({ id, title: `Macro ${id}`, actions: [{ field: 'comment_value', value }] })) });
const records = (...bodies: string[]): string => JSON.stringify(bodies.map((body, id) => ({ id, title: `Reply ${id}`, body })));

describe('the platform of a reply', () => {
  const slip = 'Your number is {%conversation.Number%}.';

  it('is told by the format of its file', () => {
    assert.deepEqual(found('macros.json', macro('Your number is {{Ticket.id}}.')), ['placeholder-malformed (error) {{Ticket.id}}']);
  });

  it('is told by the front matter', () => {
    assert.deepEqual(found('late.reply.md', `---\nplatform: help-scout\n---\n${slip}`), ['placeholder-malformed (error) {%conversation.Number%}']);
    assert.deepEqual(found('late.reply.md', slip), []);
  });

  it('is told by the config, for replies and for files', () => {
    assert.deepEqual(found('mail/late.reply.md', slip, { replies: [{ path: 'mail/**', platform: 'help-scout' }] }), ['placeholder-malformed (error) {%conversation.Number%}']);
    assert.deepEqual(found('mail/late.reply.md', slip, { formats: [{ files: 'mail/**', platform: 'help-scout' }] }), ['placeholder-malformed (error) {%conversation.Number%}']);
    assert.deepEqual(found('other/late.reply.md', slip, { formats: [{ files: 'mail/**', platform: 'help-scout' }] }), []);
  });

  it('is what two replies of the library speak, and no other', () => {
    const two = ['Your ticket is {{conversation.ticket_id}}.', 'We wrote to {{recipient.email}} today.'];
    assert.deepEqual(found('replies.json', records(...two, 'Yours, {{user.frist_name}}')), ['placeholder-unknown (warning) {{user.frist_name}}']);
    assert.deepEqual(found('replies.json', records(two[0]!, 'Yours, {{user.frist_name}}')), []);
    // Names of a house's own beside one that a platform has too say nothing.
    assert.deepEqual(found('replies.json', records('{{ticket.title}}: see {{queue.title}}.', '{{ticket.title}}: see {{queue.slug}}.', 'We wrote to {{ticket.requestor.email}}.')), []);
  });

  it('is one that we know: a config with another is told so', () => {
    assert.match(parseConfig('replies:\n  - platform: zendesc\n', '.replylint.yaml').problems[0]!.message, /There is no platform "zendesc"\. Did you mean "zendesk"\?/);
    assert.match(parseConfig('formats:\n  - files: a.json\n    platform: nope-at-all\n', '.replylint.yaml').problems[0]!.message, /There is no platform "nope-at-all"/);
    assert.deepEqual(parseConfig('formats:\n  - files: a.json\n    platform: zendesk\n', '.replylint.yaml').problems, []);
  });
});

describe('a session', () => {
  it('follows when a reply brings the library its platform, and takes it away', () => {
    const text = records('Your ticket is {{conversation.ticket_id}}.', 'We wrote to {{recipient.email}} today.', 'Yours, {{user.frist_name}}');
    const linter = createLinter();
    const session = linter.open({ path: 'replies.json', text });
    assert.equal(session.result().findings.length, 1);
    const at = text.indexOf('recipient.email');
    for (const newText of ['someone.email', 'recipient.email', 'recipient.name']) {
      const end = session.text().indexOf('}}', at);
      session.edit([{ start: at, end, newText }]);
      assert.deepEqual(JSON.parse(JSON.stringify(session.result())), JSON.parse(JSON.stringify(linter.lint({ path: 'replies.json', text: session.text() }))));
      assert.equal(session.result().findings.length, newText.startsWith('recipient') ? 1 : 0);
    }
  });
});

describe('what is ambiguous', () => {
  const kinds = (platform: string | null, text: string): string[] => forPlatform(inlineLayer('text'), platformOf(platform)).toProse(text).opaques.map(({ kind, text: written }) => `${kind} ${written}`);

  it('is decided by the platform: a value or a tag', () => {
    assert.deepEqual(kinds('help-scout', 'In {%form%} of 3.'), ['placeholder {%form%}']);
    assert.deepEqual(kinds('zendesk', 'In {%form%} of 3.'), []);
  });

  it('is decided by the platform: a value or a gap', () => {
    assert.deepEqual(kinds('espanso', 'Hi [[name]] and {city}.'), ['placeholder [[name]]', 'placeholder {city}']);
    assert.deepEqual(kinds('zendesk', 'Hi [[name]] and {city}.'), ['fill-in [[name]]', 'fill-in {city}']);
    assert.deepEqual(kinds('zendesk', 'Put {version} there, {customerName}.'), ['placeholder {version}', 'fill-in {customerName}']);
    assert.deepEqual(kinds(null, 'Hi [[name]] and {city}.'), ['placeholder [[name]]', 'placeholder {city}']);
  });
});

describe('a gap in a rewrite', () => {
  it('takes the form that the platform fills', () => {
    const text = "I can't do that.";
    const written = (platform?: string): string => {
      const { findings } = createLinter({ ...(platform !== undefined && { replies: [{ platform }] }) }).lint({ path: 'x.reply.txt', text, named: true });
      return applyEdits(text, findings[0]!.fixes[0]!.edits);
    };
    assert.equal(written(), "Here's what I can do for you: [option].");
    assert.equal(written('zendesk'), "Here's what I can do for you: [option].");
    assert.equal(written('textexpander'), "Here's what I can do for you: %filltext:name=option%.");
    assert.equal(forPlatform(inlineLayer('text'), platformOf('textexpander')).toProse(written('textexpander')).opaques.length, 1);
  });
});

describe('the gate for fixes of placeholders', () => {
  const text = 'Hi {{name}}, your parcel is here.';
  const ground = readField(verbatimField(text, { role: 'body', audience: 'customer', markup: 'text', start: 0, end: text.length }), new Vocabulary(), null);
  const at = ground.prose.opaques[0]!;
  const fix = (newText: string, end = at.end): string | null => {
    const made = placeholderFix(ground, { title: 't', edits: [{ start: at.start, end, newText }] });
    return made && applyEdits(text, made.edits);
  };

  it('lets another placeholder, or a greeting without one, through', () => {
    assert.equal(fix('{{first_name}}'), 'Hi {{first_name}}, your parcel is here.');
    assert.equal(fix("{{ name || 'there' }}"), "Hi {{ name || 'there' }}, your parcel is here.");
    assert.equal(fix('there'), 'Hi there, your parcel is here.');
  });

  it('lets nothing else through', () => {
    assert.equal(fix('dear idiot'), null);
    assert.equal(fix('{{name}'), null);
    assert.equal(fix('{{name', at.end), null);
    assert.equal(fix('{{name}} and your refund'), null);
  });
});

describe('a placeholder taken apart', () => {
  const cases: readonly [string, string, string | null][] = [
    ['{{ticket.id}}', 'ticket.id', null],
    ['{{ user.name|fallback:"there" }}', 'user.name', 'there'],
    ["{{ contact.first_name || 'there' }}", 'contact.first_name', 'there'],
    ["{{ name | default: 'there' }}", 'name', 'there'],
    ["{{ name|default('there') }}", 'name', 'there'],
    ['{%customer.firstName,fallback=%}', 'customer.firstName', ''],
    ['{%customer.firstName,fallback=there%}', 'customer.firstName', 'there'],
    ['%{reply_to_name,fallback:there}', 'reply_to_name', 'there'],
    ['{!BLANKVALUE(Contact.FirstName, "Valued Customer")}', 'Contact.FirstName', 'Valued Customer'],
    ['<attribute key="user.name" default="there"/>', 'user.name', 'there'],
    ["{{ personalization_token('contact.firstname','there') }}", 'contact.firstname', 'there'],
    ['{{ticket.created|datetime_format("MMM Do YY")}}', 'ticket.created', null],
    ['{{orders[0].name}}', 'orders[0].name', null],
    ['#{ticket.customer.firstname}', 'ticket.customer.firstname', null],
    ['{{"words"}}', '', null],
  ];
  for (const [text, name, fallback] of cases) it(text, () => assert.deepEqual([partsOf(text)?.name, partsOf(text)?.fallback], [name, fallback]));

  it('is what each platform writes', () => {
    for (const { id, write, fallback, variables } of platforms().values()) {
      const name = variables[0]?.name ?? 'customer.name';
      if (id !== 'textexpander') assert.equal(partsOf(write.replace('NAME', name))?.name, name, id);
      if (fallback === 'none' || /\{[%#]/.test(fallback) && fallback.includes('else')) continue;
      assert.deepEqual([partsOf(fallback.replace('NAME', name).replace('TEXT', 'there'))?.name, partsOf(fallback.replace('NAME', name).replace('TEXT', 'there'))?.fallback], [name, 'there'], id);
    }
  });
});

describe('notes for colleagues', () => {
  const leaks = [
    'Note to agent: check the order first.', 'NOTE TO AGENTS: check the order first.', 'Agent note: call first.', 'Internal use only.', 'INTERNAL ONLY', 'For internal use only: check twice.',
    'Delete this line before sending.', 'Delete this paragraph if not applicable.', 'Please remove this section before you send the reply.', 'Edit before sending.', 'Delete as appropriate.',
    'Choose one and delete the others.', 'Do not send this part to the customer.', '---8<--- your parcel', 'Your parcel is here. -------- >8 --------',
  ];
  for (const text of leaks) it(text, () => assert.deepEqual(found('x.reply.txt', text).map((line) => line.split(' ')[0]), ['instruction-leak']));
});
