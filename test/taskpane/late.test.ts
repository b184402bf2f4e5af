import { late } from '../../src/taskpane/commands/late';

test('a part that cannot be loaded is a failure that says so, and the next try loads again', async () => {
  let tries = 0;
  const load = async (): Promise<{ readonly answer: number }> => {
    tries += 1;
    if (tries === 1) throw new Error('Loading chunk 618 failed.');
    return { answer: 42 };
  };
  const ask = () => late(load, async ({ answer }) => ({ ok: true, value: answer }));
  expect(await ask()).toEqual({ ok: false, failure: { code: 'unexpected', technical: 'a part of the pane was not loaded: Loading chunk 618 failed.' } });
  expect(await ask()).toEqual({ ok: true, value: 42 });
});
