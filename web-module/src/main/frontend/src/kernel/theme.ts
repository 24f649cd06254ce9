const order = ['system', 'light', 'dark'] as const;
type Theme = (typeof order)[number];

const key = 'kw-theme';
const words: Record<Theme, string> = { system: 'follows your system', light: 'light', dark: 'dark' };

/** Shows the theme kept in this browser, and lets every `[data-theme-switch]` button move on to the next. */
export function startTheme(): void {
  let now = kept();
  show(now);
  document.addEventListener('DOMContentLoaded', () => label(now));
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-theme-switch]') === null) return;
    now = order[(order.indexOf(now) + 1) % order.length] ?? 'system';
    keep(now);
    show(now);
  });
  addEventListener('storage', (event) => {
    if (event.key === key) show((now = kept()));
  });
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  label(theme);
}

function label(theme: Theme): void {
  for (const button of document.querySelectorAll('[data-theme-switch]')) {
    button.setAttribute('aria-label', `Theme: ${words[theme]}. Switch`);
  }
}

function kept(): Theme {
  try {
    const value = localStorage.getItem(key);
    return order.find((theme) => theme === value) ?? 'system';
  } catch {
    return 'system'; // The storage may be closed.
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // The storage may be closed; the switch still works for this page.
  }
}
