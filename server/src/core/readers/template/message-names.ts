const messages = /^(?:e?mails?|mailers?|mailings?|notifications?|macros?|canned|repl(?:y|ies)|responses?|autoresponders?)$/;
/** Places where web pages, documentation and tests lie: their templates are not what a customer is sent. */
const others = /^(?:docs?|documentation|node_modules|vendor|coverage|storybook|tests?|specs?|__tests__|e2e)$/;

/** Does a path say that its templates are sent to people: its name, or one of the three folders above it? */
export function namesMessages(path: string): boolean {
  const near = path.split('/').slice(-4);
  if (near.some((part) => others.test(part.toLowerCase()))) return false;
  return near.some((part, i) => wordsOf(i === near.length - 1 ? part.replace(/\..*$/, '') : part).some((word) => messages.test(word)));
}

function wordsOf(name: string): string[] {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/e-mail/g, 'email').split(/[^a-z0-9]+/);
}
