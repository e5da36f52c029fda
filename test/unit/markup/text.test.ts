import { check } from './prose.ts';

describe('the text layer', () => {
  it('keeps hard-wrapped lines together', () => check('text', 'We are sorry that you were kept waiting for so\nlong for an answer.', 'We are sorry that you were kept waiting for so\nlong for an answer.¶'));
  it('takes a long line for a wrapped one, whatever the next begins with', () => check('text', 'We have handed your parcel over to our friends at\nCourier Express.', 'We have handed your parcel over to our friends at\nCourier Express.¶'));
  it('parts paragraphs', () => check('text', 'One.\n\n\nTwo.\n', 'One.¶Two.¶'));
  it('ends a salutation and a sign-off with their lines', () => check('text', 'Hi {{name}},\nyour parcel is late.\nBest,\nAda', 'Hi ◆,¶your parcel is late.¶Best,¶Ada¶'));
  it('parts label lines', () => check('text', 'Order: 12\nStatus: late', 'Order: 12¶Status: late¶'));
  it('drops bullets and numbers', () => check('text', 'Please:\n- send it\n• wait\n1. or\n2) call', 'Please:¶send it¶wait¶or¶call¶'));
  it('passes over decoration lines and the mark of a signature', () => check('text', '*****\nHello\n=====\nBye\n--\nAda', 'Hello¶Bye¶Ada¶'));
  it('reads Windows line ends', () => check('text', 'One,\r\nTwo\r\n\r\nThree', 'One,¶Two¶Three¶'));
  it('drops a tag that strayed in', () => check('text', 'You <b>failed</b> to<br>pay', 'You failed to\npay¶'));
  it('gives nothing for nothing', () => check('text', ' \n\n', ''));
});
