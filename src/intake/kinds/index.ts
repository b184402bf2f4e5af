import { actions } from './actions';
import { actuals } from './actuals';
import { agents } from './agents';
import { cases } from './cases';
import { countedRefunds } from './counted-refunds';
import { daily, overview } from './daily';
import { hoursAcross } from './hours-across';
import { hourly } from './hourly';
import { inquiries } from './inquiries';
import { items, silent } from './items';
import type { KindModule } from './kind';
import { nodes } from './nodes';
import { orders } from './orders';
import { refunds } from './refunds';
import { reviews } from './reviews';
import { targets } from './targets';
import { withoutUse } from './without-use';

/** Every kind of table that is recognised by its header. A raw chat has none and is found by `chat.ts`. */
export const kindModules: readonly KindModule[] = [targets, actuals, agents, cases, actions, hourly, hoursAcross, refunds, countedRefunds, orders, inquiries, items, silent, reviews, nodes, daily, overview, ...withoutUse];
