/** Material for a prompt: JSON in which no `<` is left, so that no text can close its block. */
export const dataBlock = (name: string, value: unknown): string =>
  `<data name="${name}">\n${JSON.stringify(value).replaceAll('<', '\\u003c')}\n</data>`;
