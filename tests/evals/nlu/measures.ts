import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rules were written with an eye on `learnt`; `heldOut` shows whether they hold where nobody looked. */
export type Part = 'learnt' | 'heldOut';

export const isHeldOut = (id: string): boolean =>
  (createHash('sha256').update(`nlu|${id}`).digest()[0] as number) < 128;

export function readRows<Row>(data: string, file: string): Row[] {
  return readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** The rows of those of the files that are there: a set may hold its training half, its test half or both. */
export const existingRows = <Row>(data: string, files: string[]): Row[] =>
  files.filter((file) => existsSync(join(data, file))).flatMap((file) => readRows<Row>(data, file));

/** Right, superfluous and missed readings, and what follows from them. A wrong value is both superfluous and missed. */
export class Counts {
  right = 0;
  superfluous = 0;
  missed = 0;

  add(isThere: boolean, isRead: boolean, isRight: boolean): void {
    if (isThere && isRead && isRight) this.right += 1;
    else {
      if (isRead) this.superfluous += 1;
      if (isThere) this.missed += 1;
    }
  }

  get said(): number {
    return this.right + this.missed;
  }
  get precision(): number {
    return this.right / Math.max(1, this.right + this.superfluous);
  }
  get recall(): number {
    return this.right / Math.max(1, this.said);
  }
  get f1(): number {
    return (2 * this.right) / Math.max(1, 2 * this.right + this.superfluous + this.missed);
  }
  plus(other: Counts): Counts {
    const sum = new Counts();
    sum.right = this.right + other.right;
    sum.superfluous = this.superfluous + other.superfluous;
    sum.missed = this.missed + other.missed;
    return sum;
  }
}
