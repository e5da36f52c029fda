import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/core/index.ts';

const linter = createLinter({ 'min-level': 'hint' });

/** The rules of the category that find something in a reply, with their level. */
function check(text: string, expected: string): void {
  const found = linter.lint({ path: 'x.reply.txt', text, named: true }).findings.filter((finding) => finding.category === 'profanity');
  assert.equal(found.map((finding) => `${finding.ruleId} ${finding.level} ${finding.text}`).join('; '), expected);
}

describe('swear words', () => {
  it('are an error where they are strong', () => check('The box is shit, Sam.', 'profanity error shit'));
  it('are an error in another case', () => check('WTF happened here.', 'profanity error WTF'));
  it('are an error in disguise', () => check('The bullsh1t has to end.', 'profanity error bullsh1t'));
  it('are an error with stars in the middle', () => check('The printer is f**king loud.', 'profanity error f**king'));
  it('are a warning where they are mild', () => check('The damn box is empty.', 'profanity-mild warning damn'));
  it('bring no rewrite where they are strong', () => {
    const [finding] = linter.lint({ path: 'x.reply.txt', text: 'The box is shit, Sam.', named: true }).findings;
    assert.deepEqual(finding?.fixes, []);
  });
});

describe('swear words behind signs', () => {
  const strong = ['f***', 'f**k', 'F*ck', 'fu*k', 'f@ck', 'f#cking', 'f**king', 'motherf***er', 'sh*t', 's**t', 'sh!t', '$hit', 'bull$hit', 'b!tch', 'b****', 'a$$', 'a$$hole', 'a**hole', '@$$hole', '@sshole', 'c*nt', 'f-ck', 'f--k', 'tw@t', 'd*ckhead', 'b*stards', 'fuc*'];
  for (const word of strong) it(`are an error: ${word}`, () => check(`The box is ${word} again, Sam.`, `profanity error ${word}`));
  for (const word of ['d*mn', 'd@mn', 'cr@p', 'cr*ppy', 'p*ssed', 'p!ss', '@#$%', '#@!%', '%$#@!*&', '$#!@']) it(`are a warning: ${word}`, () => check(`The box is ${word} again, Sam.`, `profanity-mild warning ${word}`));
  it('are found at the end of a sentence', () => check('What a piece of sh*t!', 'profanity error sh*t'));
  it('are left alone in quotation marks', () => check('You wrote "f***", and we hear you.', ''));
  for (const text of [
    'The price* and the fee** are below.', 'Prices as* listed, gas* and mass**.', 'Use a password with signs such as !@#$%^&*.', 'A password may hold the special characters @#$%.',
    'Hello J*** and S*** S., thanks.', 'Grades A* and A** count.', 'Write to ass@example.com or @sstone.', 'Look for dick-head screws, a C# class and the A55.', 'The cost is $$$ or €€€.',
    'Wow!!! Really?!?!', 'The code is AB*-12#-$4.', 'It costs 5$ or 10% & more.', 'Search for pass* or class*.', 'Section *** and ### follow.', 'The b-side and the c-tick mark.', 'Call *#06# on the phone.', 'The pre-paid and co-op lines.', 'Set the glob to sr*.', 'A well-known cut-off, p-value and d-pad.', 'My dam*on and shift-click keys.',
  ]) it(`are not seen in: ${text}`, () => check(text, ''));
});

describe('names and longer words', () => {
  for (const text of ['The depot in Scunthorpe is open.', 'Ms Hancock from Sussex classes the bass.', 'The shiitake box and the cocktail set.', 'Wir schicken die Fachkraft am Dienstag.', 'Pussy willow, cockpit, Dickens and titmouse.']) {
    it(`are left alone: ${text}`, () => check(text, ''));
  }
});
