/** Inquiry categories with who can answer, and the keyword rules a new workbook starts with (DOMAIN 3.2). A proposal the team edits on 配置, never a verdict. */

import type { KeywordRule } from './keyword-rule';

export const inquiryCategoryIds = ['complaint', 'price-protection', 'quality', 'gift', 'exchange', 'return', 'change-order', 'invoice', 'activity-rules', 'bargain', 'coupon', 'shipping', 'tracking', 'size', 'stock', 'product-info', 'authenticity', 'installation', 'payment', 'greeting', 'other'] as const;
export type InquiryCategoryId = (typeof inquiryCategoryIds)[number];

/** `bot`: a standard answer is enough. `human`: judgement, money or empathy. `mixed`: the rule by bot, the exception by a person. */
export type Handler = 'bot' | 'human' | 'mixed';

export interface InquiryCategory {
  readonly id: InquiryCategoryId;
  readonly zh: string;
  readonly en: string;
  readonly handler: Handler;
  readonly example: string;
  readonly note: string;
}

export const inquiryCategories: readonly InquiryCategory[] = [
  {
    id: 'complaint', zh: '投诉/情绪', en: 'Complaint', handler: 'human',
    example: '我要投诉；再不发我给差评', note: '任何渠道人工优先，并打“升级”标',
  },
  {
    id: 'price-protection', zh: '价格/价保', en: 'Price protection', handler: 'human',
    example: '昨天买的今天降了20，能退差价吗', note: '规则告知可机器人，退差价动作人工；须排在“退货退款”前',
  },
  {
    id: 'quality', zh: '质量/破损/少件', en: 'Quality, damage, missing parts', handler: 'human',
    example: '收到有个洞；少了一件', note: '要图片凭证与赔付权限',
  },
  {
    id: 'gift', zh: '赠品', en: 'Gifts', handler: 'mixed',
    example: '赠品什么时候送；拍3单只送1份', note: '规则→机器人；漏发→人工',
  },
  {
    id: 'exchange', zh: '换货', en: 'Exchange', handler: 'mixed',
    example: '换货要多久', note: '流程→机器人；补差/瑕疵→人工',
  },
  {
    id: 'return', zh: '退货退款', en: 'Return and refund', handler: 'mixed',
    example: '怎么退；运费谁出', note: '流程→机器人；争议→人工',
  },
  {
    id: 'change-order', zh: '改单/取消', en: 'Change or cancel order', handler: 'mixed',
    example: '地址填错了能改吗', note: '未发货可自助；已发货拦截→人工',
  },
  {
    id: 'invoice', zh: '发票', en: 'Invoice', handler: 'bot',
    example: '怎么开发票', note: '标准流程',
  },
  {
    id: 'activity-rules', zh: '活动规则/预售尾款', en: 'Offer rules, deposit', handler: 'bot',
    example: '尾款什么时候付', note: '时间/规则类机器人；例外单→人工',
  },
  {
    id: 'bargain', zh: '议价', en: 'Bargaining', handler: 'human',
    example: '能便宜点吗', note: '赤兔有“议价能力分析”报表；底价权限在人',
  },
  {
    id: 'coupon', zh: '优惠券/满减', en: 'Coupons', handler: 'bot',
    example: '优惠卷怎么用不了', note: '用不上的排查先机器人后人工；须容错“卷/劵”',
  },
  {
    id: 'shipping', zh: '发货/催发货', en: 'Shipping time', handler: 'mixed',
    example: '下单3天还没发货', note: '时效告知机器人；超时承诺/补偿→人工',
  },
  {
    id: 'tracking', zh: '物流查询', en: 'Parcel tracking', handler: 'bot',
    example: '发什么快递；到哪了', note: '查询类机器人；停滞>48h→人工',
  },
  {
    id: 'size', zh: '尺码', en: 'Size', handler: 'mixed',
    example: '165/110斤穿什么码', note: '有尺码表可机器人，边界人工',
  },
  {
    id: 'stock', zh: '库存/补货', en: 'Stock', handler: 'bot',
    example: '什么时候补货', note: '同步库存即可机器人',
  },
  {
    id: 'product-info', zh: '商品参数/使用', en: 'Product information', handler: 'bot',
    example: '质量怎么样', note: '“质量怎么样”属售前，勿归质量投诉',
  },
  {
    id: 'authenticity', zh: '真伪', en: 'Authenticity', handler: 'bot',
    example: '是正品吗', note: '授权材料标准答复',
  },
  {
    id: 'installation', zh: '安装/维修/保修', en: 'Installation and repair', handler: 'mixed',
    example: '怎么安装', note: '预约类可自助',
  },
  {
    id: 'payment', zh: '支付', en: 'Payment', handler: 'mixed',
    example: '付不了款', note: '错误码类可机器人',
  },
  {
    id: 'greeting', zh: '寒暄/无效', en: 'Greeting, no content', handler: 'bot',
    example: '在吗', note: '不进 TOP10，单列；“转人工”单独计数',
  },
];

