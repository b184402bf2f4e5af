import { texts } from '../../src/preview/i18n';
import { messages } from '../../src/i18n';

describe('texts of the preview', () => {
  test.each(Object.keys(texts['zh-CN']))('%s is translated', (key) => {
    const [zh, en] = [texts['zh-CN'], texts['en-US']].map((all) => {
      const text = all[key as keyof typeof all];
      return typeof text === 'function' ? text('x') : text;
    });
    expect(en).not.toBe('');
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('the first look names the buttons of the pane as they are', () => {
    expect(texts['zh-CN'].firstLook2).toContain(messages['zh-CN'].pane.start.sample);
    expect(texts['zh-CN'].firstLook3).toContain(messages['zh-CN'].pane.review.generate);
    expect(texts['en-US'].firstLook2).toContain(messages['en-US'].pane.start.sample);
    expect(texts['en-US'].firstLook3).toContain(messages['en-US'].pane.review.generate);
  });
});
