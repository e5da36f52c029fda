import assert from 'node:assert/strict';
import { meaningLost } from '../../server/src/core/fixes/meaning.ts';
import { placeRewrite } from '../../server/src/core/fixes/place.ts';
import { fitRewrite } from '../../server/src/core/fixes/rewrite.ts';
import { applyEdits, fixText } from '../../server/src/core/fixes/fix-text.ts';
import { createLinter } from '../../server/src/core/index.ts';
import type { Markup } from '../../server/src/core/model.ts';
import { inlineLayer } from '../../server/src/core/markup/index.ts';
import type { Field } from '../../server/src/core/readers/reader.ts';
import { SourceMap } from '../../server/src/core/text/source-map.ts';

/** A field that is its own source. */
const fieldOf = (text: string, markup: Markup): Field => ({
  role: 'body', audience: 'customer', markup, start: 0, end: text.length, value: { text, map: SourceMap.verbatim(text.length) },
  write: (start, end, newText) => [{ start, end, newText }],
});

/** Replaces the words between « » (in the text as written) by `template` and gives the text that results, or why there is none. */
function rewrite(marked: string, template: string, markup: Markup = 'text', captures: Record<string, string> = {}, fault = marked.slice(marked.indexOf('«') + 1, marked.indexOf('»'))): string {
  const text = marked.replace(/[«»]/g, '');
  const layer = inlineLayer(markup);
  const prose = layer.toProse(text);
  const from = marked.indexOf('«');
  const to = marked.indexOf('»') - 1;
  let start = -1;
  let end = -1;
  for (let i = 0; i < prose.text.length; i++) {
    const at = prose.map.range(i, i + 1);
    if (start < 0 && at.start >= from && at.end > at.start) start = i;
    if (at.end <= to && at.end > at.start) end = i + 1;
  }
  if (to === from) end = start = prose.text.split('').findIndex((_, i) => prose.map.range(i, i + 1).start >= from);
  const fitted = fitRewrite(prose, { start, end }, template, (name) => captures[name] ?? null);
  if (!fitted) return 'does not fit';
  const whole = (middle: string): string => prose.text.slice(0, fitted.start) + middle + prose.text.slice(fitted.end);
  const lost = meaningLost({ before: prose.text, after: whole(fitted.text), fault });
  if (lost) return lost;
  const edits = placeRewrite(fieldOf(text, markup), prose, layer, fitted);
  return 'refused' in edits ? edits.refused : applyEdits(text, edits);
}

function check(marked: string, template: string, expected: string, markup: Markup = 'text', captures: Record<string, string> = {}): void {
  assert.equal(rewrite(marked, template, markup, captures), expected);
}

