/** As many addresses are sent to at once: an address that hangs takes one of the places in which jobs run. */
const ofNode = 4;
const ofTenant = 2;

export interface SendingSlots {
  /** False where this node, or this brokerage on it, is sending to enough addresses. */
  take(tenantId: string): boolean;
  letGo(tenantId: string): void;
}

/** Bounds what one node sends at once, so that neither its other jobs nor other brokerages wait for addresses that hang. */
export function createSendingSlots(): SendingSlots {
  const taken = new Map<string, number>();
  let inAll = 0;
  return {
    take(tenantId) {
      const own = taken.get(tenantId) ?? 0;
      if (inAll >= ofNode || own >= ofTenant) return false;
      taken.set(tenantId, own + 1);
      inAll += 1;
      return true;
    },
    letGo(tenantId) {
      const own = taken.get(tenantId) ?? 0;
      if (own <= 1) taken.delete(tenantId);
      else taken.set(tenantId, own - 1);
      inAll -= 1;
    },
  };
}
