import { escapeHtml } from './htmlPage.ts';
import { overlaid, type Schema } from './schema.ts';

// Deeper than this only the name of the type is shown; the JSON document has the rest.
const maxDepth = 5;

/** A JSON schema as nested lists of fields, in HTML. `resolve` finds what a `$ref` names. */
export function schemaList(raw: unknown, resolve: (ref: string) => unknown, depth = 0): string {
  const schema = overlaid(raw as Schema, resolve);
  if (depth >= maxDepth) return '';
  if (schema.oneOf ?? schema.anyOf) {
    const choices = (schema.oneOf ?? schema.anyOf ?? []).map((choice) => ({
      choice,
      inner: schemaList(choice, resolve, depth + 1),
    }));
    return choices.every(({ inner }) => inner === '')
      ? ''
      : choices
          .map(
            ({ choice, inner }) =>
              `<h4>${escapeHtml(choice.title ?? typeWords(overlaid(choice, resolve), resolve))}</h4>${inner}`,
          )
          .join('');
  }
  if (schema.items) return schemaList(schema.items, resolve, depth + 1);
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return '';
  const rows = fields.map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    return `<li><code>${escapeHtml(name)}${optional}</code> <span class="soft">${escapeHtml(typeWords(overlaid(field, resolve), resolve))}</span>${schemaList(field, resolve, depth + 1)}</li>`;
  });
  return `<ul class="fields">${rows.join('')}</ul>`;
}

/** The type of a value in words, with what is allowed. */
export function typeWords(schema: Schema, resolve: (ref: string) => unknown): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => String(value)).join(' | ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return [...new Set(choices.map((choice) => typeWords(overlaid(choice, resolve), resolve)))].join(' | ');
  if (schema.items) return `list of ${typeWords(overlaid(schema.items, resolve), resolve)}`;
  if (schema.format) return schema.format;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return schema.maxLength === undefined ? type : `${type}, up to ${schema.maxLength} characters`;
}
