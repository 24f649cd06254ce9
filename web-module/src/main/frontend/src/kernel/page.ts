/** Runs a page module on the element that carries `data-page`, else on the whole body. The build calls it. */
export function run(start: (root: HTMLElement) => unknown): void {
  const begin = (): void => {
    start(document.querySelector<HTMLElement>('[data-page]') ?? document.body);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
