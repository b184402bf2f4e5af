import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { ErrorBoundary } from '../../src/taskpane/boot/ErrorBoundary';
import { startLanguage } from '../../src/taskpane/shared/language';
import { isDark } from '../../src/taskpane/shared/theme';
import { toForm } from '../../src/taskpane/state/event';
import { initialState } from '../../src/taskpane/state/reducer';
import { createStore } from '../../src/taskpane/state/store';
import { showPane } from './support/pane';

afterEach(() => localStorage.clear());
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('while Excel has not answered the pane says that it is opening', async () => {
  await showPane({ state: 'waiting' });
  expect(screen.getByText('正在打开大促复盘…')).toBeTruthy();
});

test('an Excel that never answers: causes and a retry', async () => {
  const onRetry = jest.fn();
  const { user } = await showPane({ state: { code: 'no-answer', technical: '' }, onRetry });
  expect(screen.getByRole('alert').textContent).toContain('连不上 Excel');
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(2);
  await user.click(button('再试一次'));
  expect(onRetry).toHaveBeenCalled();
});

test('an answer that comes late still opens the pane', async () => {
  const { show } = await showPane({ state: { code: 'no-answer', technical: '' } });
  await act(async () => show('ready'));
  expect(await screen.findByRole('heading', { level: 1, name: '贴进数据，生成六步复盘表' })).toBeTruthy();
});

test.each([
  { code: 'not-in-excel', says: '请在 Excel 里打开' },
  { code: 'too-old', says: 'Excel 版本太旧' },
] as const)('$code: $says', async ({ code, says }) => {
  await showPane({ state: { code, technical: '' } });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(says);
});

describe('the language', () => {
  test('can be switched, is remembered, and the proposed event follows', async () => {
    const { user } = await showPane();
    await user.click(button('Switch to English'));
    expect(screen.getByRole('heading', { level: 1, name: 'Paste your service data, get a six-step retro' })).toBeTruthy();
    expect(screen.getByText('2025 Double 11')).toBeTruthy();
    expect(document.documentElement.lang).toBe('en-US');
    expect(startLanguage('zh-CN')).toBe('en-US');
  });
  test('that was typed in the event is left alone', async () => {
    const { user, store } = await showPane();
    act(() => store.dispatch({ type: 'event-edited', change: { name: '年货节' } }));
    await user.click(button('Switch to English'));
    expect(screen.getByText('年货节')).toBeTruthy();
  });
  test('is Excel’s when none was chosen or storage is off', () => {
    expect(startLanguage('en-US')).toBe('en-US');
    const blocked = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('SecurityError');
    });
    expect(startLanguage('zh-CN')).toBe('zh-CN');
    blocked.mockRestore();
  });
});

describe('the theme', () => {
  test.each([
    { why: 'Office says dark', host: { isDarkTheme: true }, system: false, dark: true },
    { why: 'Office says light though the system is dark', host: { isDarkTheme: false }, system: true, dark: false },
    { why: 'an older Office tells its background only', host: { bodyBackgroundColor: '#262626' }, system: false, dark: true },
    { why: 'a light background', host: { bodyBackgroundColor: 'FFFFFF' }, system: true, dark: false },
    { why: 'Excel on the web tells nothing: the system decides', host: undefined, system: true, dark: true },
    { why: 'a colour that cannot be read', host: { bodyBackgroundColor: 'window' }, system: false, dark: false },
  ])('$why', ({ host, system, dark }) => expect(isDark(host, system)).toBe(dark));
});

test('a bug in a screen shows a way back, and nothing pasted is gone', async () => {
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined); // React reports what the boundary catches
  const store = createStore(initialState(toForm({ name: '2025双11' })));
  store.dispatch({ type: 'draft-edited', text: '半句' });
  let broken = true;
  function Screen() {
    const [text] = useState('画面');
    if (broken) throw new Error('boom');
    return <p>{text}</p>;
  }
  render(<ErrorBoundary store={store}><Screen /></ErrorBoundary>);
  expect(screen.getByRole('alert').textContent).toContain('窗格出错了');
  broken = false;
  await act(async () => button('恢复').click());
  expect(screen.getByText('画面')).toBeTruthy();
  expect(store.getState().draft).toBe('半句');
  errors.mockRestore();
});
