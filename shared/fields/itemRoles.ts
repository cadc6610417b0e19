/** Which relations a filter on the field offers: equality, order, or text search (each includes equality). */
export type FilterRelations = 'equality' | 'order' | 'text';

/** What an item field is used for. Fields that belong to no item leave all of this out. */
export interface ItemRoles {
  /** The property's path in Exchange's schema, for example `item:Subject`. */
  readonly uri?: string;
  /** Entry of a dictionary property, for example `EmailAddress1` of `contacts:EmailAddress`. */
  readonly index?: string;
  /** The field is this attribute of the entry and not its text. */
  readonly attribute?: 'Name';
  /** Offered by Create Item, and whether it must be given. */
  readonly create?: 'required' | 'optional';
  /** Offered by Update Item. */
  readonly update?: boolean;
  /** Offered as a filter, with these relations. */
  readonly filter?: FilterRelations;
  /** Offered as a filter by Find Appointments, which differs from the other activities (exchange-activities 9.1). */
  readonly viewFilter?: FilterRelations;
  /** The server can evaluate the filter; all filters are evaluated again here all the same. */
  readonly pushDown?: boolean;
  /** Published by activities that read items. */
  readonly publish?: boolean;
}
