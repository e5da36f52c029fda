import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'yaml';
import type { Make, Made } from '../make.ts';

const lines = (text: string): string => text.replace(/\r\n?/g, '\n');
const plain = (text: string): string => lines(text).trim();
const around = (text: string): string => `Thank you for asking us.\n\n${text} and we can help you`;

/** A library in Markdown: a heading and a fence for each reply, judged by `mdast`. */
const library: Make = {
  name: 'Markdown library',
  files: (texts) => fc.record({ said: fc.array(texts, { minLength: 2, maxLength: 3 }), sign: fc.constantFrom('`', '~'), eol: fc.constantFrom('\n', '\r\n') }).map(({ said, sign, eol }): Made => {
    const text = said.map((each, i) => {
      const body = lines(around(each));
      const fence = sign.repeat(Math.max(3, ...[...body.matchAll(sign === '`' ? /`+/g : /~+/g)].map((run) => run[0].length + 1)));
      return `## Reply ${i}\n\n${fence}\n${body}\n${fence}\n`;
    }).join('\n');
    return { path: 'saved-replies.md', text: `# Saved replies\n\n${text}`.replaceAll('\n', eol), customer: said.map((_, i) => `/${i}`) };
  }),
  parser: {
    leaves: (text) => {
      const out = new Map<string, unknown>();
      let code = 0;
      fromMarkdown(text).children.forEach((node, i) => (node.type === 'code' ? out.set(`/${code++}`, plain(node.value)) : out.set(`other ${i}`, node.type)));
      return out;
    },
  },
  plain,
  mayRefuse: (wanted) => /```|~~~/.test(wanted),
};

/** One reply to a file, with front matter that the `yaml` package reads. */
const cannedResponse: Make = {
  name: 'canned-response',
  files: (texts) => fc.record({ text: texts, ending: fc.constantFrom('reply.md', 'reply.txt', 'macro.md', 'canned.md'), matter: fc.constantFrom('', '---\ntitle: A\ntags: [b, c]\n---\n', '---\ntitle: "A"\nmarkup: text\n---\n\n'), eol: fc.constantFrom('\n', '\r\n') })
    .map(({ text, ending, matter, eol }): Made => ({ path: `a.${ending}`, text: lines(matter + around(text)).replaceAll('\n', eol), customer: ['body'] })),
  parser: {
    leaves: (text) => {
      const matter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
      return new Map([['matter', JSON.stringify(matter && parse(matter[1]!))], ['body', plain(text.slice(matter?.[0].length ?? 0))]]);
    },
  },
  plain,
  mayRefuse: () => false,
};

/** A text is its own parser. */
const text: Make = {
  name: 'text',
  files: (texts) => fc.record({ text: texts, eol: fc.constantFrom('\n', '\r\n', '\r') }).map(({ text: said, eol }): Made => ({ path: 'replies/late.txt', text: lines(around(said)).replaceAll('\n', eol), customer: ['body'] })),
  parser: { leaves: (source) => new Map([['body', plain(source)]]) },
  plain,
  mayRefuse: () => false,
};

export const proseMakes: readonly Make[] = [library, cannedResponse, text];
