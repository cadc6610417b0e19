/** How often a link gave one reason. */
export interface LinkReason {
  readonly reason: string;
  readonly followed: boolean;
  readonly count: number;
}

/** What happened at a link: how many rows it let pass, and why. */
export interface LinkView {
  readonly followed: number;
  readonly stopped: number;
  readonly lastReason: string;
  /** Different reasons in order of appearance; the rows of further ones are counted in `otherReasons`. */
  readonly reasons: readonly LinkReason[];
  readonly otherReasons: number;
}

/** A link that no row has met. */
export const emptyLinkView: LinkView = { followed: 0, stopped: 0, lastReason: '', reasons: [], otherReasons: 0 };

/** Reasons name values, so a long run could have as many as rows; more than these are not kept one by one. */
const mostReasons = 50;

/** The link after one more row. */
export function withVerdict(view: LinkView, followed: boolean, reason: string): LinkView {
  const at = view.reasons.findIndex((entry) => entry.reason === reason && entry.followed === followed);
  const before = view.reasons[at];
  const counts = { followed: view.followed + (followed ? 1 : 0), stopped: view.stopped + (followed ? 0 : 1), lastReason: reason };
  if (before !== undefined) return { ...view, ...counts, reasons: view.reasons.with(at, { ...before, count: before.count + 1 }) };
  if (view.reasons.length >= mostReasons) return { ...view, ...counts, otherReasons: view.otherReasons + 1 };
  return { ...view, ...counts, reasons: [...view.reasons, { reason, followed, count: 1 }] };
}
