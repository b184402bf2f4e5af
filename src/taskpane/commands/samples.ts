import { messages } from '../../i18n';
import type { SourceInput } from '../../intake/types';
import type { RetroEvent } from '../../retro/types';
import type { CommandContext } from './types';

/** One invented shop after 双11: the back offices' own formats, with all their mess. */
const files = [
  '01_targets.tsv', '02_actuals.tsv', '03b_agents_sycm.tsv', '04_hourly.tsv', '05a_refunds_taobao.tsv', '06b_inquiry_top10.tsv', '07_item_sales_sycm.tsv', '08_silent.tsv', '09_cases.tsv', '10_reviews.tsv', '12_actions.tsv',
] as const;
const year = 2025;

/** The sample data, from the add-in's own address; nothing else is contacted. */
export async function sampleInputs(): Promise<readonly SourceInput[]> {
  return Promise.all(files.map(async (name) => {
    const response = await fetch(`assets/samples/${name}`);
    if (!response.ok) throw new Error(`assets/samples/${name}: ${response.status}`);
    return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
  }));
}

/** The event of the sample, whatever day it is today. */
export function sampleEvent({ language }: CommandContext): RetroEvent {
  const nameOf = messages[language].pane.promotion;
  return { name: nameOf('double11', year), start: `${year}-10-20`, end: `${year}-11-14`, next: nameOf('double12', year) };
}
