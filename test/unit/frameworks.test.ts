import assert from 'node:assert/strict';
import { applyEdits, type Config, createLinter, type StepState } from '../../server/src/core/index.ts';
import { snippetsForStep } from '../../server/src/core/snippets/shipped.ts';

type States = Readonly<Record<string, StepState>>;

/** The steps of a reply by a framework. What shows a step may be marked: «…». */
function check(marked: string, framework: string, expected: States, { kind = 'full', path = 'a.reply.md', config = {} }: { kind?: string; path?: string; config?: Config } = {}): void {
  const text = `---\nkind: ${kind}\n---\n${marked.replace(/[«»]/g, '')}\n`;
  const session = createLinter(config).open({ path, text, named: true });
  const { checklist } = session.checklists(framework)[0]!;
  assert.ok(checklist, 'the reply has a checklist');
  const states = Object.fromEntries(checklist.steps.map(({ id, state }) => [id, state]));
  for (const [step, state] of Object.entries(expected)) assert.equal(states[step], state, `${step} in ${JSON.stringify(states)}`);
  assert.equal(checklist.met, Object.values(states).filter((state) => state === 'met').length);
  assert.equal(checklist.of, Object.values(states).filter((state) => state !== 'not-needed').length);
  const marks = [...marked.matchAll(/«([^»]*)»/g)].map((match) => match[1]!);
  const evidence = checklist.steps.flatMap((step) => step.evidence.map(({ start, end }) => text.slice(start, end)));
  for (const mark of marks) assert.ok(evidence.some((words) => words === mark), `"${mark}" is among ${JSON.stringify(evidence)}`);
}

