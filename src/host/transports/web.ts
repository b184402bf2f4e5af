/**
 * Excel on the web as office.js sees it: messages between the add-in's frame and its parent. Knows no window: give it
 * `post`, feed it `receive`. The client insists that the parent is https on the same host name.
 */
import type { Host } from '../index';
import { later } from '../schedule';
import { readSettings, replaceSettings } from './document-settings';
import { DISPATCH, REQUIREMENT_SETS, type OfficeContextOptions } from './office-context';

export interface WebOptions extends OfficeContextOptions {
  /** sends a text to the add-in's frame */
  readonly post: (text: string) => void;
  /** fresh for every load: office.js keeps what it learned under it */
  readonly conversationId: string;
  readonly origin: string;
  readonly appId?: string;
}

export interface WebTransport {
  /** a message of the add-in's frame */
  receive(text: unknown): void;
  /** what the frame's `window.name` must be before office.js loads */
  readonly windowName: string;
  disconnect(): void;
}

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: string;
  readonly _data?: Record<string, unknown>;
}

const REQUEST = 0;
const ANSWER = 1;
const REGISTER = 1;
const UNREGISTER = 2;
const UNSUPPORTED = 5_000;

function parse(text: unknown): Message | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const message = JSON.parse(text) as Message | null;
    return message && message._messageType === REQUEST ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Connects one frame with the host. */
export function connectWeb(host: Host, options: WebOptions): WebTransport {
  const { client = 'main', locale = 'zh-CN', sets = REQUIREMENT_SETS, conversationId, origin, appId = 'add-in', schedule = later } = options;
  const registered = new Map<string, Message>();
  const send = (to: Message, data: unknown, responseType: 0 | 1): void =>
    schedule(() =>
      options.post(
        JSON.stringify({ _messageType: ANSWER, _actionName: to._actionName, _conversationId: to._conversationId, _correlationId: to._correlationId, _origin: origin, _data: data, _errorCode: 0, _responseType: responseType, _serializerVersion: 1 }),
      ),
    );
  const fire = (name: string, data: unknown): void => {
    const request = registered.get(name);
    if (request) send(request, data, 1);
  };
  const appContext = () => ({
    _id: appId,
    _appName: 16,
    _appVersion: '16.00',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: `${origin}/${encodeURIComponent(host.book.fileName)}`,
    _clientMode: 1,
    _settings: readSettings(host.book),
    _reason: 'inserted',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'correlation',
    _appInstanceId: `${appId}-${client}`,
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify(sets),
    _hostFullVersion: '16.0.17000.1000',
    _clientWindowHeight: 800,
    _clientWindowWidth: 350,
    _addinName: 'add-in',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
    _wacHostEnvironment: '0',
    _isFromWacAutomation: false,
  });
  const executeMethod = (message: Message): void => {
    const data = message._data as { readonly DdaMethod: { readonly DispatchId: number }; readonly ArrayData?: readonly unknown[]; readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [string, string])[] } };
    switch (data.DdaMethod.DispatchId) {
      case DISPATCH.richApiRequest:
        void host.respond(String(data.ArrayData?.[4]), { client, flags: Number(data.ArrayData?.[6] ?? 0) }).then((answer) => send(message, { Version: 1, Error: 0, Data: [200, [], [answer.text]] }, 0));
        return;
      case DISPATCH.saveSettings:
        replaceSettings(host.book, data.DdaSettingsMethod?.Properties ?? []);
        return send(message, { Version: 1, Error: 0 }, 0);
      case DISPATCH.loadSettings:
        return send(message, { Version: 1, Error: 0, Properties: { Settings: readSettings(host.book).map(([Name, Value]) => ({ Name, Value })) } }, 0);
      case DISPATCH.documentFilePath:
        return send(message, { Version: 1, Error: 0, Properties: { Url: appContext()._docUrl } }, 0);
      default:
        return send(message, { Version: 1, Error: UNSUPPORTED }, 0);
    }
  };
  const stopEvents = host.onEvent((entries) => fire('richApiMessage', { ArrayData: entries.map((entry) => [entry.messageCategory, entry.messageType, entry.targetId, entry.message, entry.id, false]) }), client);
  const stopSelection = host.onChange((changes) => {
    if (changes.some((change) => change.kind === 'selected')) fire('documentSelectionChanged', {});
  });
  return {
    windowName: JSON.stringify({ baseFrameName: `_xdm_${appId}${conversationId}`, hostInfo: `Excel$Web$16.01$${locale}$correlation`, xdmInfo: [conversationId, appId, encodeURIComponent(origin)].join('|'), serializerVersion: '1', flights: '[]' }),
    receive(text) {
      const message = parse(text);
      if (!message || message._conversationId !== conversationId) return;
      if (message._actionType === REGISTER) registered.set(message._actionName, message);
      if (message._actionType === UNREGISTER) registered.delete(message._actionName);
      if (message._actionType === REGISTER || message._actionType === UNREGISTER) return send(message, { Error: 0 }, 0);
      if (message._actionName === 'ContextActivationManager_getAppContextAsync') return send(message, appContext(), 0);
      if (message._actionName === 'ContextActivationManager_notifyHost') return;
      if (message._actionName === 'executeMethod') executeMethod(message);
      else send(message, null, 0);
    },
    disconnect() {
      stopEvents();
      stopSelection();
    },
  };
}
