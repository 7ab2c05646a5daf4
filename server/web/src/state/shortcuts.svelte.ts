// The keys of the page, in one table: the `?` sheet shows it, views add theirs while they are open.
import { untrack } from "svelte";

export interface Shortcut {
  /** What is pressed, as event.key has it; for the sheet alone, where a component takes the key itself. */
  keys: string[];
  what: string;
  run?: () => void;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: Shortcut[];
}

const STORED = "mandate.single-keys";

export class Shortcuts {
  groups = $state.raw<ShortcutGroup[]>([]);
  /** Whether single keys do anything: people who dictate switch them off (WCAG 2.1.4). */
  enabled = $state(stored() !== "off");

  /** Adds a group; returns how to take it away again, so that an effect can be made of it. */
  add(group: ShortcutGroup): () => void {
    this.groups = [...untrack(() => this.groups), group];
    return () => (this.groups = untrack(() => this.groups).filter((g) => g !== group));
  }

  enable(on: boolean): void {
    this.enabled = on;
    try {
      localStorage.setItem(STORED, on ? "on" : "off");
    } catch {
      // Without storage the choice holds until the page is closed.
    }
  }

  /** Does what the key stands for; tells whether it stands for anything. */
  press(key: string): boolean {
    if (!this.enabled) return false;
    const all = this.groups.flatMap((group) => group.shortcuts);
    const found = all.find((s) => s.run && s.keys.some((k) => k.toLowerCase() === key.toLowerCase()));
    found?.run?.();
    return found !== undefined;
  }
}

function stored(): string | null {
  try {
    return globalThis.localStorage?.getItem(STORED) ?? null;
  } catch {
    return null;
  }
}
