/** The hint for an admin under the link of the Texas notice (22 TAC 531.20). */
export const servicesNoticeHint = (link: string): string =>
  link === ''
    ? 'Not set. Texas requires it: enter the https link to your completed TREC notice (IABS). Elsewhere, leave it blank.'
    : 'Jorge and the widget show it with the first message. In Texas, a link in a chat doesn’t count as delivery: also email the notice or deliver it in person, and record that in the lead’s details.';
