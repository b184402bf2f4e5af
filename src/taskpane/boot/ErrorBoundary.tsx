import { Button } from '@fluentui/react-components';
import { Component, useState } from 'react';
import type { ReactNode } from 'react';
import { CopyField } from '../failures/CopyField';
import { copyText } from '../shared/copy';
import { diagnostics } from '../shared/diagnostics';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import type { Store } from '../state/store';

interface Props {
  readonly store: Store;
  readonly children: ReactNode;
}

/** React offers catching of render errors only as a class. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error: error ?? new Error('unknown') };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <CrashScreen store={this.props.store} error={error} onRecover={() => this.setState({ error: undefined })} />;
  }
}

/** A bug broke a screen. The state lives outside the screens, so nothing pasted is lost. */
function CrashScreen({ store, error, onRecover }: { readonly store: Store; readonly error: unknown; readonly onRecover: () => void }) {
  const { pane: { failure: t } } = useMessages();
  const [note, setNote] = useState('');
  const [byHand, setByHand] = useState<string>();
  const copy = async () => {
    const text = diagnostics(store.getState(), error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error));
    const copied = await copyText(text);
    setNote(copied ? t.diagnosticsCopied : '');
    setByHand(copied ? undefined : text);
  };
  return (
    <main style={{ padding: '32px 16px 16px' }}>
      <Notice
        tone="bad"
        role="alert"
        title={t.crashedTitle}
        actions={
          <>
            <Button size="small" appearance="primary" onClick={onRecover}>{t.recover}</Button>
            <Button size="small" onClick={() => void copy()}>{t.diagnostics}</Button>
          </>
        }
      >
        {t.crashedText}
        <div role="status">{note}</div>
        {byHand !== undefined && <CopyField label={t.copyHere} text={byHand} />}
      </Notice>
    </main>
  );
}
