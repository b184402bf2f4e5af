/** Chart types this host knows. */
import { HostError } from '../dispatcher';
import { CHART_TYPES } from '../model/charts';
import type { ChartType } from '../model/types';
import { textArgument } from './base';

/** @throws HostNotImplemented for chart types this host does not know */
export function chartTypeArgument(value: unknown, location: string): ChartType {
  const type = CHART_TYPES.find((known) => known === textArgument(value, location));
  if (!type) throw new HostError('HostNotImplemented', `The simulated host does not implement ChartType.${String(value)}.`, location);
  return type;
}
