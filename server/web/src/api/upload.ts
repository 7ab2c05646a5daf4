// Sending a text to be read. XMLHttpRequest rather than fetch: only it reports how much has been sent.
import { text } from "../text";
import { ApiError, problemMessage } from "./client";
import type { Ingested } from "./types";

export interface Outgoing {
  done: Promise<Ingested>;
  cancel: () => void;
}

/** Sends one file. `onProgress` is told the share sent, 0 to 1; at 1 the server is reading it. */
export function sendFile(file: File, onProgress: (share: number) => void): Outgoing {
  const form = new FormData();
  form.append("file", file, file.name);
  return send(form, null, onProgress);
}

/** Sends a pasted text under the title that its reader gave it. */
export function sendText(title: string, body: string, onProgress: (share: number) => void): Outgoing {
  return send(JSON.stringify({ title, text: body }), "application/json", onProgress);
}

function send(body: FormData | string, type: string | null, onProgress: (share: number) => void): Outgoing {
  const call = new XMLHttpRequest();
  const done = new Promise<Ingested>((resolve, reject) => {
    call.open("POST", "/api/v1/documents");
    call.setRequestHeader("Accept", "application/json");
    if (type) call.setRequestHeader("Content-Type", type);
    call.upload.onprogress = (e) => e.lengthComputable && onProgress(e.loaded / e.total);
    call.upload.onload = () => onProgress(1);
    call.onerror = () => reject(new ApiError(text.errors.unreachable, 0));
    call.onabort = () => reject(new ApiError(text.uploads.cancelled, 0));
    call.onload = () => settle(call, resolve, reject);
    call.send(body);
  });
  return { done, cancel: () => call.abort() };
}

function settle(call: XMLHttpRequest, resolve: (read: Ingested) => void, reject: (error: ApiError) => void): void {
  if (call.status < 200 || call.status > 299) {
    reject(new ApiError(problemMessage(call.status, parsed(call.responseText)), call.status));
    return;
  }
  try {
    resolve(firstIngested(JSON.parse(call.responseText)));
  } catch {
    reject(new ApiError(text.errors.unreadable, call.status));
  }
}

/** A proxy or a dying server may answer with anything; then the status still says something. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The server answers one document with its summary, several with a list of them. */
function firstIngested(body: Ingested | { items: Ingested[] }): Ingested {
  const first = "items" in body ? body.items[0] : body;
  if (!first?.id) throw new Error("no document in the answer");
  return first;
}
