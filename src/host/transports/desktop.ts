/**
 * Excel on Windows as office.js sees it: `window.external`, planted before office.js loads. Needs no https and works
 * inside an iframe of the same origin. `Office.onReady` answers platform `PC`.
 */
import type { EventEntry, Host } from '../index';
import { later } from '../schedule';
import { readSettings, replaceSettings } from './document-settings';
import { DISPATCH, EVENT, LIGHT_COLORS, REQUIREMENT_SETS, type OfficeContextOptions } from './office-context';

/** Office's safe arrays are arrays with `toArray`. */
type SafeArray = unknown[] & { toArray(): unknown[] };
type Callback = (result: SafeArray) => void;
type EventHandler = (id: number, args: SafeArray) => void;

const safe = (value: unknown): unknown => (Array.isArray(value) ? safeArray(value) : value);
function safeArray(values: readonly unknown[]): SafeArray {
  const array = values.map(safe);
  return Object.assign(array, { toArray: () => array.slice() });
}

/** An error as the client expects it in place of a result. */
const UNSUPPORTED = 5_000;

/**
 * Connects a window with the host; load office.js in it afterwards.
 * @returns how to disconnect, for when the frame goes away
 */
export function installDesktop(window: object, host: Host, options: OfficeContextOptions = {}): () => void {
  const { client = 'main', locale = 'zh-CN', sets = REQUIREMENT_SETS, schedule = later, colors = () => LIGHT_COLORS } = options;
  const handlers = new Map<string, EventHandler>();
  const fire = (id: number, args: readonly unknown[]): void => handlers.get(`${id}|`)?.(id, safeArray(args));

  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'add-in',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => host.book.fileName,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'correlation',
    GetInstanceId: () => `instance-${client}`,
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetHostCustomMessage: () => 0,
    GetHostFullVersion: () => '16.0.17000.1000',
    GetDialogRequirementMatrix: () => undefined,
    GetFeaturesForSolution: () => '{}',
    GetInitialDisplayMode: () => 0,
    GetOfficeTheme: () => safeArray([]),
    GetOfficeThemeInfo: () => JSON.stringify(colors()),
    GetSettings: () => ({
      Read(names: string[], values: string[]) {
        for (const [name, json] of readSettings(host.book)) {
          names.push(name);
          values.push(json);
        }
      },
      Write(names: readonly string[], values: readonly unknown[]) {
        replaceSettings(host.book, names.map((name, index) => [name, values[index]] as const));
      },
    }),
  };
  const external = {
    GetHostInfo: () => `Excel|Win32|16.01|${locale}|correlation|||`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute(id: number, params: readonly unknown[], callback: Callback) {
      if (id !== DISPATCH.richApiRequest) return schedule(() => callback(safeArray([id === DISPATCH.saveSettings || id === DISPATCH.loadSettings ? 0 : UNSUPPORTED])));
      const message = params[0] as readonly unknown[];
      void host.respond(String(message[4]), { client, flags: Number(message[6] ?? 0) }).then((answer) => schedule(() => callback(safeArray([0, 200, [], answer.text]))));
    },
    RegisterEvent(id: number, target: string | undefined, handler: EventHandler, callback: Callback) {
      handlers.set(`${id}|${target ?? ''}`, handler);
      schedule(() => callback(safeArray([0])));
    },
    UnregisterEvent(id: number, target: string | undefined, callback: Callback) {
      handlers.delete(`${id}|${target ?? ''}`);
      schedule(() => callback(safeArray([0])));
    },
  };
  Object.defineProperty(window, 'external', { configurable: true, value: external });
  const stopEvents = host.onEvent((entries) => fire(EVENT.richApiMessage, entries.map((entry: EventEntry) => [entry.messageCategory, entry.messageType, entry.targetId, entry.message, entry.id, false])), client);
  const stopSelection = host.onChange((changes) => {
    if (changes.some((change) => change.kind === 'selected')) fire(EVENT.selectionChanged, []);
  });
  return () => {
    stopEvents();
    stopSelection();
  };
}
