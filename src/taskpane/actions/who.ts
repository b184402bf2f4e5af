const key = 'retro.name';

/** The name the person gave for the changes she makes here; '' when she gave none or storage is switched off. */
export function readName(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function keepName(name: string): void {
  try {
    localStorage.setItem(key, name);
  } catch {
    // Storage is blocked: the name lasts until the pane closes.
  }
}
