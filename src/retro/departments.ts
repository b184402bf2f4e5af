import { questionFacts, refundedItemFacts, refundFacts, salesFacts, silentPatternFacts, type Fact, type FactSource } from './facts';
import type { InquiryCategoryId } from './taxonomy/inquiry-categories';
import type { RefundGroup } from './taxonomy/refund-groups';

/** Whom service data can tell something (R22). */
export const departments = ['operations', 'products', 'warehouse'] as const;
export type Department = (typeof departments)[number];

/** One thing for one department: what it is about, and what the data show. What to ask of them is for people. */
export interface DepartmentFinding {
  /** `<department>:<topic>`: the row is found again by it */
  readonly naturalKey: string;
  readonly department: Department;
  readonly topic: 'refunds' | 'questions' | 'silent-self' | 'silent-needs' | 'hot' | 'refunded-items';
  readonly facts: readonly Fact[];
}

/** Who can change what a refund group or a question is about; 客服答复 and 其他 are nobody else's. */
const ofRefunds: Readonly<Partial<Record<RefundGroup, Department>>> = { 'activity-rules': 'operations', 'product-quality': 'products', 'logistics': 'warehouse' };
const ofQuestions: Readonly<Record<Department, readonly InquiryCategoryId[]>> = {
  operations: ['activity-rules', 'coupon', 'price-protection', 'gift', 'payment'],
  products: ['size', 'product-info', 'quality', 'stock', 'authenticity', 'installation'],
  warehouse: ['shipping', 'tracking', 'change-order'],
};

/** What service data tell the other departments, one row a department and topic; nothing where the data say nothing. */
export function departmentFindings(source: Pick<FactSource, 'analyses'>): readonly DepartmentFinding[] {
  const silent = source.analyses.silent?.items ?? [];
  const found: readonly (readonly [Department, DepartmentFinding['topic'], readonly Fact[]])[] = departments.flatMap((department) => [
    [department, 'refunds', refundsOf(source, department)] as const,
    [department, 'questions', questionFacts(source, ofQuestions[department])] as const,
    ...(department === 'operations' ? [[department, 'hot', salesFacts(source)] as const, [department, 'silent-self', silentPatternFacts(silent, 'self-service')] as const] : []),
    ...(department === 'products' ? [[department, 'refunded-items', refundedItemFacts(source)] as const, [department, 'silent-needs', silentPatternFacts(silent, 'needs-service')] as const] : []),
  ]);
  return found.filter(([, , facts]) => facts.length > 0).map(([department, topic, facts]) => ({ naturalKey: `${department}:${topic}`, department, topic, facts }));
}

function refundsOf(source: Pick<FactSource, 'analyses'>, department: Department): readonly Fact[] {
  return (Object.keys(ofRefunds) as RefundGroup[]).filter((group) => ofRefunds[group] === department).flatMap((group) => refundFacts(source, group));
}
