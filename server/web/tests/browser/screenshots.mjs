// Takes pictures of views to look at, wide and as on a phone, light and dark:
//   node tests/browser/screenshots.mjs [--to FOLDER] [VIEW…]
// VIEW is a view's id, or its id and what else the address says: 'explore?node=goal:x', 'read?doc=north'.
// Without any, every view in the navigation. MANDATE_BIN names the program, MANDATE_URL a server that runs.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, opened } from "./harness.mjs";
import { startMandate } from "./mandate.mjs";

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const THEMES = /** @type {const} */ (["light", "dark"]);

const { values, positionals } = parseArgs({ options: { to: { type: "string", default: "test-results/views" } }, allowPositionals: true });
mkdirSync(values.to, { recursive: true });

const mandate = await startMandate();
const browser = await launch();
try {
  for (const view of positionals.length > 0 ? positionals : await everyView()) {
    for (const [size, viewport] of Object.entries(SIZES)) await take(view, size, viewport);
  }
} finally {
  await browser.close();
  await mandate.stop();
}

/** Ids of the views that the navigation leads to. */
async function everyView() {
  const page = await browser.newPage();
  await page.goto(mandate.url);
  const links = page.getByRole("navigation", { name: "Views" }).getByRole("link");
  await links.first().waitFor();
  const hrefs = await links.evaluateAll((all) => all.map((a) => /** @type {HTMLAnchorElement} */ (a).href));
  await page.close();
  return hrefs.map((href) => new URL(href).searchParams.get("view") ?? "explore");
}

/** @param {string} view @param {string} size @param {{ width: number, height: number }} viewport */
async function take(view, size, viewport) {
  const [id = "", more = ""] = view.split("?");
  const page = await browser.newPage({ viewport, reducedMotion: "reduce" });
  await page.goto(`${mandate.url}/?view=${id}&${more}`);
  await opened(page, id);
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(400);
    const path = join(values.to, `${view.replace(/[^\w-]+/g, "-")}-${size}-${colorScheme}.png`);
    await page.screenshot({ path });
    console.log(path);
  }
  await page.close();
}
