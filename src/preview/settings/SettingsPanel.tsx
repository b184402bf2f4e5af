import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { languageNames, languages } from '../i18n';
import { useTexts } from '../i18n/context';
import type { Store } from '../session/store';
import { useStore } from '../session/useStore';
import type { Settings } from './settings';

export function SettingsPanel({ settings, onClose }: { settings: Store<Settings>; onClose: () => void }): ReactNode {
  const texts = useTexts();
  const current = useStore(settings);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('select, input')?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !(panel.current?.parentElement?.contains(event.target) ?? false)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    window.addEventListener('blur', onClose);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', onClose);
    };
  }, [onClose]);
  const languageChoices = languages.map((value) => [value, languageNames[value]] as const);
  const themeChoices = [['system', texts.themeSystem], ['light', texts.themeLight], ['dark', texts.themeDark]] as const;
  return (
    <div ref={panel} className="settings-panel" role="dialog" aria-label={texts.settings} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <p className="settings-about">{texts.badgeLong}</p>
      <Choice label={texts.settingPageLanguage} value={current.pageLanguage} choices={languageChoices} onChange={(pageLanguage) => settings.set({ pageLanguage })} />
      <Choice label={texts.settingExcelLanguage} value={current.excelLanguage} choices={languageChoices} onChange={(excelLanguage) => settings.set({ excelLanguage })} />
      <Choice label={texts.settingOfficeTheme} value={current.officeTheme} choices={themeChoices} onChange={(officeTheme) => settings.set({ officeTheme })} />
      <p className="settings-hint">{texts.paneReloads}</p>
      <Switch label={texts.settingReadOnly} hint={texts.settingReadOnlyHint} value={current.readOnly} onChange={(readOnly) => settings.set({ readOnly })} />
      <Switch label={texts.settingCellEditing} hint={texts.settingCellEditingHint} value={current.cellEditing} onChange={(cellEditing) => settings.set({ cellEditing })} />
      <Switch label={texts.settingSlow} value={current.slow} onChange={(slow) => settings.set({ slow })} />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, choices, onChange }: ChoiceProps<T>): ReactNode {
  const id = useId();
  return (
    <div className="settings-line">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([choice]) => choice === event.target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Switch({ label, hint, value, onChange }: { label: string; hint?: string; value: boolean; onChange: (value: boolean) => void }): ReactNode {
  const id = useId();
  return (
    <div className="settings-switch">
      <input id={id} type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} aria-describedby={hint === undefined ? undefined : `${id}-hint`} />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="settings-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
