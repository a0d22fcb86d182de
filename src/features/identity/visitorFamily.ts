/**
 * The family of a visitor's sessions, as a login has one: those that began anonymously and those that a site vouched for end
 * apart, because who copied an anonymous token must not read on as the person who has signed in since.
 */
export const visitorFamily = (visitorId: string, signed: boolean): string =>
  signed ? `${visitorId}:signed` : visitorId;
