import { find } from './dom.ts';

export const VIEW_NAMES = ['tasks', 'leads'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

export function showMessage(name: ViewName, text: string) {
  find(`#${name} .message`, HTMLElement).textContent = text;
}

// Answers whether it went well; what did not is told next to the form, where nothing typed is lost.
export async function alertOnError(name: ViewName, act: () => Promise<unknown>) {
  const alert = find(`#${name} [role=alert]`, HTMLElement);
  try {
    await act();
    alert.hidden = true;
    return true;
  } catch (error) {
    showMessage(name, '');
    alert.textContent = error instanceof Error ? error.message : String(error);
    alert.hidden = false;
    return false;
  }
}
