/**
 * A table as a person writes it: the first line names the columns, the first cell of each other line names the line. Two spaces or
 * more divide the cells.
 */
export function readTable(written: string): { columns: string[]; lines: Map<string, Map<string, string>> } {
  const rows = written
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/));
  const [[, ...columns] = [], ...rest] = rows;
  const lines = new Map<string, Map<string, string>>();
  for (const [name = '', ...cells] of rest) {
    if (cells.length !== columns.length) throw new Error(`${name} has ${cells.length} cells, not ${columns.length}`);
    if (lines.has(name)) throw new Error(`${name} stands twice`);
    lines.set(name, new Map(columns.map((column, at) => [column, cells[at] as string])));
  }
  return { columns, lines };
}
