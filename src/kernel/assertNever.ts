/** The compiler refuses a switch that forgot a case; at run time a value from elsewhere fails loudly. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value of type ${typeof value}`);
}
