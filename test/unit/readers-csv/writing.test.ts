import assert from 'node:assert/strict';
import { replaced } from './reading.ts';

function check(name: string, before: string, [find, by]: readonly [string, string], after: string, [open, close] = ['title,body,tags\nA,', ',b\nC,Thank you all.,d\n']): void {
  it(name, () => assert.equal(replaced(open + before + close, find, by), open + after + close));
}

describe('writing into a table', () => {
  check('leaves a bare cell bare', 'You failed to pay.', ['failed to', 'may need to'], 'You may need to pay.');
  check('puts a cell in marks for a delimiter', 'You failed to pay.', ['failed to', 'may, later,'], '"You may, later, pay."');
  check('puts a cell in marks for a line break', 'You failed to pay.', [' failed', ',\nplease remember'], '"You,\nplease remember to pay."');
  check('puts a cell in marks for a mark', 'You failed to pay.', ['failed to', '"may"'], '"You ""may"" pay."');
  check('doubles a mark that a bare cell held', 'A 5" screen failed.', ['failed', 'is here, sorry'], '"A 5"" screen is here, sorry."');
  check('doubles marks inside marks', '"You, failed to pay."', ['failed to', '"may"'], '"You, ""may"" pay."');
  check('never cuts a doubled mark', '"You ""must"" pay."', ['"must"', 'may'], '"You may pay."');
  check('needs no marks for another delimiter', 'You failed to pay.', ['failed to', 'may; later;'], 'You may; later; pay.');
  check('writes the line ends of the cell', '"Hi,\r\nyou failed to pay."', ['failed to pay', 'are welcome.\nBye'], '"Hi,\r\nyou are welcome.\r\nBye."');
  check('writes the line ends of the file where the cell has none', 'You failed.', ['failed', 'win.\nBye'], '"You win.\r\nBye."', ['title,body\r\nA,', '\r\n']);
  check('quotes for semicolons', 'You failed to pay.', ['failed', 'forgot; sorry,'], '"You forgot; sorry, to pay."', ['title;body\nA;', '\n']);
  check('quotes for tabs', 'You failed to pay.', ['failed', 'forgot\tto'], '"You forgot\tto to pay."', ['title\tbody\nA\t', '\n']);
  check('may empty a cell', '"You failed."', ['You failed.', ''], '""');

  const refuses = (name: string, before: string, [find, by]: readonly [string, string]): void => {
    it(`refuses ${name}`, () => assert.match(replaced(`title,body\nA,${before}\n`, find, by), /^A cell that begins with “.” is taken for a formula by spreadsheets; please change it by hand\.$/));
  };
  refuses('what would become a formula', 'You failed to pay.', ['You failed', '=SUM(A1)']);
  refuses('what would become a formula once the rest is gone', '"Sorry, -5 is your balance."', ['Sorry, ', '']);
  refuses('the same behind a blank', 'You failed to pay.', ['You', ' +1']);
  refuses('the same with an at sign', 'You failed to pay.', ['You', '@you']);
  check('keeps a dash that was there', '- You failed to pay.', ['failed to', 'may'], '- You may pay.');
});
