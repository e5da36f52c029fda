const files = /(?:^|[^a-z])(?:canned|macros?|quotes?|repl(?:y|ies)|responses?|saved|templates?)(?![a-z])/;
const folders = /(?:^|[^a-z])(?:canned|macros?|repl(?:y|ies)|responses?)(?![a-z])/;
const forms = /(?:issue|pull[-_]?request|discussion)[-_]?template/i;
const mail = /(?:^|[^a-z])(?:e-?mails?|mailers?|mails?|newsletters?|notifications?)(?![a-z])/;

/** `cannedReplies` as `canned replies`: the words of a name stand apart and in small letters. */
function words(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function tail(path: string, count: number): string[] {
  return path.split('/').slice(-count);
}

/** Does a file's name, its folder's name, or one of the two nearest keys inside say that these are replies? */
export function namesReplies(path: string, keys: readonly string[] = []): boolean {
  if (forms.test(path)) return false;
  const folder = tail(path, 2).length === 2 ? tail(path, 2)[0]! : '';
  return files.test(words(tail(path, 1)[0]!)) || folders.test(words(folder)) || keys.slice(-2).some(keyNamesReplies);
}

const core = /^(?:canned|macros?|quotes?|repl(?:y|ies)|responses?|templates?)$/;
const beside = /^(?:auto|customer|default|e?mails?|list|messages?|quick|saved|snippets?|standard|support|text)$/;

/** A key says so as a whole: `saved_replies` does, `string.template.js` does not. */
function keyNamesReplies(key: string): boolean {
  const parts = words(key).split(/[ _-]+/);
  return parts.some((part) => core.test(part)) && parts.every((part) => core.test(part) || beside.test(part));
}

/** Does a path say that its strings are sent as mail or notification? */
export function namesMail(path: string): boolean {
  return tail(path, 3).some((part) => mail.test(words(part)));
}

/** Data that tools keep under fixed names; large, and never a reply. */
export function isToolFile(path: string): boolean {
  return /(?:^|\/)(?:package(?:-lock)?|npm-shrinkwrap|tsconfig[^/]*|jsconfig|composer|lerna|nx|angular|manifest|deno|turbo)\.jsonc?$|(?:^|\/)(?:pnpm-lock|docker-compose[^/]*|compose|mkdocs|Chart)\.ya?ml$|(?:^|\/)\.github\/(?:workflows|actions|ISSUE_TEMPLATE|DISCUSSION_TEMPLATE)\//.test(path);
}
