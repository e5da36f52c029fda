import { slug } from '../replies/response-id.ts';

/** Names that Windows keeps for devices, whatever ending they have. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Hands out names of files: the second of the same title is `title-2`. */
export class FileNames {
  private readonly used = new Set<string>();

  /** @param ending with its dots, such as `.reply.md`. */
  next(title: string, ending: string): string {
    const said = slug(title);
    const base = devices.test(said) ? `${said}-reply` : said;
    let name = base;
    // One folder, whatever the ending: the two would be hard to tell apart.
    for (let nth = 2; this.used.has(name); nth++) name = `${base}-${nth}`;
    this.used.add(name);
    return `${name}${ending}`;
  }
}
