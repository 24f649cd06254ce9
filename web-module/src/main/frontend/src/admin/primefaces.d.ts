/** What our pages use of the scripts that PrimeFaces brings along. */
interface Window {
  jQuery?: (target: Document) => { on(event: string, act: () => void): void };
  /** Fetches the roster's table and counts anew. */
  kwRosterChanged?: () => void;
}