describe('frameworks', () => {
  it('sees what the training material shows', () => {
    const reply = "I understand this is really frustrating for you, Kevin. I'm sorry for the inconvenience. Let's find a solution that works for you.";
    check(reply, 'leaps', { empathise: 'met' });
    check(reply, 'five-step-appeal', { offer: 'met' });
  });

  it('finds each LEAPS step where it stands', () => {
    check(`Hi Sam,

«Thanks for reporting» the leak in the hall. A wet carpet on moving day «is stressful».

Could you tell me which wall it came from? If I've got this right, you called twice and nobody came.

I've booked a plumber for Friday.

Best, Ana`, 'leaps', { listen: 'met', empathise: 'met', ask: 'met', paraphrase: 'met', summarise: 'met' });
  });

  it('asks only for what a reply needs', () => {
    check('Hello,\n\nYour receipt for order 7 is below. You will get the lamp on Monday.\n\nThanks,\nAna', 'leaps', { listen: 'met', empathise: 'not-needed', ask: 'not-needed', paraphrase: 'not-needed', summarise: 'met' });
  });

  it('counts the opening from the salutation, also under a headline', () => {
    check('Order update\n\nHi Sam,\n\nThere is news.\n\n«Your order» leaves on Monday.\n\nBest,\nAna', 'leaps', { listen: 'met' });
  });

  it('hears no complaint in what may never happen', () => {
    check('Hi Sam,\n\nYour order leaves on Monday. If the parcel arrives damaged, send us a photo.\n\nBest,\nAna', 'leaps', { empathise: 'not-needed', paraphrase: 'not-needed' });
    check('Hi Sam,\n\nYour order leaves on Monday. The parcel was damaged.\n\nBest,\nAna', 'leaps', { empathise: 'missing', paraphrase: 'missing' });
  });

  it('takes a counterfeit for one only where its step belongs', () => {
    check('Hi Sam,\n\nThe office is shut today. The doors open on Friday. We will be there at eight. Do not hesitate to contact us.\n\nBest,\nAna', 'leaps', { listen: 'missing' });
    check('Hi Sam,\n\nWe hope this message finds you well. The doors open on Friday. We will be there at eight.\n\nBest,\nAna', 'leaps', { listen: 'weak' });
  });

  it('expects no echo where nobody wrote first', () => {
    check('Hello,\n\nThe office is shut on Monday. You will find us there on Tuesday.\n\nBest,\nAna', 'leaps', { listen: 'not-needed' }, { kind: 'full\npurpose: notice' });
    check('Hello,\n\nThis is an automatic answer. We have everything and will answer within two days.\n\nBest,\nAna', 'leaps', { listen: 'not-needed', summarise: 'met' }, { kind: 'auto-reply' });
  });

  it('takes an erased or hollow empathy for a beginning at most', () => {
    check("Hi Sam,\n\nI'm sorry that the lamp broke, but you should have read the manual. We will close this now.\n\nBest,\nAna", 'leaps', { empathise: 'weak' });
    check('Hi Sam,\n\nUnfortunately the lamp is late. We understand your frustration. It will leave on Monday.\n\nBest,\nAna', 'leaps', { empathise: 'weak' });
  });

  it('counts a variable that carries the issue as half an echo, and two halves as a whole', () => {
    check('Hello,\n\nHere is the news on {{ticket.subject}}. We will write on Monday.\n\nThe shop team\nBest regards', 'leaps', { listen: 'weak' });
    check('Hello,\n\nThank you. Here is the news on {{ticket.subject}}. We will write on Monday.\n\nThe shop team\nBest regards', 'leaps', { listen: 'met' });
  });

  it('judges the letter where a reply also has words for a chat, however long those are', () => {
    const html = '<p>Hi Sam,</p><p>Unfortunately your parcel is late.</p><p>Best,<br>Ana</p>';
    const session = createLinter().open({ path: 'a.json', text: JSON.stringify([{ id: 1, name: 'Late', text: html, chatText: `Sorry, your parcel is late. ${'It is in Leeds. '.repeat(9)}` }]), named: true });
    const [response] = session.checklists();
    assert.deepEqual([response!.kind, response!.checklist!.steps[0]!.state], ['full', 'met']);
  });

  it('judges full replies only', () => {
    const session = createLinter().open({ path: 'a.reply.md', text: 'The lamp leaves on Monday.\n', named: true });
    assert.equal(session.checklists()[0]!.checklist, null);
    assert.equal(session.result().responses[0]!.checklist, null);
  });

  it('says it short in the result, and suggests one thing at most', () => {
    const session = createLinter().open({ path: 'a.reply.md', text: '---\nkind: full\n---\nHello,\n\nUnfortunately the lamp is late.\n\nBest,\nAna\n', named: true });
    const { checklist } = session.checklists()[0]!;
    assert.deepEqual(session.result().responses[0]!.checklist, { framework: 'leaps', met: checklist!.met, of: checklist!.of });
    assert.equal(typeof checklist!.could, 'string');
  });

  it('is held against the message that the reply answers', () => {
    const front = 'kind: full\nin-reply-to: I have written twice now. Who pays the £25 that the insurer charged me? My flight leaves on Friday.\n';
    const incomingOf = (reply: string) => createLinter().open({ path: 'a.reply.md', text: `---\n${front}---\n${reply}\n`, named: true }).checklists()[0]!.checklist!;
    const past = incomingOf('Hi Sam,\n\nThank you for telling us. We have closed the case.\n\nBest wishes,\nAna');
    assert.deepEqual(past.incoming!.warnings.map(({ id }) => id), ['repeat-contact', 'deadline']);
    assert.deepEqual(past.incoming!.questions, [{ text: 'Who pays the £25 that the insurer charged me?', answered: false }]);
    assert.deepEqual(past.steps.filter(({ id }) => id === 'listen' || id === 'paraphrase').map(({ state }) => state), ['weak', 'missing']);
    assert.match(past.steps.find(({ id }) => id === 'paraphrase')!.why, /^This question is still open: “Who pays the £25/);
    const heard = incomingOf('Hi Sam,\n\nThank you for telling us about the £25 from your insurer. You wrote that it came from our mistake: we refund it today.\n\nBest wishes,\nAna');
    assert.deepEqual(heard.steps.filter(({ id }) => id === 'listen' || id === 'paraphrase').map(({ state }) => state), ['met', 'met']);
  });

  it('follows an edit', () => {
    const text = '---\nkind: full\n---\nHello,\n\nUnfortunately the lamp is late.\n\nBest,\nAna\n';
    const session = createLinter().open({ path: 'a.reply.md', text, named: true });
    const at = text.indexOf('\n\nBest');
    const edit = { start: at, end: at, newText: " I've sent a new one today." };
    session.edit([edit]);
    const now = session.checklists()[0]!.checklist!;
    assert.equal(now.steps.find(({ id }) => id === 'summarise')!.state, 'met');
    assert.deepEqual(session.checklists(), createLinter().open({ path: 'a.reply.md', text: applyEdits(text, [edit]), named: true }).checklists());
  });

  it('takes a framework of the house, and changes to one that ships', () => {
    const config: Config = {
      frameworks: [
        { id: 'house', title: 'House steps', steps: [{ id: 'greet', title: 'Greet', what: 'It greets by name.', could: 'greet by name', shown: [{ match: '^ dear <placeholder>' }] }] },
        { id: 'leaps', steps: [{ id: 'ask', shown: [{ match: 'pray tell' }] }] },
      ],
    };
    check('«Dear {{name}}», pray tell which lamp it is. I will look.', 'house', { greet: 'met' }, { config });
    check('Dear {{name}}, «pray tell» which lamp it is. I will look.', 'leaps', { ask: 'met' }, { config });
  });

  it('names a framework that does not exist', () => {
    assert.throws(() => createLinter().open({ path: 'a.reply.md', text: '---\nkind: full\n---\nHello.\n', named: true }).checklists('leap'), RangeError);
  });
});

