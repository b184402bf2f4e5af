/** The task pane of the preview where data come in. */
import type { Frame } from 'playwright-core';
import { messages } from '../../../src/i18n';
import type { Preview } from './page';

const zh = messages['zh-CN'].pane;

/** Goes to the step where data come in. */
export async function toPaste({ page, pane }: Preview): Promise<Frame> {
  await pane.getByRole('button', { name: zh.start.begin }).click();
  const frame = page.frames().find((candidate) => candidate.url().includes('taskpane'));
  if (frame === undefined) throw new Error('no pane');
  return frame;
}

/** Drops a file `orders.csv` of order rows made in the page: nothing of that size goes through the test's own connection. */
export async function dropOrders(frame: Frame, rows: number): Promise<void> {
  await frame.evaluate((count) => {
    const lines = ['订单编号,买家会员名,买家实际支付金额,订单状态,订单付款时间,宝贝标题,宝贝总数量,订单备注'];
    for (let row = 0; row < count; row++) {
      lines.push(`="${String(2_500_000_000_000_000_000n + BigInt(row))}",tb_buyer_${row},${(row % 900) + 0.5},交易成功,2025-11-11 ${String(row % 24).padStart(2, '0')}:31:20,示例商品${row % 40},1,"${'备注'.repeat(60)}"`);
    }
    const transfer = new DataTransfer();
    transfer.items.add(new File([lines.join('\r\n')], 'orders.csv', { type: 'text/csv' }));
    const box = document.querySelector('textarea');
    box?.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    box?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, rows);
  await frame.getByText(zh.paste.addedFiles(1)).waitFor();
}
