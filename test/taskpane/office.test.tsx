import { connect } from '../../src/taskpane/boot/office';

afterEach(() => {
  document.head.innerHTML = '';
});

function officeScript(): HTMLScriptElement {
  const script = document.createElement('script');
  script.dataset.office = '';
  document.head.append(script);
  return script;
}

test('a script that never comes: the wait is over after its time, and the pane is told', async () => {
  officeScript();
  await expect(connect(20).late).resolves.toBe(true);
});

test('an address that is blocked is told at once, not after the wait', async () => {
  const script = officeScript();
  const { answer, late } = connect(10_000);
  script.dispatchEvent(new Event('error'));
  await expect(answer).resolves.toMatchObject({ code: 'no-answer' });
  await expect(late).resolves.toBe(false);
});

test('a page without the script is told at once', async () => {
  await expect(connect(10_000).answer).resolves.toMatchObject({ code: 'no-answer' });
});

test('a script that loads but brings no Office is told, not thrown', async () => {
  const script = officeScript();
  const { answer } = connect(10_000);
  script.dispatchEvent(new Event('load'));
  await expect(answer).resolves.toMatchObject({ code: 'no-answer', technical: expect.stringContaining('Office') });
});
