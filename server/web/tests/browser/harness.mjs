// What every browser test needs: a server, a Chromium, and pages that are
// watched for errors and for requests that leave their origin.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startMandate } from "./mandate.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").BrowserContextOptions} ContextOptions */
/** @typedef {{ nodes: import("../../src/api/types").GraphNode[], edges: import("../../src/api/types").GraphEdge[] }} Graph */

const SCREENSHOTS = fileURLToPath(new URL("../../test-results/", import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
// Draws WebGL without a graphics card.
const SOFTWARE_GL = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const NO_GL = ["--disable-gpu", "--disable-3d-apis"];

/** Slow machines are no errors. */
const PATIENCE = 60_000;

export class Harness {
  /** @type {import("./mandate.mjs").Mandate} */ mandate = /** @type {any} */ (null);
  /** @type {import("playwright-core").Browser} */ browser = /** @type {any} */ (null);

  get url() {
    return this.mandate.url;
  }

  /** @param {string} path @returns {Promise<any>} */
  async api(path) {
    const answer = await fetch(`${this.url}/api/v1${path}`);
    assert.equal(answer.status, 200, `${path}: ${answer.status}`);
    return answer.json();
  }

  /** The graph without its summarising edges, as the page draws it. @returns {Promise<Graph>} */
  async graph() {
    const graph = await this.api("/graph");
    return { ...graph, edges: graph.edges.filter((/** @type {any} */ e) => e.predicate !== "responsibleFor") };
  }

  /**
   * Opens the page and hands it to `use`; afterwards checks that nothing went wrong unseen.
   * `forgive` matches console messages that the test itself provokes.
   * @param {{ path?: string, forgive?: RegExp, before?: (page: Page) => Promise<unknown> } & ContextOptions} options
   * @param {(page: Page) => Promise<void>} use
   */
  async visit({ path = "/", forgive, before: prepare, ...context }, use) {
    const visitor = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...context });
    visitor.setDefaultTimeout(PATIENCE);
    const page = await visitor.newPage();
    /** @type {string[]} */ const complaints = [];
    /** @type {string[]} */ const foreign = [];
    page.on("console", (m) => {
      if (["error", "warning"].includes(m.type()) && !forgive?.test(m.text())) complaints.push(m.text());
    });
    page.on("pageerror", (e) => complaints.push(String(e)));
    page.on("request", (r) => {
      if (!r.url().startsWith(this.url) && !/^(data|blob):/.test(r.url())) foreign.push(r.url());
    });
    try {
      await prepare?.(page);
      await page.goto(this.url + path);
      await use(page);
      assert.deepEqual(complaints, [], "errors on the console");
      assert.deepEqual(foreign, [], "requests that left the server");
    } finally {
      await visitor.close();
    }
  }
}

/** Starts Chromium. @param {{ webgl?: boolean }} [options] */
export function launch({ webgl = true } = {}) {
  if (!CHROMIUM) throw new Error("no Chromium found: install the package chromium, or set CHROMIUM to its path");
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...(webgl ? SOFTWARE_GL : NO_GL)] });
}

/**
 * Sets a server and a browser up for the tests of a file.
 * @param {{ webgl?: boolean } & import("./mandate.mjs").Setup} [options]
 */
export function useHarness({ webgl = true, ...setup } = {}) {
  const harness = new Harness();
  before(async () => {
    harness.mandate = await startMandate(setup);
    harness.browser = await launch({ webgl });
  });
  after(async () => {
    await harness.browser?.close();
    await harness.mandate?.stop();
  });
  return harness;
}

/** Waits until the graph is drawn; returns its element. @param {Page} page */
export async function drawn(page) {
  const graph = page.getByTestId("graph");
  await graph.waitFor();
  await page.waitForFunction(() => {
    const element = document.querySelector('[data-testid="graph"]');
    return element instanceof HTMLElement && Number(element.dataset.nodes) > 0;
  });
  // Two frames: one to lay out, one to draw.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return graph;
}

/** Waits until a view is loaded and nothing in it is on its way. @param {Page} page @param {string} id */
export async function opened(page, id) {
  await page.locator(`[data-view="${id}"] main[aria-busy="false"]`).waitFor();
}

/** Where a node is drawn, in pixels of the graph; null where it is not. @param {Page} page @param {string} iri @returns {Promise<{ x: number, y: number } | null>} */
export function nodeAt(page, iri) {
  return page.getByTestId("graph").evaluate((element, iri) => /** @type {any} */ (element).nodePosition(iri), iri);
}

/** Clicks on a node where it is drawn. @param {Page} page @param {string} iri */
export async function clickNode(page, iri) {
  const graph = await drawn(page);
  const at = await nodeAt(page, iri);
  assert.ok(at, `${iri} is drawn`);
  await graph.click({ position: at });
}

/** Keeps a picture for people to look at. @param {Page} page @param {string} name */
export async function picture(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
}

/** @param {Page} page */
export const panel = (page) => page.getByTestId("panel");

/** The cards of the statements that the panel lists. @param {Page} page */
export const statements = (page) => panel(page).getByTestId("statement");

/**
 * Unfolds a menu, chooses what to save, and reads the file.
 * @param {Page} page @param {string} menu @param {string} item
 */
export async function saved(page, menu, item) {
  await page.getByRole("main").getByRole("button", { name: menu, exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: item, exact: true }).click()]);
  const text = readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "");
  assert.ok(text.length > 0, "the file holds something");
  return { name: download.suggestedFilename(), text };
}

/** Reads CSV as RFC 4180 writes it. @param {string} text @returns {string[][]} */
export function table(text) {
  /** @type {string[][]} */ const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted !== undefined ? quoted.replaceAll('""', '"') : (plain ?? ""));
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== "");
}
