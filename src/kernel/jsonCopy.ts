/** JSON in, JSON out: a store's answer shares nothing with the value that it was given, and holds nothing that JSON cannot. */
export const jsonCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
