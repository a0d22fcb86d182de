/**
 * Everything that `read` gives, page by page in the order of the ids, to the end; only one page is held at a time. `read` gives at
 * most `size` past the id `after`, the first ones without it; fewer than `size` is the end.
 */
export async function* readPages<T extends { id: string }>(
  size: number,
  read: (after?: string) => Promise<T[]>,
): AsyncGenerator<T, void, undefined> {
  for (let after: string | undefined; ; ) {
    const page = await read(after);
    yield* page;
    after = page.at(-1)?.id;
    if (page.length < size || after === undefined) return;
  }
}
