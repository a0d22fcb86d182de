/** As much of a JSON schema as the documents show. */
export interface Schema {
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
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  format?: string;
}

/** The schema itself: references followed, parts of an `allOf` laid over each other. */
export function overlaid(schema: Schema, resolve: (ref: string) => unknown): Schema {
  if (schema.$ref) return overlaid(resolve(schema.$ref) as Schema, resolve);
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => overlaid(part, resolve));
  const whole: Schema = { type: 'object', properties: {}, required: parts.flatMap((part) => part.required ?? []) };
  for (const part of parts) Object.assign(whole.properties as object, part.properties);
  return whole;
}