describe('a rewrite in its sentence', () => {
  it('keeps the capital letter', () => {
    check('«Per our policy», no.', 'the way we work', 'The way we work, no.');
    check('So «per our policy», no.', 'The way we work', 'So the way we work, no.');
    check('So «you must» pay.', "I'd ask you to", "So I'd ask you to pay.");
    check('«I must» say.', 'we', 'We say.');
  });
  it('leaves nothing behind where it deletes', () => {
    check('«Obviously», you can pay.', '', 'You can pay.');
    check('You can «obviously» pay.', '', 'You can pay.');
    check('«As you know», {{name}}, it is.', '', '{{name}}, it is.');
    check('You can pay, «obviously».', '', 'You can pay.');
    check('«Actually» it is.\n\nYes.', '', 'It is.\n\nYes.');
  });
  it('doubles neither a word nor a full stop', () => {
    check('We «will try to» help.', 'can help', 'does not fit');
    check('«No way».', 'Here it is.', 'Here it is.');
    check('«No way».', 'Which one is it?', 'Which one is it?');
  });
  it('puts a space where words meet', () => {
    check('«»Use the search.', 'It helps to', 'It helps to use the search.');
    check('We «kindly »ask you.', '', 'We ask you.');
  });
  it('makes the article right on both sides', () => {
    check('What a fuss over a «bloody» avatar.', '', 'What a fuss over an avatar.');
    check('This is an «annoying» fault.', 'small', 'This is a small fault.');
    check('A «daft» hour went by.', '', 'An hour went by.');
    check('It is «pure» user error.', 'a', 'It is a user error.');
    check('It is «some» FAQ.', 'a', 'It is an FAQ.');
  });
  it('leaves no punctuation dangling', () => {
    check('You can, «of course», pay.', '', 'You can pay.');
    check('If you can, «of course», pay.', '', 'If you can, pay.');
    check('It is late, and «that is that».', '', 'It is late.');
    check('It is late, «per our rules,»; do write.', 'because [reason],', 'It is late, because [reason]; do write.');
    check('«It is sad», but we saw it.', '', 'We saw it.');
    check('We know that «it is sad».', '', 'does not fit');
  });
  it('takes the other half of a bracket along', () => check('The normal «turnaround time (TAT») is long.', 'waiting time', 'The normal waiting time is long.'));
  it('takes no wrapped line for a sentence', () => check('We are sorry for this\n«and thank you for your patience».', '', 'We are sorry for this.'));
  it('drops the comma after a word that wants none', () => check('We saw it; «however», it is full.', 'and', 'We saw it; and it is full.'));
  it('takes "please" along with the request it belonged to', () => check('Please «make sure to» send the form.', 'we need you to', 'We need you to send the form.'));
  it('takes captures along as they stand', () => check('«You failed to add the date».', 'the {what} is missing', 'The date is missing.', 'text', { what: 'date' }));
  it('takes the capital off a capture that opened its sentence', () => check('«We need the date».', 'To help, {what}', 'To help, we need the date.', 'text', { what: 'We need the date' }));
  it('parts a sentence where it puts in a whole one', () => {
    check('«Relax», it is only a fee.', 'I can see how much this matters.', 'I can see how much this matters. It is only a fee.');
    check('«Relax», it is only a fee.', 'I can see how much this matters', 'I can see how much this matters. It is only a fee.');
    check('«Calm down» and re-read the page.', 'I can see how much this matters.', 'I can see how much this matters. Re-read the page.');
    check('«Calm down», Sam.', 'I can see how much this matters.', 'I can see how much this matters, Sam.');
    check('You said «calm down» to the crew.', 'I can see how much this matters.', 'does not fit');
    check('«Calm down» in the hall.', 'I can see how much this matters.', 'does not fit');
  });
  it('ends a sentence where it is a full stop', () => {
    check('I see why you ask, «but» the hall is full.', '.', 'I see why you ask. The hall is full.');
    check('I see why you ask; «however», the hall is full.', '.', 'I see why you ask. The hall is full.');
    check('It is nice, «but» no.', '.', 'does not fit');
  });
  it('lets nothing follow a gap that belonged to what went', () => {
    check('«Per the terms» you ticked, dates are estimates.', 'because [reason]', 'does not fit');
    check('«Per the terms», dates are estimates.', 'because [reason]', 'Because [reason], dates are estimates.');
    check('You will hear «soon» and we will write.', 'by [date]', 'You will hear by [date] and we will write.');
    check('You will hear «soon» from us.', 'by [date]', 'You will hear by [date] from us.');
  });
  it('leaves nothing shouted around it', () => {
    check('PLEASE «STOP OPENING» NEW TICKETS.', "We'd ask you to pause opening", "We'd ask you to pause opening new tickets.");
    check('«DO NOT IGNORE THIS LETTER».', 'Please read {what}', 'Please read this letter.', 'text', { what: 'THIS LETTER' });
  });
  it('adds behind emphasis, not into it', () => {
    check('«It is *too broad*».', '{sentence}. What now?', 'It is *too broad*. What now?', 'markdown', { sentence: 'It is too broad' });
    check('<p>«It is <b>too broad</b>».</p>', '{sentence}. What now?', '<p>It is <b>too broad</b>. What now?</p>', 'html', { sentence: 'It is too broad' });
  });
  it('keeps "and" before a clause', () => check('It is on top «and it is not hard».', 'it takes a moment', 'It is on top and it takes a moment.'));
  it('speaks as the reply speaks, and spells as it spells', () => {
    check('We tried. «No way».', 'What I can do is [option], as you told me', 'We tried. What we can do is [option], as you told us.');
    check('I tried. «No way».', 'What I can do is [option]', 'I tried. What I can do is [option].');
    check('We do not know it. We are late. «No way».', "We're sorry that it hasn't come", 'We do not know it. We are late. We are sorry that it has not come.');
    check('The colour is off. «Our bad».', 'I apologize', 'The colour is off. We apologise.');
  });
  it('does not fit without its capture', () => check('«You failed».', '{what} is missing', 'does not fit'));
});

