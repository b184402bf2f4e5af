import { actions } from './actions';
import { actuals } from './actuals';
import { agents } from './agents';
import { cases } from './cases';
import type { KindModule } from './kind';
import { hourlySpec, inquiriesSpec, itemsSpec, nodesSpec, ordersSpec, refundsSpec, reviewsSpec, silentSpec } from './specs';
import { targets } from './targets';

/** Every kind of table that is recognised. A module without `read` is named to the user, and none of its rows is used. */
export const kindModules: readonly KindModule[] = [
  targets, actuals, agents, cases, actions,
  { spec: hourlySpec }, { spec: refundsSpec }, { spec: ordersSpec }, { spec: inquiriesSpec }, { spec: itemsSpec }, { spec: silentSpec }, { spec: reviewsSpec }, { spec: nodesSpec },
];
