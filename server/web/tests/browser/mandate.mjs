// Starts the real server on a port of its own, with a fresh store that holds the shipped sample, or what is given.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const ADDRESS = /https?:\/\/127\.0\.0\.1:\d+/;
const PATIENCE = 60_000;

/**
 * Starts the demo, with more flags; a server that MANDATE_URL names is taken as it is.
 * @typedef {{ url: string, stop: () => Promise<void> }} Mandate
 * @typedef {{ flags?: string[], quads?: () => Iterable<string> }} Setup quads: N-Quads to fill the store with, in place of the sample
 * @param {Setup} [setup]
 * @returns {Promise<Mandate>}
 */
export async function startMandate({ flags = [], quads } = {}) {
  if (process.env.MANDATE_URL && !quads) return { url: process.env.MANDATE_URL.replace(/\/$/, ""), stop: async () => {} };
  const path = process.env.MANDATE_BIN;
  if (!path) throw new Error("MANDATE_BIN names no binary: run these tests with `npm run test:browser`");
  const folder = quads ? mkdtempSync(join(tmpdir(), "mandate-made-")) : null;
  const db = folder && quads ? await filled(path, join(folder, "store.db"), quads()) : null;
  const command = db ? ["serve", "--db", db] : ["demo"];
  const child = spawn(path, [...command, "--listen", "127.0.0.1:0", ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await address(child);
    await ready(url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes a store of quads. @param {string} path @param {string} db @param {Iterable<string>} quads */
async function filled(path, db, quads) {
  const child = spawn(path, ["import", "--db", db, "-"], { stdio: ["pipe", "ignore", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await pipeline(Readable.from(quads), child.stdin);
  const code = await ended;
  if (code !== 0) throw new Error(`mandate import ended with ${code}`);
  return db;
}

/** @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>} child */
function address(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`no address within ${PATIENCE} ms; it said: ${said}`)), PATIENCE);
    /** @param {Buffer} chunk */
    const listen = (chunk) => {
      said += chunk.toString();
      const found = ADDRESS.exec(said)?.[0];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => reject(new Error(`mandate ended with ${code}; it said: ${said}`)));
    child.once("error", reject);
  });
}

/** @param {string} url */
async function ready(url) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url}/healthz does not answer`);
}
