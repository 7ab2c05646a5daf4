// A server that takes changes with its token alone: the page asks for it, once, and keeps it for the tab.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { drawn, useHarness } from "./harness.mjs";

const TOKEN = "a-token-for-the-tests-alone";
const scratch = mkdtempSync(join(tmpdir(), "mandate-token-"));
const file = join(scratch, "token");
writeFileSync(file, TOKEN, { mode: 0o600 });
after(() => rmSync(scratch, { recursive: true }));
const h = useHarness({ flags: ["--token-file", file] });

/** @param {import("playwright-core").Page} page */
const question = (page) => page.getByRole("dialog", { name: "This server asks for a token" });
/** @param {import("playwright-core").Page} page @param {string} body */
async function paste(page, body) {
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "Add a text" });
  await dialog.getByLabel("Text", { exact: true }).fill(body);
  await dialog.getByRole("button", { name: "Read this text" }).click();
}

test("a write without the token asks for it; the right one is kept for the tab", async () => {
  await h.visit({ forgive: /status of 401/, reducedMotion: "reduce" }, async (page) => {
    await drawn(page);
    await paste(page, "Quay Rules\n\nPorts shall publish their fees.");
    const field = question(page).getByLabel("Token", { exact: true });
    await field.waitFor();
    await auditThemes(page, "token");
    await question(page).getByRole("button", { name: "Use this token" }).click();
    await question(page).getByText("Type or paste the token first.").waitFor();
    await field.fill("not-the-right-token");
    await page.keyboard.press("Enter");
    await question(page).getByText("The server does not take this token.").waitFor();
    await field.fill(TOKEN);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Show this document" }).waitFor();
    assert.equal(await question(page).count(), 0);

    await page.reload();
    await drawn(page);
    await page.keyboard.press("d");
    await page.getByRole("button", { name: "Remove Quay Rules" }).click();
    await page.getByRole("button", { name: "Remove document" }).click();
    await page.getByTestId("documents").getByText("Quay Rules").waitFor({ state: "hidden" });
    assert.equal(await question(page).count(), 0, "asked once");
  });
});

test("who has no token is told so, and nothing is stored", async () => {
  const before = (await h.api("/documents")).total;
  await h.visit({ forgive: /status of 401/ }, async (page) => {
    await drawn(page);
    await paste(page, "Ports shall pay.");
    await question(page).getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("region", { name: "Texts being read" }).getByText(/token/).waitFor();
  });
  assert.equal((await h.api("/documents")).total, before);
});
