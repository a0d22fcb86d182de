/** The button that puts rows that hold still in their new order. */
export const showUpdates = (count: number): string => `Show ${count} ${count === 1 ? 'update' : 'updates'}`;
