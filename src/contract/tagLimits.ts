/** How many tags and rules a brokerage may have, and how many tags one conversation. */
export const tagLimits = { list: 50, nameChars: 30, rules: 50, ruleChars: 60, each: 10 } as const;
