// Takes the picture for the README of the shipped sample: npm run screenshot (MANDATE_BIN names the program).
import { fileURLToPath } from "node:url";
import { launch } from "./harness.mjs";
import { startMandate } from "./mandate.mjs";

const TARGET = fileURLToPath(new URL("../../screenshot.png", import.meta.url));

const mandate = await startMandate();
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const { items } = await (await fetch(`${mandate.url}/api/v1/actors`)).json();
  // A state, because its statements are of many forces.
  const actor = items.find((/** @type {any} */ i) => i.id === "china") ?? items[0];
  await page.goto(`${mandate.url}/?node=${actor.iri}`, { timeout: 120_000 });
  await page.getByTestId("statement").first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => Number(/** @type {any} */ (document.querySelector("[data-testid=graph]"))?.dataset.nodes) > 0);
  await page.mouse.move(10, 890);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: TARGET });
} finally {
  await browser.close();
  await mandate.stop();
}
