import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/core/index.ts';
import { fieldsOf } from './reading.ts';

/** Writes `newText` in place of the words between « » of the shortest customer field that has them; the file after it, or why not. */
function write(path: string, marked: string, newText: string, where: 'body' | 'subject' = 'body'): string {
  const text = marked.replace(/[«»]/g, '');
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  for (const { field, itemStart } of fieldsOf(path, text, (each) => each.audience === 'customer' && each.role === where).sort((a, b) => a.field.value.text.length - b.field.value.text.length)) {
    const { map } = field.value;
    const offsets = Array.from(field.value.text, (_, i) => map.range(i, i + 1));
    const first = offsets.findIndex((at) => at.start + itemStart >= start && at.end > at.start);
    const last = offsets.findLastIndex((at) => at.end + itemStart <= end && at.end > at.start);
    if (first === -1 || field.start + itemStart > start || field.end + itemStart < end) continue;
    const edits = field.write(start === end ? last + 1 : first, last + 1, newText);
    return 'refused' in edits ? edits.refused : applyEdits(text, edits.map((edit) => ({ ...edit, start: edit.start + itemStart, end: edit.end + itemStart })));
  }
  return assert.fail('no field has these words');
}

const part = 'This would change a part of the template; please change it by hand.';

describe('a new text in a template', () => {
  it('takes the place of words', () => {
    assert.equal(write('a.html', '<p>Hi, «calm down» {{ name }}.</p>', 'all is well'), '<p>Hi, all is well {{ name }}.</p>');
    assert.equal(write('a.hbs', '{{#if a}}«Calm»{{/if}}', 'Fine'), '{{#if a}}Fine{{/if}}');
    assert.equal(write('a.text.erb', '<% if a %>\r\n«Calm»\r\n<% end %>', 'Fine\nday'), '<% if a %>\r\nFine\r\nday\r\n<% end %>');
  });

  it('never takes a tag of the template with it', () => {
    assert.equal(write('a.html', '<p>Hi, «calm {% if a %}down»{% endif %}.</p>', 'x'), part);
    assert.equal(write('a.html', '<p>Hi, «calm {# note #} down».</p>', 'x'), part);
    assert.equal(write('a.erb', '<p>«Calm <%= link_to "<b>" %> down».</p>', 'x'), part);
  });

  it('does not choose a side of a tag that stands where it goes', () => {
    assert.equal(write('a.html', '<p>Hi«»{% if a %} there{% endif %}.</p>', 'x'), part);
    assert.equal(write('a.html', '<p>Hi«» there{% if a %}!{% endif %}</p>', ' you'), '<p>Hi you there{% if a %}!{% endif %}</p>');
  });

  it('is encoded as an attribute needs it', () => {
    assert.equal(write('a.html', '<a title="See «our» page">x</a>', 'R&D\'s "<b>"'), '<a title="See R&amp;D\'s &quot;&lt;b&gt;&quot; page">x</a>');
    assert.equal(write('a.html', "<a title='See «our» page'>x</a>", 'R&D\'s "b"'), "<a title='See R&amp;D&#39;s \"b\" page'>x</a>");
  });
});

describe('a new text in XML', () => {
  const meta = (inside: string): string => `<EmailTemplate><subject>${inside}</subject></EmailTemplate>`;

  it('is encoded, and only in CDATA it is not', () => {
    assert.equal(write('a.email-meta.xml', meta('Hi «you»'), 'R&D <now>', 'subject'), meta('Hi R&amp;D &lt;now&gt;'));
    assert.equal(write('a.email-meta.xml', meta('<![CDATA[Hi «you»]]>'), 'R&D <now>', 'subject'), meta('<![CDATA[Hi R&D <now>]]>'));
    assert.equal(write('a.email-meta.xml', meta('Hi «»<![CDATA[you]]>'), 'R&D ', 'subject'), meta('Hi R&amp;D <![CDATA[you]]>'));
  });

  it('is refused with a character that XML cannot hold', () => {
    assert.match(write('a.email-meta.xml', meta('Hi «you»'), 'a\u0007b', 'subject'), /no way to write/);
  });

  it('is refused where it would end the section, or take tags with it', () => {
    assert.match(write('a.email-meta.xml', meta('<![CDATA[Hi «you»]]>'), 'a]]>b', 'subject'), /would end the CDATA/);
    assert.match(write('a.email-meta.xml', meta('Hi «you<!-- x --> there»'), 'x', 'subject'), /Tags or comments/);
  });
});
