/** Tabs as the ARIA practices have them: one tab stop, arrows choose. Answers a function that opens one by name. */
export function startTabs(root: HTMLElement): (name: string) => void {
  const tabs = [...root.querySelectorAll<HTMLElement>('[role="tab"]')];
  const open = (chosen: HTMLElement): void => {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      const panel = root.querySelector<HTMLElement>(`#${tab.getAttribute('aria-controls') ?? ''}`);
      if (panel !== null) panel.hidden = tab !== chosen;
    }
  };
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -tabs.length, End: tabs.length };
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => open(tab));
    tab.addEventListener('keydown', (event) => {
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const next = tabs[Math.min(Math.max(index + step, 0), tabs.length - 1)] ?? tab;
      open(next);
      next.focus();
    });
  });
  return (name) => {
    const wanted = tabs.find((tab) => tab.id === `tab-${name}`);
    if (wanted !== undefined) open(wanted);
  };
}
