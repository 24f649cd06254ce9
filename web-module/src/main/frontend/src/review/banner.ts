import { must, say, show } from '../kernel/dom';
import { troubleWords } from './plates';
import type { Trouble } from './take-media';

/** Says above the pictures what is wrong, by whoever noticed it; the most final trouble first. */
export function startBanner(root: HTMLElement): (from: 'facts' | 'media', trouble: Trouble | undefined) => void {
  const banner = must(root, '[data-banner]', HTMLElement);
  const way = must(banner, '[data-banner-way]', HTMLElement);
  must(way, 'a', HTMLAnchorElement).href = `/login?next=${encodeURIComponent(location.pathname + location.search)}`;
  const troubles = new Map<string, Trouble | undefined>();
  return (from, trouble) => {
    troubles.set(from, trouble);
    const signedOut = [...troubles.values()].includes('SIGNED_OUT');
    const worst = signedOut ? 'SIGNED_OUT' : (troubles.get('facts') ?? troubles.get('media'));
    root.dataset['trouble'] = worst ?? '';
    show(banner, worst !== undefined);
    show(way, signedOut);
    if (worst === undefined) return;
    const { title, text } = troubleWords(worst);
    say(must(banner, '[data-banner-title]', HTMLElement), title);
    say(must(banner, '[data-banner-text]', HTMLElement), text);
  };
}
