/**
 * Loads the real office.js into the jsdom window of a test, answered by a simulated Excel on the web. The page must be
 * https (`@jest-environment-options {"url": "https://localhost/"}`).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/host';
import { officeFolder } from '../../src/host/transports/bridge';
import { installDesktop } from '../../src/host/transports/desktop';
import type { OfficeContextOptions } from '../../src/host/transports/office-context';
import { connectWeb } from '../../src/host/transports/web';

const files = new Map<string, string>();
const timer = globalThis.setTimeout;

function read(file: string): string {
  let text = files.get(file);
  if (text === undefined) files.set(file, (text = readFileSync(join(officeFolder(), file), 'utf8')));
  return text;
}

let loads = 0;

/** Starts office.js on the web route; `Office.onReady` works afterwards. Once per test file: office.js cannot be unloaded. */
export function installOfficeWeb(host: Host, options: OfficeContextOptions = {}): void {
  const { origin } = window.location;
  const transport = connectWeb(host, {
    ...options,
    origin,
    conversationId: `conversation-${process.pid}-${++loads}`,
    post: (text) => window.dispatchEvent(new MessageEvent('message', { data: text, origin })),
  });
  Object.defineProperty(window, 'parent', { configurable: true, value: { postMessage: (text: unknown) => timer(() => transport.receive(text), 0) } });
  window.name = transport.windowName;
  loadOffice();
}

/** Starts office.js on the desktop route. */
export function installOfficeDesktop(host: Host, options: OfficeContextOptions = {}): void {
  installDesktop(window, host, options);
  loadOffice();
}

/** The loader adds script elements for its other files; they are served from the installed package, without a network. */
function loadOffice(): void {
  // jsdom has no document.domain; the client's check of its parent reads it.
  if (!('domain' in document)) Object.defineProperty(document, 'domain', { configurable: true, value: window.location.hostname });
  const base = `${window.location.origin}/officejs/`;
  const { appendChild, insertBefore } = window.Node.prototype;
  const serve = (node: unknown): void => {
    if (!(node instanceof HTMLScriptElement)) return;
    const source = node.getAttribute('src') ?? '';
    if (!source.startsWith(base)) return;
    node.removeAttribute('src');
    node.type = 'text/served';
    const file = source.slice(base.length).split('?')[0] ?? '';
    timer(() => {
      if (!existsSync(join(officeFolder(), file))) return node.onerror?.(new Event('error'));
      evaluate(file);
      return node.onload?.(new Event('load'));
    }, 0);
  };
  window.Node.prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    serve(node);
    return appendChild.call(this, node) as T;
  };
  window.Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    serve(node);
    return insertBefore.call(this, node, before) as T;
  };
  const tag = document.createElement('script');
  tag.type = 'text/served';
  tag.setAttribute('src', `${base}office.js`);
  appendChild.call(document.head, tag);
  evaluate('office.js');
}

const evaluate = (file: string): void => {
  (0, window.eval)(`${read(file)}\n//# sourceURL=${file}`);
};
