import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Keeps a handler that fails from taking the server with it, and cancelled work from being done or answered. */
export class Guard {
  private readonly log: (message: string) => void;

  constructor(log: (message: string) => void) {
    this.log = log;
  }

  /** One line in the client's log. `doing` completes "Something went wrong while …". */
  readonly report = (doing: string, error: unknown): void => {
    this.log(`Something went wrong while ${doing}: ${error instanceof Error ? error.message : String(error)}. ReplyLint goes on with the rest.`);
  };

  notification<P>(doing: string, handle: (params: P) => void | Promise<void>): (params: P) => Promise<void> {
    return async (params) => {
      try {
        await handle(params);
      } catch (error) {
        this.report(doing, error);
      }
    };
  }

  /** `otherwise` is the answer where the handler fails. */
  request<P, R>(doing: string, otherwise: R, handle: (params: P, token: CancellationToken) => R | Promise<R>): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
    return async (params, token) => {
      if (token.isCancellationRequested) return cancelled();
      try {
        const answer = await handle(params, token);
        return token.isCancellationRequested ? cancelled() : answer;
      } catch (error) {
        if (token.isCancellationRequested) return cancelled();
        this.report(doing, error);
        return otherwise;
      }
    };
  }
}

/** Thrown inside a handler to stop work that nobody waits for any more. */
export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new Error('cancelled');
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
