/** What a script is for. */
export const scriptKinds = ['re-engagement', 'showing-follow-up', 'objection', 'appointment-confirmation'] as const;
export type ScriptKind = (typeof scriptKinds)[number];

/** How the agent reaches the lead with it. */
export const scriptChannels = ['call', 'text', 'email'] as const;
export type ScriptChannel = (typeof scriptChannels)[number];

/** What the lead holds against it. `family`: somebody else decides too; `competition`: another agent, or another home. */
export const scriptObjections = ['price', 'timing', 'financing', 'family', 'competition'] as const;
export type ScriptObjection = (typeof scriptObjections)[number];
