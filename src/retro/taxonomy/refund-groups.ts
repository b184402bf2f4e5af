/** The five cause groups of the method (R19), their platform reasons and their words in free text (DOMAIN 3.1). Data only; `classify-refund.ts` reads it. */

export const refundGroups = ['activity-rules', 'product-quality', 'service-answer', 'logistics', 'other'] as const;
export type RefundGroup = (typeof refundGroups)[number];

export const refundGroupNames: Readonly<Record<RefundGroup, { readonly zh: string; readonly en: string }>> = {
  'activity-rules': { zh: '活动规则设置', en: 'Offer rules' },
  'product-quality': { zh: '产品质量', en: 'Product quality' },
  'service-answer': { zh: '客服答复', en: 'Service answer' },
  'logistics': { zh: '物流', en: 'Delivery and warehouse' },
  'other': { zh: '其他', en: 'Other' },
};

/** Platform reasons of each group; the longest one found in a reason decides. */
export const reasonsOfGroup: Readonly<Record<RefundGroup, readonly string[]>> = {
  'activity-rules': [
    '没用/少用/错用优惠', '没用/少用优惠', '没用优惠', '少用优惠', '错用优惠', '未使用优惠', '商品买贵了或者降价', '商品降价', '买贵了', '降价', '价格高', '商品价格问题', '价保', '退差价', '活动价不符', '活动优惠未生效', '优惠未享受', '未收到赠品', '赠品',
  ],
  'product-quality': [
    '做工问题', '做工粗糙/有瑕疵', '做工', '瑕疵', '开线/走丝', '材质/面料与商品描述不符', '材质不符', '材质', '面料', '缩水/褪色', '掉色', '起球', '质量问题', '商品质量', '质量不好', '假冒品牌', '假货', '变质', '发霉',
    '生产日期/保质期与描述不符', '日期/年份不符', '效期', '功能/效果与商品描述不符', '功能效果不符', '功能故障', '无法使用', '参数/规格/品种不符', '屏幕问题', '配件问题', '安全隐患', '描述不符', '不符合描述', '尺寸不符', '外观破损', '商品损坏',
    '商品破损/有污渍', '破损/污渍', '污渍', '商品破损', '款式颜色问题', '异味', '过敏', '裂', '断裂',
  ],
  'service-answer': [
    '服务承诺/态度', '未履行服务承诺', '服务态度', '商家态度', '卖家态度', '客服态度', '未按承诺', '承诺未兑现', '诱导退款',
  ],
  'logistics': [
    '未按约定时间发货', '未按承诺时间发货', '发货时间问题', '发货速度不满意', '发货太慢', '发货慢', '不发货', '未点击发货', '快递一直未送到', '物流一直未送到', '快递无跟踪记录', '物流停滞', '物流信息停滞', '物流无更新', '物流问题', '物流慢', '快递太慢', '快递慢',
    '配送超时', '未收到货', '未收到商品', '空包裹', '少货', '少件', '漏发', '少发', '少配件', '发错货', '错发', '包装/商品破损/污渍', '包装/商品破损', '商品破损/包装问题', '包装问题', '运输破损', '快递破损', '货物破损已拒签', '拒签', '虚假发货', '缺货',
    '无货', '快递送错', '不在配送范围',
  ],
  'other': [
    '7天无理由', '七天无理由', '无理由', '拍错/多拍/不想要', '多拍/拍错/不想要', '多拍/错拍', '拍错', '错拍', '多拍', '拍多了', '拍多', '选错', '多选', '不想要', '不喜欢', '效果不好/不喜欢', '与预期不符', '和预期不符', '尺码不合适', '尺寸不合适',
    '不合适', '信息填写错误', '信息填错', '地址填错', '协商一致', '计划有变', '重复下单', '退运费', '发票问题', '其他', '其它',
  ],
};

/** Reasons that hide the cause: the buyer's words or the shop's memo come first. */
export const genericReasons: readonly string[] = ['协商一致', '其他', '其它', '7天无理由', '七天无理由', '无理由'];

/** Free text, in this priority. */
export const refundTextRules: readonly (readonly [RefundGroup, RegExp])[] = [
  ['service-answer', /客服.{0,4}(态度|不回|没回|没人回|不理|推荐|承诺|答应|保证|误导|骗|敷衍|推脱|骂)|问.{0,4}(遍|次).{0,3}(不回|没回|不理)|态度(差|恶劣|不好)|按客服|听客服|没人(回复|理)|找不到客服|客服说.{0,10}(结果|实际)/],
  ['activity-rules', /(满减|凑单|优惠|[券劵卷]|红包|津贴|补贴|跨店).{0,8}(没|用不|不能|少|错|忘|失效|过期)|没用.{0,4}(优惠|[券劵卷])|买贵|降价|价保|保价|差价|赠品|赠送|送.{0,6}没送|没(有)?送|定金|尾款|预售|活动价|(活动|规则).{0,6}(不符|看不懂|没写|误导)|虚假宣传/],
  ['logistics', /(外箱|外包装|包装|箱子|盒子|快递|运输|途中).{0,6}(破|坏|烂|压|漏|损|湿)|压坏|拒签|揽[件收]|虚假发货|(没|未|不|还没|迟迟).{0,3}(发货|收到|到货|送到)|发货(太)?慢|物流.{0,6}(停|慢|不动|没更新|异常)|快递.{0,6}(慢|丢|没到|停)|丢件|空包|少[件发了]|漏[发了寄]|错发|发错|缺货|断货|没货|无货|断码/],
  ['product-quality', /质量|做工|瑕疵|开线|走丝|脱线|破洞|有个?洞|掉色|褪色|缩水|起球|色差|异味|味道大|变质|发霉|过期|假货|仿品|不是正品|坏了|不能用|用不了|没反应|不(制热|加热|通电|出水|充电)|划痕|裂(纹|开|了)|[开破]裂|断裂|断了|漏水|(与|和|跟).{0,4}(描述|图片|详情).{0,3}(不符|不一样|不一致)|货不对板|过敏/],
  ['other', /拍错|多拍|重拍|不想要|不喜欢|不合适|太大|太小|买大|买小|尺码|尺寸|地址.{0,4}(错|改)|电话.{0,4}错|重复下单/],
];

/** Text that takes a hit back: 断货 is no quality problem. */
export const refundTextCancels: Readonly<Partial<Record<RefundGroup, RegExp>>> = {
  'product-quality': /断货|买断|诊断|断码|没有质量问题|无质量问题|质量(很|挺|不错|还)?(好|可以)|非质量/,
};

/** Sub-label of 物流: what the warehouse owns. */
export const warehouseWords = /缺货|无货|断货|没货|断码|错发|发错|漏发|少发|少件|少货|少配件|空包|未按(?:约定|承诺)时间发货|发货时间|发货速度|发货(?:太)?慢|不发货|未点击发货|虚假发货|没发货|未发货/;

/** Reasons that name two causes at once: taken as 物流 and marked for review. */
export const compositeReason = /^(?:包装\/商品破损(?:\/污渍)?|商品破损\/包装问题)$/;
