import { readsLikeProse } from './prose.ts';
import { placeOfEntry, type Around, type Draft, type Place, type Shape } from './shape.ts';
import { asText, textAt, wordAt, type Tree } from './tree.ts';

const workflows = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;
const files = /(?:^|\/)\.github\/(?:[^/]+\/)*[^/]+\.(?:ya?ml|jsonc?)$|(?:^|\/)(?:stale|support|no-response|label-commenter[^/]*|label-actions)\.ya?ml$/;
/** Keys under which the bots of a repository keep what they post. */
const spoken = /^(?:comment|body|header|footer|issueOpened|pullRequestOpened|[a-zA-Z]*Comment|[a-z-]+-comment|requestInfoReplyComment)$/;
/** Inputs of the actions that greet, warn and close: `stale-issue-message`, `pr-message`, `issue-comment`. */
const inputs = /^(?:[a-z]+-)*(?:issue|pr|pull-request|answer|discussion)-(?:message|comment)$/;
/** Keys that are no part of a reply's name. */
const wrappers = new Set(['labels', 'labeled', 'issue', 'body', 'comment', 'jobs', 'steps', 'with']);
const deepest = 8;

/** Comments of repository bots: stale, support, welcome, label commenters, label actions, commands. */
export const githubBots: Shape = {
  format: 'github-bot',
  toolFiles: workflows,
  find(root, path) {
    if (!files.test(path)) return null;
    const places: Place[] = [];
    collect(root, workflows.test(path) ? inputs : spoken, [], places, 0);
    return places.length > 0 ? places : null;
  },
  read(held: Tree, around: Around): Draft | null {
    const scalar = asText(held);
    if (scalar === null || !readsLikeProse(scalar.value)) return null;
    return { id: around.id ?? null, title: around.title ?? '', tags: [], declared: { channel: 'comment' }, fields: [{ scalar, role: 'body', audience: 'customer', markup: 'markdown' }] };
  },
};

function collect(tree: Tree | null, keys: RegExp, trail: readonly string[], places: Place[], depth: number): void {
  if (tree === null || depth > deepest) return;
  if (tree.kind === 'list') {
    for (const element of tree.elements) collect(element.value, keys, [...trail, ...nameOf(element.value)], places, depth + 1);
  } else if (tree.kind === 'map') {
    for (const entry of tree.entries) {
      const text = asText(entry.value);
      const here = [...trail, entry.key];
      if (text === null) collect(entry.value, keys, here, places, depth + 1);
      else if (keys.test(entry.key) && readsLikeProse(text.value)) {
        const names = here.filter((key) => !wrappers.has(key));
        const id = names.length > 0 ? names.join(' / ') : entry.key;
        places.push(placeOfEntry(tree, entry, { id, title: id }));
      }
    }
  }
}

function nameOf(tree: Tree | null): string[] {
  const name = textAt(tree, 'name')?.value ?? wordAt(tree, 'label');
  return name === null ? [] : [name];
}
