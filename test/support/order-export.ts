import { encodeGb18030 } from './gb18030';

/** Columns of a 淘宝 refund export with quoted cells and guards, as the back office writes it. */
const header = ['订单编号', '退款编号', '商品编码', '买家实际支付金额', '宝贝标题', '买家退款金额', '退款完结时间', '退款状态', '买家退款原因', '买家退款说明', '商家备注'];
const reasons = ['7天无理由退换货', '拍错/多拍/不想要', '协商一致退款', '大小尺寸与商品描述不符', '快递一直未送到', '做工问题', '没用/少用优惠', '缺货', '商品破损/包装问题', '未按约定时间发货', '其他'];
const notes = ['', '', '', '', '买贵了，申请价保差价', '断货，客服让退', '外箱压坏，杯子有划痕', '开线，走丝', '客服态度差，问三遍不回', '物流三天没更新'];
const statuses = ['退款成功', '退款成功', '退款成功', '退款成功', '退款关闭', '卖家已经同意退款，等待买家退货'];
const items = Array.from({ length: 300 }, (_, index) => `羊毛混纺大衣${index}号`);

/** Chunks of a generated refund export: GB18030, every cell quoted, ids guarded. The same rows every time. */
export function* refundExport(rows: number, perChunk = 5_000): Generator<Uint8Array> {
  let seed = 42;
  const next = (limit: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed % limit;
  };
  let lines = [header.map((cell) => `"${cell}"`).join(',')];
  for (let row = 0; row < rows; row++) {
    const item = next(items.length);
    const paid = 50 + next(90_000) / 100;
    const day = String(1 + next(28)).padStart(2, '0');
    const time = `2025-11-${day} ${String(next(24)).padStart(2, '0')}:${String(next(60)).padStart(2, '0')}:${String(next(60)).padStart(2, '0')}`;
    // No id ends with 000, which would look like one that Excel rounded.
    const id = `${String(row).padStart(8, '0')}${1 + next(9)}`;
    const status = statuses[next(statuses.length)] ?? '';
    const cells = [
      `=""4012345678${id}""`, `=""190000000${id}""`, `SP-${String(item).padStart(3, '0')}`, paid.toFixed(2), items[item] ?? '', (paid / (1 + next(3))).toFixed(2),
      status === '退款成功' ? time : '', status, reasons[next(reasons.length)] ?? '', notes[next(notes.length)] ?? '', '',
    ];
    lines.push(cells.map((cell) => `"${cell}"`).join(','));
    if (lines.length >= perChunk) {
      yield encodeGb18030(`${lines.join('\r\n')}\r\n`);
      lines = [];
    }
  }
  if (lines.length > 0) yield encodeGb18030(`${lines.join('\r\n')}\r\n`);
}
