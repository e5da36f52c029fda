import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { renderFramework } from '../../server/src/core/frameworks/explain.ts';
import { shippedFrameworks } from '../../server/src/core/frameworks/shipped.ts';
import type { CueSource } from '../../server/src/core/rules/rule.ts';
import type { Pages } from '../write-docs.ts';

const head = '<!-- Written by scripts/write-docs.ts from server/frameworks; change the framework file and run it again. -->\n\n';
const { frameworks } = shippedFrameworks();

const folder = path.join(import.meta.dirname, '../../server/cues/en');
const cues = readdirSync(folder).sort().map((name) => parse(readFileSync(path.join(folder, name), 'utf8')) as CueSource);

/** How a team writes its own; `test/unit/framework-page.test.ts` reads this example and tries it. */
const own = `## One of your own

A framework is a list of steps. Each says what shows it: a cue (the list is below), or a pattern in the language of
[patterns](../patterns.md). This one goes into \`.replylint.yaml\`:

\`\`\`yaml
framework: front-desk
frameworks:
  - id: front-desk
    title: Front desk
    steps:
      - id: by-name
        title: By name
        what: The reply greets the guest by name.
        could: greet the guest by name
        shown:
          - match: "^ dear <placeholder>"
      - id: way-back
        title: Way back
        what: The reply says how to answer.
        could: say how to answer
        place: closing
        shown:
          - cue: invitation
        needed:
          - purpose: [ordinary]
  - id: leaps
    steps:
      - id: ask
        could: ask for the room number
\`\`\`

The first is new, and the checklist follows it. The second has the id of one that ships and changes one of its steps: what is
not said stays. \`place\` is \`opening\`, \`first-half\`, \`closing\` or \`anywhere\`; \`half\` lists what shows the step only weakly;
\`counterfeit\` lists rules whose findings take it back; without \`needed\` every reply needs the step.
`;

const cueList = `## Cues\n\nWhat patterns, frameworks and rules of your own may ask for by name.\n\n| cue | what it shows |\n| --- | --- |\n${cues.map(({ id, about }) => `| \`${id}\` | ${about.replace(/\|/g, '\\|').replace(/([^.])$/, '$1.')} |`).join('\n')}\n`;

/** A page for each framework, and their list. */
export const frameworkPages: Pages = {
  folder: 'docs/frameworks',
  files: new Map([
    ...frameworks.map((framework) => [`${framework.id}.md`, head + renderFramework(framework)] as const),
    ['README.md', `${head}# Frameworks\n\nA checklist follows one of these. A team can change them, or bring its own, under \`frameworks\` in its settings.\n\n${frameworks.map(({ id, title, about }) => `- [${title}](${id}.md): ${about}`).join('\n')}\n\n${own}\n${cueList}`],
  ]),
};
