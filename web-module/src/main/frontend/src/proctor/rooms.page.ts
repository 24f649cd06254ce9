import { RoomsPage } from './rooms/page';

/** The rooms of the exam that the page names; without one there is nothing to do. */
export function start(root: HTMLElement): void {
  const exam = root.dataset['exam'];
  if (exam !== undefined) new RoomsPage(root, exam, root.dataset['moves'] === 'true');
}
