/** How many people one note may mention. */
export const mentionsPerNote = 20;
