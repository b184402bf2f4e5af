/** An Excel that is too old, through the real office.js. */
import { screen } from '@testing-library/react';
import { createHost } from '../../src/host';
import { connect } from '../../src/taskpane/boot/office';
import { installOfficeDesktop } from '../support/office-jsdom';
import { showPane } from './support/pane';

test('an Excel without ExcelApi 1.13 is told so, with the way on', async () => {
  installOfficeDesktop(createHost({ today: () => '2025-11-17' }), { sets: { ExcelApi: '1.12', DialogApi: '1.2' } });
  const answer = await connect(5_000).answer;
  expect(answer).toMatchObject({ code: 'too-old' });
  await showPane({ state: answer });
  expect(screen.getByRole('heading', { level: 1, name: 'Excel 版本太旧' })).toBeTruthy();
  expect(screen.getByText(/需要 Excel 2021、Microsoft 365 或网页版 Excel/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '重新检查' })).toBeTruthy();
});
