import type { Row } from '../row.ts';
import { edit, editOverStdio, growth } from './edit.ts';
import { editor } from './editor.ts';
import { jsonReport } from './json-report.ts';
import { jsonLibrary, yamlLibrary } from './library.ts';
import { markdown } from './markdown.ts';
import { memory } from './memory.ts';
import { proseLinters } from './prose-linters.ts';
import { size } from './size.ts';
import { start } from './start.ts';
import { workers } from './workers.ts';

/** The table, in its order. */
export const rows: readonly Row[] = [markdown, proseLinters, yamlLibrary, jsonLibrary, jsonReport, edit, growth, editOverStdio, start, editor, memory, workers, size];
