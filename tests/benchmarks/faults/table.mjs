// The runs as a table: what each kind of fault cost, against what was promised.
import { cpus, totalmem } from 'node:os';

/** Seconds that a reload or a killed browser may cost, besides the time without a page. */
const [medianPromised, worstPromised] = [0.5, 1];

export function tableOf(runs) {
  const judged = runs.filter(({ failure }) => failure === undefined);
  const kinds = [...new Set(judged.flatMap(({ faults }) => faults.map(({ kind }) => kind)))].sort();
  const rows = kinds
    .map((kind) => rowOf(kind, judged))
    .concat(controlOf(judged), janusOf(judged))
    .filter(Boolean);
  const head = [
    '| Fault | Runs with it | Times | Lost, median | Worst | In all | Without a page, median | Promised | Kept |',
    '|---|---|---|---|---|---|---|---|---|',
  ];
  const kept =
    rows.every((row) => row.kept) &&
    runs.every(({ failure, differences }) => failure === undefined && differences.length === 0);
  return { kept, text: [...head, ...rows.map(({ text }) => text), '', ...remarks(runs, judged), ''].join('\n') };
}

function rowOf(kind, judged) {
  const runs = judged.filter(({ faults }) => faults.some((fault) => fault.kind === kind));
  const times = runs.flatMap(({ faults }) => faults.filter((fault) => fault.kind === kind)).length;
  return kind === 'reload' || kind === 'kill' ? rowOfPages(kind, runs, times) : rowOfRest(kind, runs, times);
}

function rowOfPages(kind, runs, times) {
  const all = runs.flatMap(({ ofPages }) => ofPages.filter((one) => one.kind === kind));
  const lost = all.map((one) => one.lost / 1_000);
  const kept = median(lost) < medianPromised && Math.max(...lost) <= worstPromised;
  const cells = [median(lost), Math.max(...lost), sum(lost), median(all.map((one) => one.pageless / 1_000))].map(words);
  return {
    kept,
    text: line(kind, runs.length, times, ...cells, `< ${medianPromised} s, at most ${worstPromised} s`, yes(kept)),
  };
}

function rowOfRest(kind, runs, times) {
  const lost = runs.map(({ others }) =>
    sum(others.filter((one) => one.kind.split(' + ').includes(kind)).map((one) => one.lost / 1_000)),
  );
  const kept = sum(lost) === 0;
  return {
    kept,
    text: line(
      kind,
      runs.length,
      times,
      words(median(lost)),
      words(Math.max(...lost)),
      words(sum(lost)),
      '-',
      'nothing',
      yes(kept),
    ),
  };
}

/** Those to whom nothing happened: what they lose is the machine's. */
function controlOf(judged) {
  const lost = judged
    .flatMap(({ others }) => others.filter(({ kind }) => kind === 'nothing'))
    .map((one) => one.lost / 1_000);
  const calm = judged.filter(({ faults }) => faults.length === 0);
  const kept = lost.length === 0;
  return {
    kept,
    text: line(
      'none at that time',
      calm.length,
      '-',
      '-',
      words(Math.max(0, ...lost)),
      words(sum(lost)),
      '-',
      'nothing',
      yes(kept),
    ),
  };
}

/** For orientation: what a recording at an SFU lost by the same cuts. */
function janusOf(judged) {
  const lost = judged.filter((run) => run.lostAtJanus !== undefined).map((run) => run.lostAtJanus / 1_000);
  if (lost.length === 0) return undefined;
  const cells = [median(lost), Math.max(...lost), sum(lost)].map(words);
  return { kept: true, text: line('cut, recorded by Janus', lost.length, '-', ...cells, '-', '-', '-') };
}

function remarks(runs, judged) {
  const wrong = judged.filter(({ differences }) => differences.length > 0);
  const stalls = judged.flatMap((run) => run.stalls).map(({ stalled }) => stalled / 1_000);
  const relayed = sum(judged.map((run) => run.relayedSegments));
  const of = (part) => sum(judged.map((run) => run.sentBytes[part])) / 1e6;
  return [
    `${runs.filter(({ faults }) => faults.length > 0).length} runs with ${sum(runs.map(({ faults }) => faults.length))} faults, ` +
      `${runs.length - judged.length} without a result, seeds ${[...new Set(runs.map(({ seed }) => seed))].join(', ')}, ` +
      `commit ${[...new Set(runs.map(({ commit }) => commit))].join(', ')}; ${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB.`,
    `The server's report differs from the frames in ${wrong.length} runs${wrong.length > 0 ? `: ${wrong.map(({ run }) => run).join(', ')}` : ''}.`,
    `The camera itself showed nothing for 0.4 s or longer ${stalls.length} times, ${words(sum(stalls))} in all: that is the machine's, and not counted as lost.`,
    `Browsers sent ${of('store').toFixed(0)} MB to the store and ${of('server').toFixed(0)} MB of calls to the server; ${relayed} segments were relayed.`,
  ];
}

const line = (...cells) => `| ${cells.join(' | ')} |`;
const yes = (kept) => (kept ? 'yes' : '**no**');
const words = (seconds) => (seconds === 0 ? 'nothing' : `${seconds.toFixed(2)} s`);
const sum = (values) => values.reduce((all, one) => all + one, 0);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
