/**
 * The family of a visitor's sessions, as a login has one. Anonymous sessions and those that a site vouched for end apart: a copied
 * anonymous token must not go on reading as the person who has signed in since.
 */
export const visitorFamily = (visitorId: string, signed: boolean): string =>
  signed ? `${visitorId}:signed` : visitorId;
