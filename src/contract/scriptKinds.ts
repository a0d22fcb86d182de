/** The purposes of a script. */
export const scriptKinds = ['re-engagement', 'showing-follow-up', 'objection', 'appointment-confirmation'] as const;
export type ScriptKind = (typeof scriptKinds)[number];

/** How the agent reaches the lead with it. */
export const scriptChannels = ['call', 'text', 'email'] as const;
export type ScriptChannel = (typeof scriptChannels)[number];

/** The lead's objection. `family`: somebody else decides too; `competition`: another agent, or another home. */
export const scriptObjections = ['price', 'timing', 'financing', 'family', 'competition'] as const;
export type ScriptObjection = (typeof scriptObjections)[number];
