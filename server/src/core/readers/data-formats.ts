import { jsonSyntax } from './json/json-syntax.ts';
import type { Candidate, Format, Problem } from './reader.ts';
import { isToolFile } from './shapes/file-names.ts';
import { chatbotShapes } from './shapes/chatbots.ts';
import { expanderShapes } from './shapes/expanders.ts';
import { genericRecords, keyedRecords, keyedTexts } from './shapes/generic.ts';
import { githubBots } from './shapes/github-bots.ts';
import { helpdeskShapes } from './shapes/helpdesks.ts';
import { localeStrings } from './shapes/locale-strings.ts';
import { openSourceShapes } from './shapes/open-source.ts';
import { repositoryShapes } from './shapes/repository.ts';
import type { Shape } from './shapes/shape.ts';
import { shapeReader } from './shapes/shape-reader.ts';
import type { Syntax } from './shapes/syntax.ts';
import type { Tree } from './shapes/tree.ts';
import { intercomDynamicContent, zendeskDynamicContent } from './shapes/variants.ts';
import { zendeskChat, zendeskConversations, zendeskMacros } from './shapes/zendesk.ts';
import { yamlSyntax } from './yaml/yaml-syntax.ts';

/** Particular shapes first: what a generic one would take too belongs to the helpdesk that it comes from. */
const shapes: readonly Shape[] = [
  zendeskMacros, zendeskDynamicContent, zendeskChat, zendeskConversations, intercomDynamicContent, ...helpdeskShapes, ...openSourceShapes,
  ...chatbotShapes, ...expanderShapes, ...repositoryShapes, githubBots, genericRecords, keyedRecords, localeStrings, keyedTexts,
];

/** The formats of JSON and YAML files; those of no known shape are of none. */
export const dataFormats: Format[] = shapes.map((shape) => ({
  id: shape.format,
  recognise(file) {
    const syntax = syntaxOf(file.path);
    if (syntax === null || (isToolFile(file.path) && !shape.toolFiles?.test(file.path))) return null;
    return parsed(file, syntax).roots.some((root) => shape.find(root, file.path) !== null) ? shapeReader(syntaxKnowing(file, syntax), shape, file.path) : null;
  },
}));

/** Why a JSON or YAML file does not parse; null where it does, or is neither. */
export function dataSyntaxProblem(file: Candidate): Problem | null {
  const syntax = syntaxOf(file.path);
  return syntax === null ? null : parsed(file, syntax).problems[0] ?? null;
}

/** The syntax that a path's ending tells; null where it is neither JSON nor YAML. */
export function syntaxOf(path: string): Syntax | null {
  if (/\.jsonc?$/i.test(path)) return jsonSyntax;
  return /\.ya?ml$/i.test(path) ? yamlSyntax : null;
}

/** The same syntax, which parses the text of a file that was just recognised no second time. It forgets it after that. */
function syntaxKnowing(file: Candidate, syntax: Syntax): Syntax {
  let fresh: Candidate | null = file;
  return {
    ...syntax,
    parse(text) {
      const result = fresh?.text === text ? parsed(fresh, syntax) : syntax.parse(text);
      fresh = null;
      return result;
    },
  };
}

/** All formats look at one candidate in turn: it is parsed once, and forgotten with the candidate. */
const known = new WeakMap<Candidate, Parsed>();

interface Parsed {
  readonly roots: readonly Tree[];
  readonly problems: readonly Problem[];
}

function parsed(file: Candidate, syntax: Syntax): Parsed {
  let result = known.get(file);
  if (result === undefined) {
    const { roots, problems } = syntax.parse(file.text);
    result = { roots: roots.filter((root) => root !== null), problems };
    known.set(file, result);
  }
  return result;
}
