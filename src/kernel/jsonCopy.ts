/** JSON in, JSON out: what a store hands back shares nothing with what it was given, and holds nothing that JSON cannot. */
export const jsonCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
