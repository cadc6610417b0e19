import { z } from 'zod';
import { MailFolder, MailItem } from '../exchange/browse.ts';
import { Activity } from '../runbook/runbook.ts';

/** What is looked for in the mailbox of a connection. Nothing of it changes anything. */
export const BrowseRequest = z.discriminatedUnion('kind', [
  /** All folders of the mailbox, as they arrive. */
  z.object({ kind: z.literal('folders'), connection: z.string() }),
  /** A page of a folder's items, newest first; `search` is a part of the subject. */
  z.object({ kind: z.literal('items'), connection: z.string(), folder: z.string(), search: z.string(), offset: z.number().int().min(0) }),
  /** The items that the filters of an activity let through now. Its texts hold no placeholders any more. */
  z.object({ kind: z.literal('matches'), connection: z.string(), activity: Activity }),
]);
export type BrowseRequest = z.infer<typeof BrowseRequest>;

/** What was found. */
export const BrowseEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('folders'), folders: z.array(MailFolder) }),
  /** `next` is where the following page starts; without it this was the last one. */
  z.object({ type: z.literal('items'), items: z.array(MailItem), next: z.number().optional() }),
  /** So many items match so far; with `more`, reading stopped there. The first few are told with the count they belong to. */
  z.object({ type: z.literal('matches'), count: z.number(), more: z.boolean(), items: z.array(MailItem) }),
]);
export type BrowseEvent = z.infer<typeof BrowseEvent>;
