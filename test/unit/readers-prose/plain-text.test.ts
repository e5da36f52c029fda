import assert from 'node:assert/strict';
import { check, readerOf, repliesOf } from './replies.ts';

describe('a text file', () => {
  it('is one reply where its path says so', () => check('email-templates/late.txt', '\nHi {{name}},\nwe are late.\n\n', 'late = Hi {{name}},\nwe are late.'));
  it('may begin with a subject', () => check('replies/late.txt', 'Subject: Your parcel \n\nHi,\nwe are late.', 'late = (subject) Your parcel | Hi,\nwe are late.'));
  it('may be a template that extends another', () =>
    check('app/emails/late.txt', '{% extends "base.txt" %}{% block b %}\nYour parcel is late, sorry.\n{% endblock %}\n\nNOTES: softened.', 'late = {% extends "base.txt" %}{% block b %}\nYour parcel is late, sorry.\n{% endblock %}'));
  it('gives nothing where it is empty', () => assert.deepEqual(repliesOf('replies/none.txt', ' \n'), []));
  for (const path of ['notes.txt', 'templates/requirements.txt', 'robots.txt', 'scripts/run.txt', 'emails/LICENSE.txt']) {
    it(`is none where it is called ${path}`, () => assert.equal(readerOf(path, 'Hi, your parcel is late.'), null));
  }
  it('is none where its words are no message', () => assert.equal(readerOf('templates/list.txt', 'numpy==1.2\nscipy>=3\n'), null));
  it('is one where a person names it', () => assert.equal(repliesOf('notes.txt', 'Your parcel is late.', true).length, 1));
});
