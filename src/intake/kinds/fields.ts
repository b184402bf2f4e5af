/** Header names that several kinds share. */
export const dateNames = ['日期', '统计日期', '统计时间', '时间', '数据日期'] as const;
export const shopNames = ['店铺', '店铺名', '店铺名称', '所属店铺'] as const;
export const noteNames = ['备注', '说明', '备注说明', '补充说明', 'note', 'remark', 'remarks'] as const;
export const idNames = ['编号', '序号', 'id', 'no', 'no.', '#'] as const;
export const unitNames = ['单位', '计量单位', 'unit'] as const;
export const metricNames = ['指标', '指标名称', '考核指标', '目标指标', '考核项', '考核项目', '指标项', '数据指标', '核心指标', '关键指标', '指标名', 'kpi指标', '项目', '数据项', 'metric', 'kpi'] as const;
export const itemIdNames = ['商品id', '宝贝id', '商品编码', '商品编号', '货品id', 'spu', 'spuid'] as const;
export const itemNames = ['商品名称', '商品标题', '宝贝标题', '宝贝名称', '商品', '选购商品', '产品名称', '产品'] as const;
export const orderIdNames = ['订单编号', '订单号', '主订单编号', '子订单编号', '主订单号', '关联订单号', '订单id'] as const;
