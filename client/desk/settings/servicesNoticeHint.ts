/** The hint for an admin under the link of the Texas notice (22 TAC 531.20). */
export const servicesNoticeHint = (link: string): string =>
  link === ''
    ? 'Not set. In Texas it is owed: put the https link of your completed TREC notice (IABS) here. Elsewhere leave it empty.'
    : 'Jorge and the widget show it with the first words. In Texas a link in a chat is no delivery: e-mail the notice or hand it over too, and note it at the lead.';
