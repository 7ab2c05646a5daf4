// Sending a text to be read. XMLHttpRequest rather than fetch: only it reports how much has been sent.
import { text } from "../text";
import { ApiError, problemMessage } from "./http";
import { authorised, credentials } from "./token";
import { answer, client } from "./http";
import type { components } from "./schema";

export type Job = components["schemas"]["Job"];

export interface Outgoing {
  /** The reading of the text, which goes on once it is sent. */
  done: Promise<Job>;
  cancel: () => void;
}

/** Sends one file. `onProgress` is told the share sent, 0 to 1; at 1 the server is reading it. */
export function sendFile(file: File, onProgress: (share: number) => void): Outgoing {
  const form = new FormData();
  form.append("file", file, file.name);
  return send(form, null, onProgress);
}

/** Sends one file in place of the document `id`, whatever the file is called. */
export function sendReplacement(id: string, file: File, onProgress: (share: number) => void): Outgoing {
  return send(file, "application/octet-stream", onProgress, { id, name: file.name });
}

/** Sends a pasted text under the title that its reader gave it. */
export function sendText(title: string, body: string, onProgress: (share: number) => void): Outgoing {
  return send(JSON.stringify({ title, text: body }), "application/json", onProgress);
}

/** Has the server fetch a text from its address. */
export function sendAddress(url: string, onProgress: (share: number) => void): Outgoing {
  return send(JSON.stringify({ url }), "application/json", onProgress);
}

/** Waits until a job has ended; `onChange` is told how far it is. */
export async function followed(job: Job, onChange: (job: Job) => void): Promise<Job> {
  let now = job;
  onChange(now);
  while (now.state === "waiting" || now.state === "running") {
    const params = { path: { id: now.id }, query: { after: now.version } };
    now = await answer(client.GET("/api/v1/jobs/{id}", { params }));
    onChange(now);
  }
  return now;
}

/** Cancels a job; it may have been done already. */
export async function cancelJob(id: string): Promise<Job> {
  return answer(client.DELETE("/api/v1/jobs/{id}", { params: { path: { id } } }));
}

type Body = FormData | File | string;

function send(body: Body, type: string | null, onProgress: (share: number) => void, query: Record<string, string> = {}): Outgoing {
  const address = `/api/v1/documents?${new URLSearchParams({ async: "true", ...query }).toString()}`;
  let current: XMLHttpRequest | null = null;
  let cancelled = false;
  const once = () => {
    if (cancelled) throw new ApiError(text.documents.uploads.cancelled, 0);
    return attempt((current = new XMLHttpRequest()), address, body, type, onProgress);
  };
  const done = authorised(once).then(({ status, said }) => read(status, said));
  const cancel = () => {
    cancelled = true;
    current?.abort();
  };
  return { done, cancel };
}

interface Said {
  status: number;
  said: string;
}

function attempt(call: XMLHttpRequest, address: string, body: Body, type: string | null, onProgress: (share: number) => void): Promise<Said> {
  return new Promise((resolve, reject) => {
    call.open("POST", address);
    const headers = { Accept: "application/json", ...(type ? { "Content-Type": type } : {}), ...credentials() };
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.upload.onprogress = (e) => e.lengthComputable && onProgress(e.loaded / e.total);
    call.upload.onload = () => onProgress(1);
    call.onerror = () => reject(new ApiError(text.errors.unreachable, 0));
    call.onabort = () => reject(new ApiError(text.documents.uploads.cancelled, 0));
    call.onload = () => resolve({ status: call.status, said: call.responseText });
    call.send(body);
  });
}

/** Reads what the server said to an upload. */
function read(status: number, said: string): Job {
  const body = parsed(said);
  if (status < 200 || status > 299) throw new ApiError(problemMessage(status, body), status);
  const [job] = (body as { items?: Job[] } | null)?.items ?? [];
  if (!job?.id) throw new ApiError(text.errors.unreadable, status);
  return job;
}

/** A proxy or a dying server may answer with anything; then the status still says something. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
