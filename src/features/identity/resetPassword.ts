import type { IdentityStore, PasswordHasher } from './ports.ts';
import { emailKey } from './rules.ts';

/** Sets a new password and ends every session and password link of that person, on every node within two seconds. False for an unknown address. */
export async function resetPassword(
  deps: { store: IdentityStore; hasher: PasswordHasher },
  input: { email: string; password: string },
): Promise<boolean> {
  const user = await deps.store.findUserByEmail(emailKey(input.email));
  if (!user) return false;
  const passwordHash = await deps.hasher.hash(input.password);
  await deps.store.changeUser(user.id, { passwordHash, passwordLink: null, tokenVersion: user.tokenVersion + 1 });
  await deps.store.revokeUserTokens(user.id);
  return true;
}
