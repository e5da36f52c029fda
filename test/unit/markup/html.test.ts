import assert from 'node:assert/strict';
import { inlineLayer } from '../../../server/src/core/markup/index.ts';
import { check, checkOpaques } from './prose.ts';

describe('the HTML layer', () => {
  it('reads across tags', () => check('html', '<p>You <b class="x">failed</b> to <a href="https://a.example">pay</a></p>', 'You failed to pay¶'));
  it('closes the blocks that a browser draws', () => check('html', '<div>a</div>b<ul><li>c</li><li>d</li></ul><table><tr><td>e</td><td>f</td></tr></table>', 'a¶b¶c¶d¶e¶f¶'));
  it('takes two breaks for a paragraph, one for a line', () => check('html', 'Hi Ada,<br><br>\nyour parcel<br />is late<br>&nbsp;<br>Bye', 'Hi Ada,¶your parcel\nis late¶Bye¶'));
  it('decodes entities', () => check('html', 'it&rsquo;s&nbsp;&eacute;&#8364; &amp;&lt; a & b', 'it’s\u00a0é€ &< a & b¶'));
  it('skips what nobody sees', () => check('html', '<style>p{}</style><p>a<!-- you failed --><script>you()</script>b</p><title>t</title>', 'ab¶'));
  it('knows placeholders, in and between entities and tags', () =>
    checkOpaques('html', 'Hi {{x | fallback: &quot;you&quot;}} <attribute key="n"/> <%= y %> <insert issue> &lt;insert date&gt; <code>z</code> <img src="a">',
      'placeholder:{{x | fallback: &quot;you&quot;}}', 'placeholder:<attribute key="n"/>', 'placeholder:<%= y %>', 'fill-in:<insert issue>', 'fill-in:&lt;insert date&gt;', 'code:<code>z</code>', 'image:<img src="a">'));
  it('leaves out elements that it does not know but that are closed', () => check('html', '<my-box>Hello</my-box> <o:p></o:p>you', 'Hello you¶'));
  it('reads the lines of plain text that was stored as HTML', () => check('html', 'Hi &amp; welcome,\nyour parcel is\nlate.\n\nBye', 'Hi & welcome,¶your parcel is\nlate.¶Bye¶'));
  it('escapes what would be markup, and no placeholder', () => assert.equal(inlineLayer('html').escape('a < b & {{x | default: "c & d"}} <me>'), 'a &lt; b &amp; {{x | default: "c & d"}} &lt;me&gt;'));
});
