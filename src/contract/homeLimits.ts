/** Sizes of homes that both ends know. */
export const homeLimits = {
  rowsPerFile: 50_000,
  fileBytes: 16_000_000,
  /** So many problems of a file are told by the call; the rest is counted. */
  problemsTold: 100,
  photos: 30,
} as const;
