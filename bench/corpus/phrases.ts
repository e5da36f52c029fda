/** Every beginning with every ending. */
function each(beginnings: readonly string[], endings: readonly string[]): string[] {
  return beginnings.flatMap((beginning) => endings.map((ending) => `${beginning} ${ending}`));
}

const all = [
  'calm down', 'relax', 'be patient', 'just be patient', 'do the needful', 'kindly revert', 'your call is important to us', 'we value your business', 'dear valued customer', 'dear customer', 'dear sir or madam',
  'to whom it may concern', 'thanks in advance', 'thank you for your understanding', 'obviously', 'clearly', 'frankly', 'to be honest', 'simply put', 'as you should know', 'common sense', 'user error', 'your own fault',
  'your mistake', 'you are wrong', "you're mistaken", 'you claim', 'you allege', 'so you say', 'not my department', 'not our problem', "that's not my job", 'above my pay grade', 'out of my hands', 'works as designed',
  'it works for everyone', 'case closed', 'end of story', 'this decision is final', 'rules are rules', 'no exceptions', 'we reserve the right', 'at our sole discretion', 'legal action', 'final warning', 'or else',
  'mistakes were made', 'it was decided', 'pursuant to', 'herein', 'aforementioned', 'hereby', 'going forward', 'circle back', 'touch base', 'leverage', 'utilise', 'utilize', 'backend', 'tier two', 'root cause analysis',
  'no worries', 'no big deal', "it's just a delay", "it's only a scratch", 'a minor issue', 'get over it', 'if you say so', 'whatever', 'why did you', "why didn't you", 'what exactly do you want', 'read the manual',
  'see the faq', 'just google it', 'had you looked', 'next time', 'i know exactly how you feel', 'we know how you feel', 'we take this very seriously', 'we strive for excellence',
  ...each(['you should have', 'you forgot to', 'you failed to', 'you neglected to', 'if only you had', 'you were supposed to', 'you did not', "you didn't"], [
    'check your inbox', 'save a backup', 'read the small print', 'call us first', 'keep the box', 'enter the right address', 'renew on time', 'report this earlier', 'tick the checkbox', 'wait for the email',
  ]),
  ...each(['according to our', 'as per our', 'per our', 'because of our', 'our hands are tied by the', 'that is against our', 'this falls under our'], [
    'policy', 'policies', 'terms', 'returns rules', 'internal process', 'guidelines', 'conditions of sale', 'procedure',
  ]),
  ...each(['sorry if', 'we apologise if', 'we apologize if', 'apologies if', 'we regret it if', "I'm sorry if"], [
    'you feel that way', 'this upset you', 'anyone was offended', 'it caused trouble', 'you were confused', 'there was a misunderstanding', 'you expected more',
  ]),
  ...each(['sorry for any', 'apologies for any', 'we regret any', 'apologise for any', 'apologize for any'], [
    'inconvenience', 'inconvenience caused', 'confusion', 'frustration', 'delay you may have felt', 'trouble this may have caused',
  ]),
  ...each(['I understand', 'I hear you', 'I get that you are upset', 'with all due respect', 'I appreciate that', 'I see your point'], [
    'but those are the rules', 'but you signed it', 'but nothing can be done', 'but it is too late', 'however the case is closed', 'but we are busy',
  ]),
  ...each(['there is nothing', "there's nothing", 'nothing'], ['we can do', 'I can do', 'more to be done', 'else to offer', 'to discuss']),
  ...each(['we cannot', "we can't", 'we are unable to', 'we will not', "we won't", 'I am not able to', "I can't", 'we refuse to'], [
    'refund this', 'help with that', 'make an exception', 'change the order', 'discuss it further', 'tell you why', 'give a date',
  ]),
  ...each(['you must', 'you have to', 'you need to', 'you are required to', "you'll have to"], [
    'reply within a day', 'wait your turn', 'pay at once', 'follow the steps', 'prove your claim', 'stop writing', 'fill in the form again', 'calm down first',
  ]),
  ...each(['failure to', 'if you fail to'], ['respond', 'comply', 'pay', 'confirm', 'act']),
  ...each(['as I already', 'as we already', 'like I', 'as previously'], ['said', 'explained', 'told you', 'mentioned', 'wrote']),
  ...each(['no other customer', 'nobody else', 'no one else', 'you are the only one who'], ['complained', 'has this problem', 'asked for that', 'found it hard', 'had trouble']),
  ...each(['we will get back to you', 'someone will look at it', 'it should be fixed', 'we hope to answer', 'we will try to reply'], ['soon', 'shortly', 'at some point', 'when we can', 'in due course']),
  ...each(['please be advised', 'please note', 'kindly note', 'be informed', 'kindly be reminded'], ['that it is final', 'that it expired', 'that fees apply', 'that we are closed']),
] as const;

/** Five hundred phrases that no upset customer should get: what grep looks for, and what the bad sentences of the corpus are made of. */
export const phrases: readonly string[] = [...new Set<string>(all)].slice(0, 500);
