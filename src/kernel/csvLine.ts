/**
 * One line of a CSV (RFC 4180). A cell that a spreadsheet would run as a formula begins with an apostrophe, because its words may be a
 * stranger's (OWASP, CSV injection).
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
