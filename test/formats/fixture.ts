import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { unmark, type Mark } from './marks.ts';

/** What a fixture's sidecar (`NAME.expect.yaml` beside it) says; what it leaves out is not compared. */
export interface Expected {
  readonly format?: string;
  /** True where the file is only read because a person named it. */
  readonly named?: boolean;
  /** The part of the message of the file's error; no error where it is absent. */
  readonly error?: string;
  readonly replies?: readonly {
    readonly id?: string;
    readonly title?: string;
    readonly channel?: string;
    readonly locale?: string;
    /** Audience, role and markup of each field in the order of the file: `customer body html`. */
    readonly fields?: readonly string[];
  }[];
}

/** A file in the documented shape of one format, its marks taken out. */
export interface Fixture {
  /** Folder under `fixtures/`, a colon, and the path that the linter is told. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly expected: Expected;
}

const root = new URL('./fixtures/', import.meta.url);
const sidecar = '.expect.yaml';

/** Every file under `fixtures/FAMILY/`: what stands below the family is the path that the linter sees. */
export function fixtures(): Fixture[] {
  return readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name: family }) =>
    readdirSync(new URL(`${family}/`, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(sidecar))
      .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`.split(`/fixtures/${family}/`).at(-1)!.replace(/^\/+/, ''))
      .sort()
      .map((path) => read(family, path)));
}

function read(family: string, path: string): Fixture {
  const file = new URL(`${family}/${path}`, root);
  const beside = new URL(`${family}/${path}${sidecar}`, root);
  const expected = existsSync(beside) ? (parse(readFileSync(beside, 'utf8')) as Expected) : {};
  return { name: `${family}: ${path}`, path, expected, ...unmark(readFileSync(file, 'utf8')) };
}

/** The same file with the line ends of Windows; nothing where it has them already, or has one line. */
export function withCrlf(fixture: Fixture): Fixture[] {
  const { text, marks } = fixture;
  if (text.includes('\r') || !text.includes('\n')) return [];
  const moved = (offset: number): number => offset + (text.slice(0, offset).match(/\n/g)?.length ?? 0);
  return [{ ...fixture, name: `${fixture.name}, with CRLF`, text: text.replaceAll('\n', '\r\n'), marks: marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })) }];
}
