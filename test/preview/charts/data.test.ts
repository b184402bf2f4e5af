import { chartData } from '../../../src/preview/charts/data';
import type { ChartModel } from '../../../src/host/model/types';
import { createBench } from '../support';

const chart = (series: ChartModel['series']): ChartModel => ({ id: '1', name: 'c', chartType: 'ColumnClustered', left: 0, top: 0, width: 300, height: 200, series, categoryAxis: {}, valueAxis: {}, dataLabels: false });

describe('figures of a chart', () => {
  test('values, names and labels come from the cells as they are now; words and blanks are gaps; hidden rows are left out', () => {
    const bench = createBench();
    bench.fill('A1', [['指标', '实际'], ['响应', '45'], ['转化', '待出数'], ['退款', '12%'], ['满意', '']]);
    const series: ChartModel['series'] = [{ name: '=Sheet1!$B$1', values: '=Sheet1!$B$2:$B$5', categories: '=Sheet1!$A$2:$A$5', axisGroup: 'Primary' }];
    expect(chartData(bench.session, bench.sheet(), chart(series))).toMatchObject({ categories: ['响应', '转化', '退款', '满意'], series: [{ name: '实际', values: [45, undefined, 0.12, undefined] }] });
    bench.sheet().rows.set(1, { filtered: true });
    expect(chartData(bench.session, bench.sheet(), chart(series))).toMatchObject({ categories: ['转化', '退款', '满意'], formats: { primary: '0%' } });
  });

  test('a series of its own type and axis; a reference to nothing is an empty series', () => {
    const bench = createBench();
    bench.fill('A1', [['1', '2']]);
    const data = chartData(bench.session, bench.sheet(), chart([
      { name: '量', values: '=Sheet1!$A$1:$B$1', axisGroup: 'Primary' },
      { name: '', values: "='没有'!$A$1:$B$1", axisGroup: 'Secondary', chartType: 'Line', color: '#123456' },
    ]));
    expect(data.categories).toEqual(['1', '2']);
    expect(data.series[1]).toEqual({ name: 'Series2', type: 'Line', secondary: true, color: '#123456', values: [] });
  });
});
