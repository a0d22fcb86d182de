import { Mark } from '../Mark.tsx';
import { useSession } from '../SessionContext.ts';
import { FactorSetup } from './FactorSetup.tsx';

/** Before anything else for somebody of whom their brokerage requires a second factor. */
export default function RequiredFactor() {
  const { session } = useSession();
  async function goOn() {
    // The tokens of before say that it is missing: new ones let in.
    await session.token(await session.token()).catch(() => undefined);
  }
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <Mark />
        <h1>Set up a second factor</h1>
        <p>For your role, your brokerage requires a code as well as a password.</p>
        <FactorSetup hasFactor={false} doneLabel="Continue" onDone={() => void goOn()} />
        <button type="button" className="link" onClick={() => void session.signOut()}>
          Sign out
        </button>
      </div>
    </main>
  );
}
