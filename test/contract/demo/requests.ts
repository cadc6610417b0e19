/** Requests of tests, as XML. Texts are put in as they are. */

/** GetItem of some ids with a shape and further properties. */
export function getItems(ids: readonly string[], more = '', shape = 'AllProperties'): string {
  return `<m:GetItem><m:ItemShape><t:BaseShape>${shape}</t:BaseShape>${more}</m:ItemShape><m:ItemIds>${ids.map((id) => `<t:ItemId Id="${id}"/>`).join('')}</m:ItemIds></m:GetItem>`;
}

/** FindItem of a well-known folder with subjects. */
export function findIn(folder: string, parts: { restriction?: string; sort?: string; view?: string; fields?: readonly string[]; query?: string } = {}): string {
  const { restriction = '', sort = '', view = '', fields = ['item:Subject'], query = '' } = parts;
  const asked = fields.map((field) => `<t:FieldURI FieldURI="${field}"/>`).join('');
  return `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>${asked}</t:AdditionalProperties></m:ItemShape>${view}${restriction}${sort}<m:ParentFolderIds><t:DistinguishedFolderId Id="${folder}"/></m:ParentFolderIds>${query}</m:FindItem>`;
}

/** CreateItem of a calendar item from its content. */
export function createAppointment(content: string, mode = 'SendToNone'): string {
  return `<m:CreateItem SendMeetingInvitations="${mode}"><m:Items><t:CalendarItem>${content}</t:CalendarItem></m:Items></m:CreateItem>`;
}

/** CreateItem that saves any other item. */
export function saveItem(item: string): string {
  return `<m:CreateItem MessageDisposition="SaveOnly"><m:Items>${item}</m:Items></m:CreateItem>`;
}

/** SetItemField of a property of an item element. */
export function set(uri: string, kind: string, content: string): string {
  return `<t:SetItemField><t:FieldURI FieldURI="${uri}"/><t:${kind}>${content}</t:${kind}></t:SetItemField>`;
}

/** DeleteItemField of a property. */
export function unset(uri: string): string {
  return `<t:DeleteItemField><t:FieldURI FieldURI="${uri}"/></t:DeleteItemField>`;
}

/** UpdateItem that overwrites whatever happened meanwhile. */
export function updateItem(id: string, updates: string, { invitations = 'SendToNone', disposition = 'SaveOnly' } = {}): string {
  return `<m:UpdateItem ConflictResolution="AlwaysOverwrite" MessageDisposition="${disposition}" SendMeetingInvitationsOrCancellations="${invitations}"><m:ItemChanges><t:ItemChange><t:ItemId Id="${id}"/><t:Updates>${updates}</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>`;
}

/** A list of attendees. */
export function attendees(list: string, ...addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<t:Attendee><t:Mailbox><t:EmailAddress>${address}</t:EmailAddress></t:Mailbox></t:Attendee>`);
  return `<t:${list}>${entries.join('')}</t:${list}>`;
}

/** FindItem with a calendar view. */
export function calendarView(start: string, end: string): string {
  return `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>Default</t:BaseShape><t:AdditionalProperties><t:FieldURI FieldURI="calendar:OriginalStart"/></t:AdditionalProperties></m:ItemShape><m:CalendarView StartDate="${start}" EndDate="${end}"/><m:ParentFolderIds><t:DistinguishedFolderId Id="calendar"/></m:ParentFolderIds></m:FindItem>`;
}