/** Words for a step put into a file: `before` has its place marked with ‹›, `words` go there as a paragraph. */
function checkInsert(path: string, marked: string, step: string, words: string, expected: string): void {
  const session = createLinter().open({ path, text: marked, named: true });
  const [response] = session.checklists();
  const edits = session.insertForStep(response!.id, step, words);
  assert.ok(edits && !('refused' in edits), JSON.stringify(edits));
  assert.equal(applyEdits(marked, edits), expected);
}

describe('words for a missing step', () => {
  const words = "I can see how stressful this is.";

  it('stand in a YAML block after the salutation, with its indentation', () => {
    checkInsert(
      '.github/replies.yml',
      'replies:\n  - name: Late\n    body: |\n      Hi Sam,\n\n      Unfortunately the lamp is late.\n\n      Best regards\n      Ana\n  - name: Other\n    body: Hello.\n',
      'listen', words,
      'replies:\n  - name: Late\n    body: |\n      Hi Sam,\n\n      I can see how stressful this is.\n\n      Unfortunately the lamp is late.\n\n      Best regards\n      Ana\n  - name: Other\n    body: Hello.\n',
    );
  });

  it('stand in a JSON string, escaped', () => {
    checkInsert(
      'a.json',
      '[{ "short_code": "late", "content": "Hi Sam,\\n\\nUnfortunately the lamp is late.\\n\\nBest regards\\nAna" }]',
      'summarise', 'I will write "on Monday".',
      '[{ "short_code": "late", "content": "Hi Sam,\\n\\nUnfortunately the lamp is late.\\n\\nI will write \\"on Monday\\".\\n\\nBest regards\\nAna" }]',
    );
  });

  it('stand in a paragraph of their own in HTML', () => {
    checkInsert(
      'a.json',
      JSON.stringify([{ title: 'Late', folder_id: 1, content_html: '<p>Hi Sam,</p><p>Unfortunately the lamp is late.</p><p>Best regards<br>Ana</p>' }]),
      'summarise', 'Tea & cake on Monday.',
      JSON.stringify([{ title: 'Late', folder_id: 1, content_html: '<p>Hi Sam,</p><p>Unfortunately the lamp is late.</p><p>Tea &amp; cake on Monday.</p><p>Best regards<br>Ana</p>' }]),
    );
  });

  it('stand before a sign-off on the next line, parted as the reply parts its lines', () => {
    checkInsert('a.reply.txt', 'Hi Sam,\nUnfortunately the lamp is late.\nBest regards,\nAna\n', 'summarise', words, `Hi Sam,\nUnfortunately the lamp is late.\n${words}\nBest regards,\nAna\n`);
    checkInsert('a.reply.txt', 'Hi Sam,\n\nUnfortunately the lamp is late.\nBest regards,\nAna\n', 'summarise', words, `Hi Sam,\n\nUnfortunately the lamp is late.\n\n${words}\n\nBest regards,\nAna\n`);
    checkInsert('a.html', '<p>Hi Sam,</p><p>Unfortunately the lamp is late. Best regards, Ana</p>', 'summarise', words, `<p>Hi Sam,</p><p>Unfortunately the lamp is late. ${words} Best regards, Ana</p>`);
  });

  it('stand in a folded YAML block with the line ends that it has', () => {
    checkInsert(
      'a.yml',
      'replies:\n  - title: Late\n    body: >\n      Hi Sam,\n\n      Unfortunately the lamp\n      is late.\n\n      Best regards,\n\n      Ana\n  - title: Next\n    body: Ok.\n',
      'summarise', words,
      `replies:\n  - title: Late\n    body: >\n      Hi Sam,\n\n      Unfortunately the lamp\n      is late.\n\n      ${words}\n\n      Best regards,\n\n      Ana\n  - title: Next\n    body: Ok.\n`,
    );
  });

  it('keep to the line ends of a file', () => {
    checkInsert('a.reply.md', 'Hi Sam,\r\n\r\nUnfortunately the lamp is late.\r\n\r\nBest regards,\r\nAna\r\n', 'summarise', words, `Hi Sam,\r\n\r\nUnfortunately the lamp is late.\r\n\r\n${words}\r\n\r\nBest regards,\r\nAna\r\n`);
  });

  it('stand after a whole list, and inside a cell of a table', () => {
    checkInsert(
      'a.html', '<p>Hi Sam,</p><p>Unfortunately the lamp is late:</p><ul><li>Rain.<ul><li>Wet.</li></ul></li><li>Snow.</li></ul><p>Best regards,<br>Ana</p>',
      'summarise', words,
      `<p>Hi Sam,</p><p>Unfortunately the lamp is late:</p><ul><li>Rain.<ul><li>Wet.</li></ul></li><li>Snow.</li></ul><p>${words}</p><p>Best regards,<br>Ana</p>`,
    );
    const told = `Unfortunately the lamp is late${', and late'.repeat(30)}.`;
    checkInsert('a.html', `<table><tr><td>Hi Sam,<br />${told}</td></tr></table>`, 'summarise', words, `<table><tr><td>Hi Sam,<br />${told}<br /><br />${words}</td></tr></table>`);
  });

  it('come with the variables of the platform, which no markup touches', () => {
    const macro = (html: string): string => JSON.stringify({ macros: [{ id: 1, title: 'Late', actions: [{ field: 'comment_value_html', value: html }] }] });
    const text = macro('<p>Hi {{ticket.requester.first_name}},</p><p>Unfortunately the lamp is late.</p><p>Best regards,<br>Ana</p>');
    const session = createLinter().open({ path: 'a.json', text, named: true });
    const offered = session.wordsForStep('1', 'listen', 'leaps').map(({ words: each }) => each);
    assert.ok(offered.length > 0);
    const said = '{% if ticket.requester.first_name != blank %}{{ticket.requester.first_name}}{% else %}there{% endif %}, here is the news & more on ticket {{ticket.id}}.';
    assert.equal(applyEdits(text, session.insertForStep('1', 'summarise', said) as never), macro(`<p>Hi {{ticket.requester.first_name}},</p><p>Unfortunately the lamp is late.</p><p>${said.replace(' & ', ' &amp; ')}</p><p>Best regards,<br>Ana</p>`));
  });

  it('keep a variable that is written as a tag', () => {
    const said = '<attribute key="user.name" default="there"/>, I will write < tomorrow >.';
    const html = '<p>Hello,</p><p>Unfortunately the lamp is late.</p><p>Best regards,<br>Ana</p>';
    const text = JSON.stringify([{ title: 'Late', body: html }]);
    const session = createLinter({ replies: [{ path: '*.json', platform: 'intercom' }] }).open({ path: 'a.json', text, named: true });
    const [response] = session.checklists();
    const out = JSON.parse(applyEdits(text, session.insertForStep(response!.id, 'summarise', said) as never)) as { body: string }[];
    assert.equal(out[0]!.body, html.replace('<p>Best', '<p><attribute key="user.name" default="there"/>, I will write &lt; tomorrow &gt;.</p><p>Best'));
  });

  it('come with the platform’s variables where a snippet names what it knows', () => {
    const order = snippetsForStep('leaps', 'listen').find(({ words: each }) => each.includes('{order number'));
    assert.ok(order, 'a snippet names the order');
    const wordsOf = (path: string, text: string): string => createLinter().open({ path, text, named: true }).wordsForStep('late', 'listen').find(({ snippet }) => snippet.id === order.id)!.words;
    assert.match(wordsOf('a.reply.md', '---\ntitle: Late\nplatform: shopify\n---\nHi Sam,\n\nUnfortunately the lamp is late.\n\nBest regards,\nAna\n'), /\{\{ ?order_name ?\}\}/);
    assert.match(wordsOf('a.reply.md', '---\ntitle: Late\n---\nHi Sam,\n\nUnfortunately the lamp is late.\n\nBest regards,\nAna\n'), /\[order number\]/);
  });
});
