import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Clock } from './runtime.ts';

/** Long enough to not run between two keystrokes, short enough to feel immediate. */
export const pushDelay = 150;

/** Sends diagnostics to clients that do not ask for them: soon after the last of several edits. */
export class Publisher {
  private readonly waiting = new Map<string, () => void>();
  private readonly clock: Clock;
  /** The params to send; null where the document is gone. */
  private readonly compute: (uri: string) => Promise<PublishDiagnosticsParams | null>;
  private readonly send: (params: PublishDiagnosticsParams) => Promise<void>;
  private readonly report: (doing: string, error: unknown) => void;

  constructor(clock: Clock, compute: Publisher['compute'], send: Publisher['send'], report: Publisher['report']) {
    this.clock = clock;
    this.compute = compute;
    this.send = send;
    this.report = report;
  }

  soon(uri: string): void {
    this.waiting.get(uri)?.();
    this.waiting.set(uri, this.clock.after(pushDelay, () => {
      this.waiting.delete(uri);
      void this.now(uri);
    }));
  }

  async now(uri: string): Promise<void> {
    try {
      const params = await this.compute(uri);
      if (params) await this.send(params);
    } catch (error) {
      this.report('showing the findings of a file', error);
    }
  }

  /** Takes away what was shown of a document that is no longer open. */
  async clear(uri: string): Promise<void> {
    await this.send({ uri, diagnostics: [] });
  }
}
