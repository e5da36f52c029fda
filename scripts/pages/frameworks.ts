import { renderFramework } from '../../server/src/core/frameworks/explain.ts';
import { shippedFrameworks } from '../../server/src/core/frameworks/shipped.ts';
import type { Pages } from '../write-docs.ts';

const head = '<!-- Written by scripts/write-docs.ts from server/frameworks; change the framework file and run it again. -->\n\n';
const { frameworks } = shippedFrameworks();

/** A page for each framework, and their list. */
export const frameworkPages: Pages = {
  folder: 'docs/frameworks',
  files: new Map([
    ...frameworks.map((framework) => [`${framework.id}.md`, head + renderFramework(framework)] as const),
    ['README.md', `${head}# Frameworks\n\nA checklist follows one of these. A team can change them, or bring its own, under \`frameworks\` in its settings.\n\n${frameworks.map(({ id, title, about }) => `- [${title}](${id}.md): ${about}`).join('\n')}\n`],
  ]),
};
