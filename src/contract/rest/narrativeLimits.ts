/** Of one order for several stories, and of a story that a person edited. Apart from the schemas: pages need them without zod. */
export const narrativeLimits = { batchItems: 50, textChars: 6_000 } as const;
