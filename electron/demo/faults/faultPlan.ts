import type { DemoFault } from '../../../shared/demo/demo.ts';

/** A fault that happens to requests. `none` is not one, and a certificate that has expired is seen before there is a request. */
export type Fault = Exclude<DemoFault, 'none' | 'expiredCertificate'>;

/** A fault for single requests. */
export interface FaultOrder {
  readonly fault: Fault;
  /** Only requests of this operation. */
  readonly operation?: string | undefined;
  /** How many requests; 1 where not given. */
  readonly times?: number | undefined;
}

/** A server asked to wait answers normally after so many requests, so that a person sees a client wait and then succeed. */
const busyRequests = 3;

/** Decides for each request whether something goes wrong. */
export interface FaultPlan {
  /** The fault that is switched on for all requests. */
  readonly current: DemoFault;
  /** Switches a fault on for `times` requests, or until switched off; replaces the one before and forgets single ones. */
  set(fault: DemoFault, times?: number): void;
  /** Makes single requests fail, before and beside the fault that is switched on. */
  failNext(order: FaultOrder): void;
  /** The fault for a request, which it uses up. */
  take(operation: string | undefined): Fault | undefined;
}

/** A plan without faults. */
export function faultPlan(): FaultPlan {
  let current: DemoFault = 'none';
  let remaining = Number.POSITIVE_INFINITY;
  let orders: { readonly fault: Fault; readonly operation: string | undefined; times: number }[] = [];
  return {
    get current() {
      return current;
    },
    set(fault, times) {
      current = fault;
      orders = [];
      remaining = times ?? (fault === 'serverBusy' ? busyRequests : Number.POSITIVE_INFINITY);
    },
    failNext({ fault, operation, times = 1 }) {
      orders.push({ fault, operation, times });
    },
    take(operation) {
      const order = orders.find((one) => one.operation === undefined || one.operation === operation);
      if (order !== undefined) {
        order.times -= 1;
        if (order.times <= 0) orders = orders.filter((one) => one !== order);
        return order.fault;
      }
      if (current === 'none' || current === 'expiredCertificate') return undefined;
      const fault = current;
      remaining -= 1;
      if (remaining <= 0) current = 'none';
      return fault;
    },
  };
}
