import type { DeliveryProblem } from '../../contract/webhooks.ts';

/** Why a delivery did not arrive, for an admin. */
export function problemWords(problem: DeliveryProblem, status: number | null): string {
  switch (problem) {
    case 'not-reached':
      return 'The server couldn’t be reached.';
    case 'not-allowed':
      return 'The address leads into a private network, which the hub never connects to.';
    case 'too-slow':
      return 'The server didn’t answer within 5 seconds.';
    case 'refused':
      return status === 410 ? 'The server says this address is gone (410).' : `The server answered with ${status}.`;
    case 'redirected':
      return `The server redirected elsewhere (${status}). Redirects aren’t followed.`;
    case 'cut-off':
      return 'The hub stopped while this was being sent.';
    case 'erased':
      return 'The conversation was deleted before this could be sent.';
    case 'not-found':
      return 'What this was about no longer exists.';
    case 'secret-lost':
      return 'The hub can no longer read this webhook’s secret. Delete the webhook and add it again.';
    default:
      return problem satisfies never;
  }
}
