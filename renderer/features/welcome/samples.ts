/** The sample runbooks that the demo workspace can open; main knows them by these ids. */
export const samples: readonly { readonly id: string; readonly title: string; readonly summary: string }[] = [
  { id: 'answer-help-desk-mail', title: 'Answer help desk mail', summary: 'Confirms every unread help desk mail and files it.' },
];
