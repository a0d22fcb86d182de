/** Situations in which nothing is asked about price, time or condition. Anger is not among them: angry visitors still want to be served. */
const gentle: ReadonlySet<string> = new Set(['grief', 'separation', 'money-trouble', 'fear', 'danger']);

/** No form is put to somebody in this situation. */
export const isGentle = (situation: string): boolean => gentle.has(situation);