describe('a rewrite in its markup', () => {
  it('leaves emphasis where it is', () => {
    check('**«You failed** to» pay.', 'please', '**Please** pay.', 'markdown');
    check('*«You **failed** to* pay», please.', 'pay', '*Pay*, please.', 'markdown');
    check('<p><b>«You failed</b> to» pay.</p>', 'please', '<p><b>Please</b> pay.</p>', 'html');
  });
  it('takes emphasis away with the words it stood around', () => {
    check('«You **failed** to» pay.', 'please', 'Please pay.', 'markdown');
    check('In three *«easy»* steps.', '', 'In three steps.', 'markdown');
    check('*«Obviously»*, you can.', '', 'You can.', 'markdown');
    check('<p>In three <b>«easy»</b> steps.</p>', '', '<p>In three steps.</p>', 'html');
    check('<p>«You <b>failed</b> to» pay.</p>', 'please', '<p>Please pay.</p>', 'html');
    check('«You {color:red}failed{color} to» pay.', 'please', 'Please pay.', 'jira');
  });
  it('never loses a link', () => {
    check('«You failed to read [the terms](https://a.example) here».', 'please read on', 'It would lose a link.', 'markdown');
    check('<p>«You failed to read <a href="x">the terms</a> here».</p>', 'please read on', 'It would lose a link.', 'html');
  });
  it('writes characters as the markup needs them', () => check('<p>«You failed» here.</p>', 'terms & more <b>', '<p>Terms &amp; more &lt;b&gt; here.</p>', 'html'));
  it('goes over a line break', () => check('«You\nfailed» to pay.', 'we see you have yet', 'We see you have yet to pay.'));
});

describe('the gate that every fix passes', () => {
  it('lets no placeholder go', () => check('«You failed to pay {{amount}}».', 'please pay', 'does not fit'));
  it('keeps a placeholder that the rewrite keeps', () => check('«You failed to pay {{amount}}».', 'could you pay {what}', 'Could you pay {{amount}}.', 'text', { what: '\uE000' }));
  it('lets no placeholder change its place', () => check('«You failed to pay {{amount}} by {{date}}».', 'could you pay {b} by {a}', 'does not fit', 'text', { a: '\uE000', b: '\uE001' }));
  it('lets no number go, and none come', () => {
    check('«You failed to pay 50 EUR».', 'please pay', 'It would lose “50”.');
    check('«You failed to pay soon».', 'please pay within 3 days', 'It would add “3”.');
  });
  it('joins no paragraphs', () => check('So «you\n\nfailed» here.', 'x', 'It would join or part paragraphs.'));
});

describe('fixes in bulk', () => {
  it('leave names in greetings, where the platform has no words for an empty one', () => {
    const file = { path: 'a.json', text: '[{ "id": 8, "title": "Received", "folder_id": 4, "content_html": "<p>Hi {{ticket.requester.firstname}},</p><p>You can utilise it.</p>" }]' };
    const linter = createLinter();
    assert.ok(linter.lint(file).findings.some(({ ruleId, fixes }) => ruleId === 'placeholder-no-fallback' && fixes.length > 0));
    assert.equal(fixText(linter, file, 'suggestions').text, file.text.replace('utilise', 'use'));
  });
});
