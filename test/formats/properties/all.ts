import { csvMakes } from './makes/csv.ts';
import { htmlMake, htmlProperties } from './makes/html.ts';
import { jsonMake } from './makes/json.ts';
import { proseMakes } from './makes/prose.ts';
import { xmlMake } from './makes/xml.ts';
import { yamlMakes } from './makes/yaml.ts';
import { fixingInPieces } from './fixing-in-pieces.ts';
import { propertiesOf } from './properties.ts';
import type { Property } from './property.ts';
import { sessionProperty } from './sessions.ts';

/** Every property of every syntax, those that take longest first. */
export const all: readonly Property[] = [
  ...[...yamlMakes, ...proseMakes, ...csvMakes, jsonMake, xmlMake].flatMap(propertiesOf), ...htmlProperties, fixingInPieces(htmlMake), sessionProperty(htmlMake),
];
