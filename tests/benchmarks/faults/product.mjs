// The product's API, as an exam platform and a reviewer's program use it.

export class Product {
  #url;
  #key;

  constructor({ baseUrl, serviceKey }) {
    this.#url = `${baseUrl}/api/v1`;
    this.#key = serviceKey;
  }

  /** A new exam that is open now; answers the links of its candidates. */
  async makeExam(code, candidates) {
    const hour = 3_600_000;
    const exam = { code, title: 'Faults', roomSize: 25, proctorsPerRoom: 1, seating: 'FILL' };
    const [startsAt, endsAt] = [-hour, 2 * hour].map((offset) => new Date(Date.now() + offset).toISOString());
    await this.#call('POST', '/exams', 'application/json', JSON.stringify({ ...exam, startsAt, endsAt }));
    const rows = Array.from({ length: candidates }, (_, i) => `C-${i + 1},Candidate ${i + 1},,\n`).join('');
    await this.#call('POST', `/exams/${code}/roster`, 'text/csv', `candidate_id,name,email,group\n${rows}`);
    const { items } = await this.#call('GET', `/exams/${code}/invitations`);
    return items.sort((a, b) => a.candidateId.localeCompare(b.candidateId)).map((item) => item.url);
  }

  /** The attempts of an exam by the candidate's id. */
  async attempts(code) {
    const { items } = await this.#call('GET', `/exams/${code}/attempts`);
    return new Map(items.map(({ candidateId, attemptId }) => [candidateId, attemptId]));
  }

  /** What the server says of the camera's recording; undefined while nothing of it is known. */
  async report(attempt) {
    const { tracks } = await this.#call('GET', `/attempts/${attempt}/recording`);
    return tracks.find(({ track }) => track === 'camera');
  }

  /** All that is held, a file a take. */
  async takes(attempt) {
    const takes = await this.#call('GET', `/attempts/${attempt}/recording/camera/takes`);
    const films = [];
    for (const { takeId, mimeType, segments } of takes) {
      const parts = [];
      for (const [sequence] of segments) parts.push(await this.#segment(attempt, takeId, sequence));
      films.push({ takeId, mimeType, bytes: Buffer.concat(parts) });
    }
    return films;
  }

  async #segment(attempt, takeId, sequence) {
    const asked = `${this.#url}/attempts/${attempt}/recording/segments/${takeId}/${sequence}`;
    const place = await fetch(asked, { headers: { Authorization: `Bearer ${this.#key}` }, redirect: 'manual' });
    const answer = await fetch(place.headers.get('location'));
    if (!answer.ok) throw new Error(`The store answers ${answer.status} for segment ${sequence} of ${takeId}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async #call(method, path, type, body) {
    const headers = { Accept: 'application/json', Authorization: `Bearer ${this.#key}` };
    if (type !== undefined) headers['Content-Type'] = type;
    const answer = await fetch(this.#url + path, { method, headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
