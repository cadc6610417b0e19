/** The kind of data that a drag from the palette carries: the type of an activity. */
export const activityDragType = 'application/x-runbook-activity';
