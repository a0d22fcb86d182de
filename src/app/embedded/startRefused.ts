/** The hub cannot start here, and `message` is the one line that tells a person what to do. Exit code 1, no stack. */
export class StartRefused extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StartRefused';
  }
}
