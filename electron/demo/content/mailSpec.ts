/** A file of a seeded mail: its text becomes the content. */
export interface FileSpec {
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

/** A seeded mail. People are usernames of the demo organisation or `Name <address>`. */
export interface MailSpec {
  readonly from: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  /** Plain text; as HTML where it starts with `<`. */
  readonly body: string;
  /** Days before the start of the server, and time of day in UTC. */
  readonly daysAgo: number;
  readonly at: string;
  readonly unread?: true;
  readonly importance?: 'Low' | 'High';
  readonly categories?: readonly string[];
  readonly files?: readonly FileSpec[];
}
