/** Whether people reach the hub by TLS, as `PUBLIC_URL` says it. */
export const isByTls = (publicUrl: string | null): boolean => publicUrl?.startsWith('https:') ?? false;
