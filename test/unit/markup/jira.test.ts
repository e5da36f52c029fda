import assert from 'node:assert/strict';
import { inlineLayer } from '../../../server/src/core/markup/index.ts';
import { check, checkOpaques } from './prose.ts';

describe('the Jira layer', () => {
  it('reads across colour and emphasis', () => check('jira', '{color:red}You *failed*{color} to _do_ -so- +this+', 'You failed to do so this¶'));
  it('keeps signs that are no emphasis', () => check('jira', 'a well-known snake_case 5 * 3 - or 4', 'a well-known snake_case 5 * 3 - or 4¶'));
  it('reads the text of links', () => check('jira', 'See [our guide|https://a.example] and [https://b.example] or [~ada].', 'See our guide and ◆ or ◆.¶'));
  it('goes on after brackets that overlap a link', () => check('jira', '![[a|https://b.example]you||', '!◆you||¶'));
  it('closes panels, headings, items and cells', () => check('jira', '{panel:title=x}a{panel}\nh3. Head\ntext\n* one\n## two\n||a||b||\n|c|d|', 'a¶Head¶text¶one¶two¶a¶b¶c¶d¶'));
  it('skips code', () => check('jira', 'a {code:java}you failed{code} b {noformat}x{noformat}', 'a ¶b ¶'));
  it('knows placeholders', () => checkOpaques('jira', '%s% {{agent.name}} {{mono}} [gap] !a.png! {quick_link}', 'placeholder:%s%', 'placeholder:{{agent.name}}', 'code:{{mono}}', 'fill-in:[gap]', 'image:!a.png!', 'placeholder:{quick_link}'));
  it('undoes escapes', () => check('jira', '\\{color} \\*a\\*', '{color} *a*¶'));
  it('escapes what would be markup', () => assert.equal(inlineLayer('jira').escape('{color} *a* [gap] b|c'), '\\{color\\} \\*a\\* [gap] b\\|c'));
});
