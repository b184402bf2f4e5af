/** The bar over the sheet: what this page is, the add-in's button, what can be done with rows, and the settings for trying. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/context';
import type { Settings } from '../settings/settings';
import { SettingsPanel } from '../settings/SettingsPanel';
import type { Store } from '../session/store';
import { Icon } from './Icon';

export interface RibbonActions {
  readonly togglePane: () => void;
  readonly download: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly insertRow: () => void;
  readonly deleteRow: () => void;
}

export function Ribbon({ actions, paneOpen, settings }: { actions: RibbonActions; paneOpen: boolean; settings: Store<Settings> }): ReactNode {
  const texts = useTexts();
  const [settingsOpen, setSettingsOpen] = useState(false);
  return (
    <header>
      <div className="ribbon" role="toolbar" aria-label={texts.toolbar}>
      <button type="button" className="ribbon-button ribbon-product" aria-pressed={paneOpen} onClick={actions.togglePane} title={paneOpen ? texts.closePane : texts.openPane}>
        <img src="assets/icon-32.png" width={24} height={24} alt="" />
        <span>{texts.product}</span>
      </button>
      <span className="ribbon-divider" />
      <RibbonButton icon="undo" label={texts.undo} onClick={actions.undo} iconOnly />
      <RibbonButton icon="redo" label={texts.redo} onClick={actions.redo} iconOnly />
      <span className="ribbon-divider" />
      <RibbonButton icon="insertRow" label={texts.insertRow} onClick={actions.insertRow} />
      <RibbonButton icon="deleteRow" label={texts.deleteRow} onClick={actions.deleteRow} />
      <span className="ribbon-divider" />
      <RibbonButton icon="download" label={texts.download} onClick={actions.download} />
      <span className="ribbon-space" />
      <span className="ribbon-badge" title={texts.badgeLong}>
        {texts.badge}
      </span>
      <div className="ribbon-settings">
        <button type="button" className="ribbon-button" aria-expanded={settingsOpen} aria-haspopup="dialog" onClick={() => setSettingsOpen(!settingsOpen)}>
          <Icon name="settings" />
          <span>{texts.settings}</span>
        </button>
        {settingsOpen && <SettingsPanel settings={settings} onClose={() => setSettingsOpen(false)} />}
      </div>
      </div>
    </header>
  );
}

function RibbonButton({ icon, label, onClick, iconOnly = false }: { icon: Parameters<typeof Icon>[0]['name']; label: string; onClick: () => void; iconOnly?: boolean }): ReactNode {
  return (
    <button type="button" className="ribbon-button" onClick={onClick} title={label} aria-label={label}>
      <Icon name={icon} />
      {!iconOnly && <span className="ribbon-label">{label}</span>}
    </button>
  );
}
