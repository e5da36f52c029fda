import { phrases } from './phrases.ts';
import { between, oneOf, randomFrom } from './random.ts';
import { body, title } from './sentences.ts';

export interface CorpusReply { readonly id: string; readonly title: string; readonly tags: readonly string[]; readonly body: string }

const seed = 61_803;

/** The first `count` replies of the corpus; the same ones in every run. */
export function replies(count: number): CorpusReply[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: `reply_${String(index + 1).padStart(6, '0')}`,
    title: title(random),
    tags: [oneOf(random, ['delivery', 'billing', 'returns', 'account']), oneOf(random, ['en', 'web', 'email', 'chat', `team-${between(random, 1, 9)}`])],
    body: body(random, phrases),
  }));
}

/** A library in YAML, bodies as block scalars. */
export function asYaml(list: readonly CorpusReply[]): string {
  const lines = ['# A library of made-up replies', 'version: 1', 'macros:'];
  for (const reply of list) {
    lines.push(`  - id: ${reply.id}`, `    title: ${JSON.stringify(reply.title)}`, `    tags: [${reply.tags.join(', ')}]`, '    body: |');
    for (const line of reply.body.split('\n')) lines.push(line === '' ? '' : `      ${line}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The same library in JSON. */
export function asJson(list: readonly CorpusReply[]): string {
  return `${JSON.stringify({ version: 1, macros: list }, undefined, 2)}\n`;
}

/** Replies under headings, at least so many bytes of them: Markdown, or plain text without its marks. */
export function asPage(list: readonly CorpusReply[], bytes: number, markdown: boolean): string {
  const parts: string[] = [];
  for (let written = 0, index = 0; written < bytes; index++) {
    const reply = list[index % list.length]!;
    const part = markdown ? `## ${reply.title}\n\n${reply.body}\n\n` : `${reply.title}.\n\n${reply.body}\n\n`;
    parts.push(part);
    written += Buffer.byteLength(part);
  }
  return parts.join('');
}
