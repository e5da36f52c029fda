import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver';
import type { Encoding } from '../core/text/encoding.ts';
import type { Configs, Setup } from './configs.ts';
import { OpenDocument } from './open-document.ts';
import type { Disk } from './runtime.ts';

/** The documents that the editor has open. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();
  /** Documents whose config the client has not sent yet. */
  private readonly waiting = new Map<string, Promise<void>>();
  private readonly configs: Configs;
  private readonly report: (doing: string, error: unknown) => void;
  private readonly disk: Disk | undefined;
  private revisions = 0;

  constructor(configs: Configs, report: (doing: string, error: unknown) => void, disk?: Disk) {
    this.configs = configs;
    this.report = report;
    this.disk = disk;
  }

  all(): readonly OpenDocument[] { return [...this.open.values()]; }

  /** The document as soon as it has its final config; undefined where it is not open. */
  async settled(uri: string): Promise<OpenDocument | undefined> {
    await this.waiting.get(uri);
    return this.open.get(uri);
  }

  add(item: TextDocumentItem): void {
    const setup = this.configs.setupFor(item.uri);
    const document = new OpenDocument(item, setup instanceof Promise ? this.configs.plainSetupFor(item.uri) : setup, this.report, encodingOf(item, this.disk));
    document.revision = ++this.revisions;
    this.open.set(item.uri, document);
    if (setup instanceof Promise) this.reopenWith(document, setup);
  }

  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.open.get(textDocument.uri);
    if (!document) return;
    document.version = textDocument.version;
    document.revision = ++this.revisions;
    document.apply(contentChanges);
  }

  remove(uri: string): void {
    this.open.delete(uri);
    this.waiting.delete(uri);
  }

  /** Every document is read again with the config that holds now. */
  reload(): void {
    for (const document of this.open.values()) {
      const setup = this.configs.setupFor(document.uri);
      document.revision = ++this.revisions;
      if (setup instanceof Promise) this.reopenWith(document, setup);
      else document.reopen(setup);
    }
  }

  private reopenWith(document: OpenDocument, setup: Promise<Setup>): void {
    const done = setup.then((found) => {
      if (this.open.get(document.uri) !== document || this.waiting.get(document.uri) !== done) return;
      document.reopen(found);
      document.revision = ++this.revisions;
    }).catch((error: unknown) => { this.report(`reading the config for ${document.path}`, error); })
      .finally(() => { if (this.waiting.get(document.uri) === done) this.waiting.delete(document.uri); });
    this.waiting.set(document.uri, done);
  }
}

/** What the editor will write the document in, going by the file: only where it read the same text in it as we do. */
function encodingOf({ uri, text }: TextDocumentItem, disk: Disk | undefined): Encoding | undefined {
  const there = disk?.read(uri);
  return there && !there.problem && there.text === text ? there.encoding : undefined;
}
