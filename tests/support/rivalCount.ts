/**
 * How many writers a store's tests let loose at once: enough that every step of one meets every step of another, and few enough
 * that a busy machine's database answers the last of them within the 5 s after which an adapter takes it for hung.
 */
export const rivalCount = 20;
