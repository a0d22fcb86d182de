/** At the beginning of a cell, and after a semicolon, at which some spreadsheets cut a line. */
const formula = /(^\s*|;\s*)([=+\-@＝＋－＠])/g;
const phoneNumber = /^\+[\d ().-]+$/;

/**
 * One line of a CSV (RFC 4180). An apostrophe stands before what a spreadsheet would run as a formula, because the words may be a
 * stranger's (OWASP, CSV injection).
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(text: string): string {
  const plain = phoneNumber.test(text) ? text : text.replace(formula, "$1'$2");
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
