/** Facts about the person, not about what they look for. */
export const personSlots = ['name', 'phone', 'email', 'limits', 'bestTime', 'contactBy'] as const;
