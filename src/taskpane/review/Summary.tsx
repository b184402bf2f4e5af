import { makeStyles, tokens } from '@fluentui/react-components';
import type { Source } from '../../intake/types';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  text: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0, fontSize: '13px', lineHeight: '20px' },
});

/** What came out of a source too large to keep its rows. */
export function Summary({ source }: { readonly source: Source }) {
  const styles = useStyles();
  const { reading: t } = useMessages();
  const { orderSummary: orders, refundSummary: refunds, inquirySummary: inquiries } = source.records;
  if (source.large === undefined) return null;
  return (
    <div>
      <p className={styles.text}>{t.summarised}</p>
      <ul className={styles.list}>
        {orders !== undefined && <li>{t.counts.orders} {t.countAndAmount(orders.paid.count, t.yuan(orders.paid.amount))}</li>}
        {refunds !== undefined && <li>{t.counts.refunds} {t.countAndAmount(refunds.count, t.yuan(refunds.amount))}</li>}
        {inquiries !== undefined && <li>{t.counts.inquiries} {t.times(inquiries.total)}</li>}
      </ul>
    </div>
  );
}
