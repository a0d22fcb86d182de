/** The two logs of a conversation. Only `public` is ever shown to a visitor. */
export type LogKind = 'public' | 'internal';
export const logNameOf = (kind: LogKind, conversationId: string): string => `${kind}:${conversationId}`;
/** Whether a log is the team's, by its name. */
export const isTeamLog = (name: string): boolean => parseLogName(name)?.kind === 'internal';
/** `public:abc` → `{kind: 'public', conversationId: 'abc'}`; null when it is no log's name. */
export function parseLogName(name: string): { kind: LogKind; conversationId: string } | null {
  const match = /^(public|internal):(.{1,64})$/.exec(name);
  return match ? { kind: match[1] as LogKind, conversationId: match[2] as string } : null;
}
