import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './streams.ts';

/**
 * Standard output or error. Node takes longer to build a stream than we take to check a reply, so into files and pipes we
 * write without one, as long as the system takes what it is given at once. A terminal has the stream, which knows its size.
 * A reader that has seen enough (`| head`) closes the pipe; that is no fault, and ends the run.
 */
export function outputOf(fd: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  let built: NodeJS.WriteStream | null = null;
  const build = (): NodeJS.WriteStream => {
    if (built) return built;
    built = stream();
    built.on('error', gone);
    return built;
  };
  const direct = process.platform !== 'win32' && takesBytes(fd);
  return {
    write(content) {
      let rest = typeof content === 'string' ? Buffer.from(content) : content;
      if (direct && !built) {
        try {
          while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') gone(error as NodeJS.ErrnoException);
        }
      }
      if (rest.length > 0) build().write(rest);
    },
    get isTTY() { return direct ? false : build().isTTY; },
    get columns() { return direct ? undefined! : build().columns; },
  };
}

function takesBytes(fd: number): boolean {
  try {
    const kind = fstatSync(fd);
    return kind.isFile() || kind.isFIFO() || kind.isSocket();
  } catch {
    return false;
  }
}

function gone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
