import assert from 'node:assert/strict';
import { readTable, spoken } from './reading.ts';

const say = 'Thanks for asking us today.';

function check(name: string, header: string, expected: string | null, { path = 'export.csv', row = `A,${say}`, named = false } = {}): void {
  it(`${name}: ${header.replaceAll('\t', '→')}`, () => assert.equal(readTable(`${header}\n${row}\n`, named, path)?.reader.format ?? null, expected));
}

describe('a table is one of replies', () => {
  for (const body of ['body', 'Content', 'MESSAGE', 'response', 'reply', 'text', 'answer', 'content_html', 'Body HTML', 'bodyHtml', 'Reply text', 'Canned response', 'macro_content']) check('by its text', `Title,${body}`, 'csv');
  for (const title of ['title', 'Name', 'shortcut', 'description', 'keywords', 'tags', 'Short code', 'abbreviation']) check('by its name', `${title},body`, 'csv');
  check('with semicolons', 'name;body', 'csv', { row: `A;${say}` });
  check('with tabs', 'name\tbody', 'csv', { row: `A\t${say}` });
  check('from Zammad', 'name;keywords;content;note;active', 'zammad-text-modules', { row: `A;b;${say};c;true` });
  check('from Salesforce', 'Id,Name,Message,Category,Channel', 'salesforce-quick-text', { row: `1,A,${say},B,Email` });
  check('by the name of its file', 'name,email,body', 'csv', { row: `A,b@example.org,${say}`, path: 'canned-responses.csv' });
});

describe('a table is none of ours', () => {
  check('without a name', 'id,body', null);
  check('without a text', 'name,price', null);
  check('with people in it', 'name,email,message', null, { row: `A,b@example.org,${say}` });
  check('with ratings in it', 'title,text,rating', null, { row: `A,${say},5` });
  check('of single words', 'name,message', null, { row: 'A,created' });
  check('whose rows have other cells', 'name,message', null, { row: `a,b,c,d\n1,2,3,4\nA,${say}` });
  check('under another ending', 'name,message', null, { path: 'export.txt' });
});

describe('a table that a person named', () => {
  check('needs no name', 'id,body', 'csv', { named: true });
  check('needs a text', 'id,price', null, { named: true });
  it('may hold no reply', () => assert.deepEqual(readTable('title,body\n', true)?.items, []));
});

describe('the cells of a record', () => {
  const check = (name: string, text: string, expected: readonly string[]): void => {
    it(name, () => assert.deepEqual(spoken(readTable(text)), expected));
  };
  check('may hold line breaks, delimiters and marks', `title,body\nA,"Hi ""you"",\n\n${say}"\nB,${say}\n`, [`A: Hi "you",\n\n${say}`, `B: ${say}`]);
  check('end with CRLF', `title,body\r\nA,"${say}\r\nBye"\r\nB,x y z\r\n`, [`A: ${say}\nBye`, 'B: x y z']);
  check('end with CR', `title,body\rA,"${say}\rBye"\rB,x y z\r`, [`A: ${say}\nBye`, 'B: x y z']);
  check('may be missing or too many', `title,body,tags\nA,${say}\nB,${say},c,d,e\nC\n\n,,\nD,${say},e\nE,${say},f`, ['A', 'B', 'D', 'E'].map((title) => `${title}: ${say}`));
  check('may hold a mark in the middle', `title,body\nA,A 5" screen is on its way\n`, ['A: A 5" screen is on its way']);
  check('follow a line that names the delimiter', `sep=;\r\ntitle;body\r\nA;${say}\r\n`, [`A: ${say}`]);
  check('are told from what the customer wrote', `title,message,reply\nA,Where is it?,${say}\n`, [`A: ${say}`]);
  it('that say what was asked, say it', () => {
    assert.equal(readTable(`title,message,reply\nA,Where is it?,${say}\n`)!.items[0]!.reply.declared.inReplyTo, 'Where is it?');
  });
});

describe('a broken table', () => {
  it('says where a cell is never closed, and reads what comes before', () => {
    const text = `title,body\nA,${say}\nB,"${say}\nC,${say}\n`;
    const read = readTable(text)!;
    assert.deepEqual(spoken(read), [`A: ${say}`]);
    assert.deepEqual(read.problems, [`${text.indexOf('"')}: The quotation mark here opens a cell that nothing closes, so the rest of the file is part of it. Put a second mark at the end of the cell’s text.`]);
  });
  it('says where a mark was not doubled, and reads the rest', () => {
    const text = `title,body\nA,"We said "hello" to you."\nB,${say}\n`;
    const read = readTable(text)!;
    assert.deepEqual(spoken(read), [`B: ${say}`]);
    assert.deepEqual(read.problems, [`${text.indexOf('"hello')}: This quotation mark ends the cell, but its text goes on. Write two marks ("") where one is meant in the text.`]);
  });
});
