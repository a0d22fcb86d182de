/** How many narratives, or reports, of one lead are read at once. */
export const writingsPage = 50;
