// The documents in the store, and the texts on their way into it.
import { api } from "../api/client";
import type { DocumentSummary, Ingested } from "../api/types";
import { cancelJob, followed, sendAddress, sendFile, sendReplacement, sendText, type Job, type Outgoing } from "../api/upload";
import { text } from "../text";

export interface Upload {
  id: number;
  name: string;
  /** Share sent, 0 to 1; at 1 the server has it. */
  sent: number;
  /** How far the server is with reading it; null before. */
  job: Job | null;
  result: Ingested | null;
  error: string | null;
  cancel: () => void;
}

export class Library {
  documents = $state.raw<DocumentSummary[]>([]);
  uploads = $state<Upload[]>([]);
  /** What went wrong with the list itself, in words; null when all is well. */
  error = $state<string | null>(null);
  /** The document that was removed last, as long as that can be taken back. */
  removed = $state.raw<{ id: string; title: string } | null>(null);
  loaded = $state(false);
  /** Grows when the store's content has changed, so that what shows it loads again. */
  version = $state(0);
  #lastId = 0;

  async load(): Promise<void> {
    try {
      this.documents = (await api.documents()).items;
      this.error = null;
      this.loaded = true;
    } catch (error) {
      this.error = (error as Error).message;
    }
  }

  addFiles(files: Iterable<File>): void {
    for (const file of files) this.#track(file.name, (progress) => sendFile(file, progress));
  }

  /** Has a file take the place of a document. */
  replace(id: string, file: File): void {
    this.#track(file.name, (progress) => sendReplacement(id, file, progress));
  }

  addText(title: string, body: string): void {
    const name = title.trim() || firstLine(body);
    this.#track(name, (progress) => sendText(name, body, progress));
  }

  addAddress(url: string): void {
    this.#track(url, (progress) => sendAddress(url, progress));
  }

  dismiss(id: number): void {
    this.uploads = this.uploads.filter((u) => u.id !== id);
  }

  async remove(id: string): Promise<void> {
    const title = this.documents.find((d) => d.id === id)?.title ?? id;
    await api.remove(id);
    this.removed = { id, title };
    await this.#changed();
  }

  /** Puts a document back as it was before it was removed or replaced. */
  async restore(id: string): Promise<void> {
    await api.restore(id);
    if (this.removed?.id === id) this.removed = null;
    await this.#changed();
  }

  #track(name: string, send: (onProgress: (share: number) => void) => Outgoing): void {
    const id = ++this.#lastId;
    const outgoing = send((share) => this.#update(id, { sent: share }));
    const cancel = () => {
      const job = this.uploads.find((u) => u.id === id)?.job;
      if (job) void cancelJob(job.id).catch((error: Error) => this.#update(id, { error: error.message }));
      else outgoing.cancel();
    };
    this.uploads.push({ id, name, sent: 0, job: null, result: null, error: null, cancel });
    outgoing.done
      .then((job) => followed(job, (now) => this.#update(id, { sent: 1, job: now })))
      .then((job) => this.#ended(id, job))
      .catch((error: Error) => this.#update(id, { error: error.message }));
  }

  async #ended(id: number, job: Job): Promise<void> {
    if (job.document) {
      this.#update(id, { result: job.document });
      await this.#changed();
    } else {
      const failed = job.problem?.detail || job.problem?.title || text.errors.title;
      this.#update(id, { error: job.state === "cancelled" ? text.documents.uploads.cancelled : failed });
    }
  }

  #update(id: number, change: Partial<Upload>): void {
    const upload = this.uploads.find((u) => u.id === id);
    if (upload) Object.assign(upload, change);
  }

  async #changed(): Promise<void> {
    await this.load();
    this.version++;
  }
}

const TITLE_LENGTH = 80;

/** Title for a text that was given none: its first line, as most texts open with their title. */
export function firstLine(body: string): string {
  const line = body.split("\n").find((l) => /\p{L}/u.test(l)) ?? "";
  const title = line.replace(/^[#\s]+/, "").trim();
  if (title === "") return text.documents.add.untitled;
  return title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH).trimEnd()}…` : title;
}
