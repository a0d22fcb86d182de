/** Characters of a task's words. */
export const taskChars = 500;
/** Open tasks in one conversation. */
export const tasksOfConversation = 50;
/** Open tasks of one person of the team. */
export const tasksOfPerson = 500;
/** How many days ahead a task may be due. */
export const taskDaysAhead = 730;
