// Accessibility as axe sees it: no serious or critical finding, in the light theme and in the dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { picture } from "./harness.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails on serious and critical findings of axe. @param {import("playwright-core").Page} page @param {string} where */
export async function audit(page, where) {
  // Through the debugger rather than a script element, which the page's own policy forbids.
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run());
  assert.ok(passes.length > 10, "axe has looked at the page");
  const grave = violations.filter((/** @type {any} */ v) => ["serious", "critical"].includes(v.impact));
  const told = grave.map((/** @type {any} */ v) => `${where}: ${v.id}: ${v.help}: ${v.nodes.map((/** @type {any} */ n) => n.html).join(" | ")}`);
  assert.deepEqual(told, []);
}

/**
 * Audits and pictures a view in the light theme and, without loading it anew, in the dark.
 * @param {import("playwright-core").Page} page @param {string} name
 */
export async function auditThemes(page, name) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme });
    await audit(page, `${name}, ${colorScheme}`);
    await picture(page, `${name}-${colorScheme}`);
  }
}
