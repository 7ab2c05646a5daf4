// Takes the picture for the README of the shipped sample: npm run screenshot (MANDATE_BIN names the program).
// Where pngquant is installed, it makes the file a third as large.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { launch } from "./harness.mjs";
import { startMandate } from "./mandate.mjs";

const TARGET = fileURLToPath(new URL("../../screenshot.png", import.meta.url));

const mandate = await startMandate();
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 850 }, reducedMotion: "reduce" });
  // The goal that most is said about: its actors and their sentences are what Mandate is for.
  const { items } = await (await fetch(`${mandate.url}/api/v1/goals`)).json();
  await page.goto(`${mandate.url}/?node=${items[0].iri}`, { timeout: 120_000 });
  await page.getByTestId("statement").first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => Number(/** @type {any} */ (document.querySelector("[data-testid=graph]"))?.dataset.nodes) > 0);
  await page.mouse.move(10, 890);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: TARGET });
  spawnSync("pngquant", ["--force", "--skip-if-larger", "--output", TARGET, "256", TARGET]);
} finally {
  await browser.close();
  await mandate.stop();
}
