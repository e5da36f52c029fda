import assert from 'node:assert/strict';
import { customerTexts, formatOf, only, readFile, shown } from './reading.ts';

const macro = {
  id: 41, title: 'Refund::Late', description: 'Use after day 30',
  actions: [
    { field: 'status', value: 'pending' },
    { field: 'comment_value', value: ['channel:all', 'Hello there'] },
  ],
};

describe('Zendesk macros', () => {
  for (const [wrapper, data] of Object.entries({ 'a list': { macros: [macro], count: 1 }, 'one alone': { macro }, 'a bare list': [macro], 'a bare record': macro })) {
    it(`are found in ${wrapper}`, () => {
      assert.deepEqual(shown('export.json', JSON.stringify(data)), ['41 "Refund::Late" label body text: Refund::Late | internal body text: Use after day 30 | customer body text: Hello there']);
      assert.equal(formatOf('export.json', JSON.stringify(data, null, 1)), 'zendesk-macros');
    });
  }
  for (const no of [false, 'false']) {
    it(`are internal where the comment is not public (${JSON.stringify(no)})`, () => {
      const data = { ...macro, actions: [...macro.actions, { field: 'comment_mode_is_public', value: no }] };
      assert.deepEqual(customerTexts(readFile('export.json', JSON.stringify([data]))), ['']);
    });
  }
  it('are read from the HTML where there is plain text as well', () => {
    const data = { ...macro, actions: [...macro.actions, { field: 'comment_value_html', value: '<p>Hello there</p>' }, { field: 'subject', value: 'Your order' }] };
    const { reply } = only(readFile('export.json', JSON.stringify([data]))!.items);
    assert.deepEqual(reply.fields.slice(2).map((field) => `${field.role} ${field.markup}`), ['twin text', 'body html', 'subject text']);
  });
  it('without a text are no reply', () => {
    assert.equal(shown('export.json', JSON.stringify({ macros: [macro, { id: 2, title: 'Close', actions: [{ field: 'status', value: 'closed' }] }] })).length, 1);
  });
  it('are read from YAML', () => {
    const text = 'macros:\n  - id: 7\n    title: Late\n    actions:\n      - field: comment_value\n        value:\n          - channel:chat\n          - >-\n            We are\n            on it.\n';
    assert.deepEqual(shown('export.yaml', text), ['7 "Late" label body text: Late | customer chat text: We are on it.']);
  });
});

