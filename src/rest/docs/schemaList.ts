import { escapeHtml } from './htmlPage.ts';

interface Schema {
  $ref?: string;
  title?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  maxLength?: number;
  format?: string;
}

// Deeper than this only the name of the type is shown; the JSON document has the rest.
const maxDepth = 5;

/** A JSON schema as nested lists of fields, in HTML. `resolve` finds what a `$ref` names. */
export function schemaList(raw: unknown, resolve: (ref: string) => unknown, depth = 0): string {
  const schema = settled(raw as Schema, resolve);
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
              `<h4>${escapeHtml(choice.title ?? typeWords(settled(choice, resolve), resolve))}</h4>${inner}`,
          )
          .join('');
  }
  if (schema.items) return schemaList(schema.items, resolve, depth + 1);
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return '';
  const rows = fields.map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    return `<li><code>${escapeHtml(name)}${optional}</code> <span class="soft">${escapeHtml(typeWords(settled(field, resolve), resolve))}</span>${schemaList(field, resolve, depth + 1)}</li>`;
  });
  return `<ul class="fields">${rows.join('')}</ul>`;
}

/** The schema itself: references followed, parts of an `allOf` laid over each other. */
function settled(schema: Schema, resolve: (ref: string) => unknown): Schema {
  if (schema.$ref) return settled(resolve(schema.$ref) as Schema, resolve);
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => settled(part, resolve));
  const overlaid: Schema = { type: 'object', properties: {}, required: parts.flatMap((part) => part.required ?? []) };
  for (const part of parts) Object.assign(overlaid.properties as object, part.properties);
  return overlaid;
}

function typeWords(schema: Schema, resolve: (ref: string) => unknown): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => String(value)).join(' | ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return [...new Set(choices.map((choice) => typeWords(settled(choice, resolve), resolve)))].join(' | ');
  if (schema.items) return `list of ${typeWords(settled(schema.items, resolve), resolve)}`;
  if (schema.format) return schema.format;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return schema.maxLength === undefined ? type : `${type}, at most ${schema.maxLength} characters`;
}
