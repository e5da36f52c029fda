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

describe('names and longer words', () => {
  for (const text of ['The depot in Scunthorpe is open.', 'Ms Hancock from Sussex classes the bass.', 'The shiitake box and the cocktail set.', 'Wir schicken die Fachkraft am Dienstag.', 'Pussy willow, cockpit, Dickens and titmouse.']) {
    it(`are left alone: ${text}`, () => check(text, ''));
  }
});