describe('the records of other helpdesks', () => {
  const check = (name: string, path: string, data: unknown, expected: readonly string[]): void => {
    it(name, () => assert.deepEqual(shown(path, typeof data === 'string' ? data : JSON.stringify(data)), expected));
  };
  check('Chatwoot', 'export.json', [{ id: 3, short_code: 'late', content: 'We are *on it*.' }], ['3 "late" label body text: late | customer body markdown: We are *on it*.']);
  check('replies.yml', '.github/replies.yml', 'replies:\n  - name: Dupe\n    body: |\n      Thanks!\n', ['- "Dupe" label body text: Dupe | customer body markdown: Thanks!\n']);
  check('osTicket', 'premade.yaml', '- isenabled: 1\n  title: Late\n  response: |\n    Hi %{ticket.name},<br>\n  notes: |\n    ours\n', ['- "Late" label body text: Late | customer body html: Hi %{ticket.name},<br>\n | internal body seen: ours\n'.replace('seen', 'text')]);
  check('messages of a bug tracker', 'messages.yml', 'messages:\n  dupe:\n    - project: mc\n      name: Duplicate\n      message: |-\n        *Thank you*\n    - project: web\n      name: Duplicate\n      message: Thanks.\n', [
    'dupe "Duplicate" label body text: Duplicate | customer body jira: *Thank you*', 'dupe "Duplicate" label body text: Duplicate | customer body jira: Thanks.',
  ]);
  check('Freshdesk', 'export.json', [{ id: 8, title: 'Got it', content: 'Thanks', content_html: '<div>Thanks</div>' }], ['8 "Got it" label body text: Got it | customer twin text: Thanks | customer body html: <div>Thanks</div>']);
  check('a Django fixture', 'mail.json', [{ model: 'x.template', pk: 5, fields: { template_name: 'closed', subject: 'Closed', html: '<p>Done</p>', plain_text: 'Done', locale: 'pt_br' } }], [
    '5 "closed" customer subject text: Closed | customer body html: <p>Done</p> | customer twin text: Done',
  ]);
  check('a stale bot', '.github/stale.yml', 'daysUntilStale: 60\nmarkComment: >\n  Is this still\n  an issue?\ncloseComment: false\n', ['markComment "markComment" customer body markdown: Is this still an issue?\n']);
  check('a label commenter', '.github/label-commenter-config.yml', 'labels:\n  - name: invalid\n    labeled:\n      issue:\n        body: This does not look right to us.\n        action: close\n      pr:\n        body: Please open it against main.\n', [
    'invalid "invalid" customer body markdown: This does not look right to us.', 'invalid / pr "invalid / pr" customer body markdown: Please open it against main.',
  ]);
  check('label actions', '.github/label-actions.yml', 'heated:\n  comment: We have locked this for now.\n  lock: true\n', ['heated "heated" customer body markdown: We have locked this for now.']);
  check('strings that are mailed', 'locales/en-GB/email.json', { closing: 'Thanks!', 'reset.subject': 'Your password', 'reset.text1': 'You asked us for a new password today.', 'ban.text': 'You <b>were</b> banned for a week.' }, [
    'reset "reset" customer subject text: Your password | customer body text: You asked us for a new password today.', 'ban "ban" customer body html: You <b>were</b> banned for a week.',
  ]);
  it('declare the language and the channel that they name', () => {
    assert.equal(only(readFile('locales/en-GB/email.json', '{"a.b": "You asked us for a new password today."}')!.items).reply.declared.locale, 'en-GB');
    assert.deepEqual(only(readFile('export.json', '[{"title": "Hi", "body": "How can we help?", "language": "pt_br", "channel": "Chat"}]')!.items).reply.declared, { channel: 'chat', locale: 'pt-BR' });
  });
});

describe('generic records', () => {
  const texts = (path: string, data: unknown): string[] => customerTexts(readFile(path, JSON.stringify(data)));
  it('are lists of objects with a text and a name', () => {
    assert.deepEqual(texts('data.json', [{ title: 'Hi', body: 'How can we help?' }]), ['How can we help?']);
  });
  it('are maps of such lists, however deep', () => {
    assert.deepEqual(texts('data.json', { version: 2, categories: [{ label: 'Billing', macros: [{ name: 'Hi', body: 'How can we help?' }, { name: 'Bye', body: 'Bye.' }] }] }), ['How can we help?', 'Bye.']);
  });
  it('take a keyword for a name where the file is called after replies', () => {
    const data = [{ keyword: 'hi', body: 'How can we help?' }];
    assert.deepEqual(texts('macros.json', data), ['How can we help?']);
    assert.deepEqual(texts('data.json', data), []);
  });
  it('are maps from a key to an object with a text, where something says that these are replies', () => {
    const data = { quotes: { faq: { reply: 'Please see **our answers** first.' } } };
    assert.deepEqual(shown('bot.json', JSON.stringify(data)), ['faq "faq" customer body markdown: Please see **our answers** first.']);
    assert.deepEqual(texts('bot.json', { settings: data.quotes }), []);
  });
  it('are maps from a key to a text, where the file is called after replies', () => {
    const data = { late: 'We are on it now.', lost: 'We will send a new one.' };
    assert.deepEqual(shown('response_templates.json', JSON.stringify(data)).length, 2);
    assert.deepEqual(texts('settings.json', data), []);
  });
  it('are internal where a record says so', () => {
    assert.deepEqual(texts('macros.json', [{ name: 'Note', body: 'He is angry again.', public: false }]), ['']);
  });
  it('give way to HTML that says the same', () => {
    assert.deepEqual(shown('macros.json', '[{"name": "Hi", "body": "How are you?", "body_html": "<p>How are you?</p>"}]'), ['- "Hi" label body text: Hi | customer twin text: How are you? | customer body html: <p>How are you?</p>']);
  });
});