/** What no rule catches. */
export const otherInquiry: InquiryCategory = { id: 'other', zh: '其他', en: 'Other', handler: 'human', example: '', note: '' };

/** Nothing to answer: the whole message is one of these. Tried before the rules, and no rule of theirs. */
export const greetingPattern = /^(在吗?|在不|你好|您好|hi|hello|嗯+|好的?|谢谢|ok|亲|有人吗|人呢|转人工)[?!~。.,\s]*$/;

const rule = (category: InquiryCategoryId, words: string, excluded = ''): KeywordRule => ({ category, words: words.split('、'), excluded: excluded === '' ? [] : excluded.split('、') });

/** In the order they are tried. Several rules may name one category. */
export const defaultRules: readonly KeywordRule[] = [
  rule('complaint', '投诉、举报、12315、工商、曝光、骗子、欺骗、虚假发货、黑店、垃圾、气死、太过分、差评、小二、平台介入、找你们(领导|主管|经理)、律师、起诉'),
  rule('price-protection', '价保、保价、差价、降价、买贵、便宜了、又降、比*(贵|便宜)、涨价、先涨后降、今天降'),
  rule('quality', '破损、破了、坏了、有个洞、有洞、瑕疵、开线、掉色、异味、质量(问题|有问题)、质量差、质量(好|太|真|很)差、少了、少发、漏发、少件、发错、不是我(买|拍)的、裂了、漏水、不能用、用不了了'),
  rule('gift', '赠品、赠送、送的、小样、礼品、礼物、前#名'),
  rule('exchange', '换货、换(件|个|双|码|色|大|小)、换一(件|个|双|码|色|大|小)、能换吗、想换'),
  rule('return', '退货、退款、怎么退、想退、要退、能退、退回、退钱、七天、7天无理由、运费险、运费谁出、退*(运费|快递费)'),
  rule('change-order', '改地址、地址错、地址(填|写|选)错、换地址、改(颜色|尺码|电话|收货)、取消订单、不要了、拍错'),
  rule('invoice', '发票、开票、抬头、税号、专票、普票'),
  rule('activity-rules', '定金、尾款、预售、付尾、膨胀、活动规则、秒杀、抢购、返场、现货'),
  rule('activity-rules', '(活动|双11|双十一|618|双12|大促)*(时间|几点|什么时候|开始|结束|规则)'),
  rule('bargain', '便宜(点|些)、能不能少、少点、优惠点、打折、打个折、抹零、最低(价|多少)'),
  rule('coupon', '优惠、满减、满#、凑单、叠加、红包、津贴、折扣、会员价、88VIP、国补、补贴'),
  rule('coupon', '券、劵、卷', '券发、劵发、卷发'),
  rule('shipping', '催发、发货、48小时、揽件、揽收、催、(什么时候|啥时候|几时|多久|哪天)*发、(今天|明天|能不能|快点|没|不|几天)*发'),
  rule('tracking', '物流、快递、到哪、单号、没收到货、几天到、几天(能|会)到、派送、驿站、签收、运输中、什么时候到、多久到、到货时间、包邮、邮费、偏远'),
  rule('size', '尺码、尺寸、码数、穿(什么|多大|几)、(穿|选|拍)*码、#斤、#kg、#公斤、身高、体重、偏(大|小)、大一码'),
  rule('stock', '有货、没货、库存、补货、断货、缺货、断码、上架、还有吗、什么时候有'),
  rule('product-info', '材质、面料、成分、功率、容量、规格、参数、颜色、色差、怎么用、使用方法、说明书、适合、保质期、质量(怎么样|好吗|如何)、多重、多大、几升、区别、哪款好'),
  rule('authenticity', '正品、真的假的、是真的吗、假货、授权、防伪'),
  rule('installation', '安装、维修、保修、质保、售后网点、师傅'),
  rule('payment', '付款、支付、花呗、白条、分期、付不了'),
];
