/** Feelings after which nothing is asked of price, time or condition: those who are angry still want to be served. */
const gentle: ReadonlySet<string> = new Set(['grief', 'separation', 'money-trouble', 'fear', 'danger']);

/** No form is put to somebody in this situation. */
export const isGentle = (situation: string): boolean => gentle.has(situation);
