/**
 * The native bridge: the real client in a bare Node context, no window. Used by the command line and fast tests.
 * There is no `Office.onReady` and no requirement check here.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import type { Host } from '../index';
import { utf8Length } from '../utf8';

export interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** The global object the client lives in. */
  readonly global: Record<string, unknown>;
}

export interface BridgeOptions {
  /** default `main`; each client of a host needs its own */
  readonly client?: string;
  /** Folder of the client's files; default: the installed `@microsoft/office-js`. */
  readonly folder?: string;
}

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly body: object };
}
interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

const scripts = new Map<string, Script>();

/** The client's script, compiled once a process. */
function clientScript(folder: string): Script {
  const known = scripts.get(folder);
  if (known) return known;
  const file = join(folder, 'excel-web-16.00.js');
  const script = new Script(readFileSync(file, 'utf8'), { filename: file });
  scripts.set(folder, script);
  return script;
}

/** Folder of the installed client. */
export const officeFolder = (): string => join(createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json'), '..', 'dist');

/** A new client on the host, with proxies, references and handlers of its own. About 90 ms the first time. */
export function loadClient(host: Host, options: BridgeOptions = {}): Client {
  const client = options.client ?? 'main';
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const request = JSON.parse(text) as BridgeMessage;
      if (request.type !== 1) return;
      void host.respond(request.message.body as Parameters<Host['respond']>[0], { client, flags: request.flags, bytes: utf8Length(text) }).then((answer) => {
        bridge.onMessageFromHost?.(`{"id":${request.id},"type":2,"flags":0,"message":{"statusCode":200,"headers":{},"body":${answer.text}}}`);
      });
    },
  };
  host.onEvent((entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } })), client);
  const global: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    name: '',
    location: { href: 'https://localhost/', origin: 'https://localhost', hash: '', search: '', protocol: 'https:', host: 'localhost', hostname: 'localhost', pathname: '/' },
    navigator: { userAgent: 'node' },
    document: { getElementsByTagName: () => [], createElement: () => ({ setAttribute() {}, style: {} }), addEventListener() {}, cookie: '' },
    addEventListener() {},
    _richApiNativeBridge: bridge,
  };
  global['window'] = global;
  global['self'] = global;
  createContext(global);
  clientScript(options.folder ?? officeFolder()).runInContext(global);
  return { Excel: global['Excel'] as typeof Excel, OfficeExtension: global['OfficeExtension'] as typeof OfficeExtension, global };
}
