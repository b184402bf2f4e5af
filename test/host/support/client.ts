/** A real client on a host, for the tests of the host. A member the host lacks fails the test. */
import { createHost, type Host, type HostOptions } from '../../../src/host';
import { loadClient, type Client } from '../../../src/host/transports/bridge';

export interface Opened extends Client {
  readonly host: Host;
}

export function open(options: HostOptions = {}): Opened {
  const host = createHost({
    today: () => '2025-11-17',
    onNotImplemented: (member) => {
      throw new Error(`The host lacks ${member}.`);
    },
    ...options,
  });
  return { host, ...loadClient(host) };
}

/** The code an Office error has. */
export async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'no error';
}
