// Reading: from a statement to its place in the text and back, finding words, and saying what the text says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { panel, picture, statements, useHarness } from "./harness.mjs";

const h = useHarness();
const PHONE = { viewport: { width: 390, height: 844 } };

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const reader = (page) => page.getByTestId("reader");
/** @param {Page} page */
const detail = (page) => page.getByTestId("detail");

async function someDocument() {
  const [{ id }] = (await h.api("/documents")).items;
  return h.api(`/documents/${id}`);
}

/** @param {Page} page */
const litInSight = (page) =>
  page.waitForFunction(() => {
    const box = window.document.querySelector(".lit")?.getBoundingClientRect();
    return box && box.top > 0 && box.bottom < innerHeight;
  });

test("a statement leads to its sentence in the text, lit and in sight; the text leads back", async () => {
  const document = await someDocument();
  const actor = document.statements.findLast((/** @type {any} */ s) => s.actor.id !== "unassigned").actor;
  await h.visit({ path: `/?node=actor:${actor.id}` }, async (page) => {
    const card = statements(page).last();
    await card.waitFor();
    const sentence = ((await card.locator("blockquote").textContent()) ?? "").trim();
    await card.getByRole("link").click();
    await page.waitForURL(/view=read/);
    const lit = reader(page).locator(".lit");
    await lit.first().waitFor();
    assert.equal((await lit.allTextContents()).join("").trim(), sentence);
    await litInSight(page);

    const marked = await reader(page).locator(".sentence").allTextContents();
    const sentences = new Set(document.statements.map((/** @type {any} */ s) => s.sentence.trim()));
    for (const text of marked) assert.ok(sentences.has(text.trim()), `${text} is a statement's sentence`);
    assert.ok(marked.length > 5);

    const alone = document.statements.find((/** @type {any} */ s) => s.actor.id !== "unassigned" && document.statements.filter((/** @type {any} */ o) => o.sentence === s.sentence).length === 1);
    await reader(page).getByRole("link", { name: alone.sentence.trim(), exact: true }).click();
    await detail(page).getByRole("button", { name: alone.actor.label, exact: true }).click();
    await panel(page).getByRole("heading", { name: alone.actor.label, exact: true }).waitFor();
  });
});

test("a link to a statement alone finds its document; one that is gone is explained", async () => {
  const { statements: all, id } = await someDocument();
  await h.visit({ path: `/?view=read&at=${all[9].id}`, forgive: /status of 404/ }, async (page) => {
    await detail(page).getByText(all[9].sentence).waitFor();
    await litInSight(page);
    await page.goto(`${h.url}/?view=read&doc=${id}&at=0000`);
    await page.getByText("The statement of this link is not in the text any more", { exact: false }).waitFor();
  });
});

test("sentences are underlined by force, in colours and in styles that differ", async () => {
  await h.visit({ path: "/?view=read" }, async (page) => {
    await reader(page).locator(".line").first().waitFor();
    const looks = await page.evaluate(() => {
      /** @type {Record<string, string>} */ const found = {};
      for (const line of document.querySelectorAll(".line")) {
        const { textDecorationStyle: style, textDecorationThickness: thickness } = getComputedStyle(line);
        found[line.getAttribute("data-force") ?? ""] = `${style} ${thickness}`;
      }
      return found;
    });
    assert.ok(Object.keys(looks).length >= 5);
    assert.equal(new Set(Object.values(looks)).size, Object.keys(looks).length, JSON.stringify(looks));
    const many = reader(page).locator(".sentence[data-many]").first();
    const first = await many.getAttribute("href");
    await many.click();
    await detail(page).waitFor();
    const before = page.url();
    await many.click();
    await page.waitForURL((url) => url.href !== before);
    assert.ok(first, "a sentence of several statements turns to the next of them");
    await page.getByTestId("forces").getByRole("checkbox").first().uncheck();
    await page.waitForURL(/hide=/);
  });
});

test("words are found, counted and stepped through; the address keeps them", async () => {
  const { text } = await someDocument();
  const total = text.toLowerCase().split("network").length - 1;
  await h.visit({ path: "/?view=read" }, async (page) => {
    await reader(page).waitFor();
    await page.keyboard.press("f");
    await page.keyboard.type("Network");
    await page.getByTestId("finds").getByText(`1 of ${total}`).waitFor();
    await page.keyboard.press("Enter");
    await page.getByTestId("finds").getByText(`2 of ${total}`).waitFor();
    await page.waitForFunction(() => {
      const box = document.querySelector('[data-hit="1"]')?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < innerHeight;
    });
    assert.match(page.url(), /find=Network/);
    await picture(page, "read-find");
    await page.reload();
    await page.getByTestId("finds").waitFor();
    const found = await reader(page).locator("[data-hit]").evaluateAll((all) => new Set(all.map((e) => e.getAttribute("data-hit"))).size);
    assert.equal(found, total);
  });
});

test("the outline leads to its sections", async () => {
  const { sections } = await someDocument();
  const last = sections.at(-1);
  await h.visit({ path: "/?view=read" }, async (page) => {
    await page.getByTestId("outline").getByRole("button", { name: last.title, exact: false }).click();
    await page.waitForFunction((title) => {
      const active = document.activeElement;
      const box = active?.getBoundingClientRect();
      return active?.textContent?.includes(title) && box && box.top >= 0 && box.bottom <= innerHeight;
    }, last.title);
  });
});

test("by keyboard alone: from statement to statement, accept, reject, undo, edit", async () => {
  await h.visit({ path: "/?view=read", forgive: /status of 4/ }, async (page) => {
    await reader(page).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await detail(page).getByText(/^2 of /).waitFor();
    await litInSight(page);
    const id = new URL(page.url()).searchParams.get("at");
    await page.keyboard.press("y");
    await detail(page).getByText("Say who you are first", { exact: false }).waitFor();
    await detail(page).getByLabel("Your name").fill("Ann Lee");
    await page.keyboard.press("Tab");
    await page.keyboard.type("as the text has it");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Accepted.", { exact: true }).first().waitFor();
    await detail(page).getByTestId("reviews").getByText("as the text has it", { exact: false }).waitFor();
    assert.equal((await h.api(`/statements/${id}`)).reviews.at(-1).by, "Ann Lee");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByText("Taken back.", { exact: true }).first().waitFor();
    assert.equal((await h.api(`/statements/${id}`)).reviews.length, 0);

    await page.getByRole("region", { name: /^Text of/ }).focus();
    await page.keyboard.press("x");
    await detail(page).getByText("No answer shows it", { exact: false }).waitFor();
    assert.equal((await fetch(`${h.url}/api/v1/statements/${id}`)).status, 404);
    await picture(page, "read-rejected");
    await page.keyboard.press("u");
    await page.getByText("Taken back.", { exact: true }).first().waitFor();
    assert.equal((await h.api(`/statements/${id}`)).id, id);

    await page.keyboard.press("w");
    const dialog = page.getByRole("dialog", { name: "Edit the statement" });
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Nothing is changed yet.").waitFor();
    await dialog.getByLabel("Object").fill("quarrels of every kind");
    await picture(page, "read-edit");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("Changed.", { exact: true }).first().waitFor();
    assert.equal((await h.api(`/statements/${id}`)).object, "quarrels of every kind");
    await detail(page).getByTestId("reviews").getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.", { exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
    await detail(page).waitFor({ state: "hidden" });
  });
});

test("a server that dies in the middle of a review is reported in words", async () => {
  const { statements: all } = await someDocument();
  const before = (/** @type {Page} */ page) => page.route("**/api/v1/corrections", (route) => route.abort("connectionreset"));
  await h.visit({ path: `/?view=read&at=${all[3].id}`, before, forgive: /ERR_CONNECTION_RESET/ }, async (page) => {
    await detail(page).getByLabel("Your name").fill("Ann Lee");
    await detail(page).getByRole("button", { name: "Accept" }).click();
    await detail(page).getByText("The server does not answer. Is Mandate still running?").waitFor();
  });
});

test("axe finds nothing grave in a text with a statement open, wide and on a phone", async () => {
  const { statements: all } = await someDocument();
  for (const size of [{}, PHONE]) {
    await h.visit({ path: `/?view=read&at=${all[12].id}&find=the`, reducedMotion: "reduce", ...size }, async (page) => {
      await detail(page).waitFor();
      await auditThemes(page, size === PHONE ? "phone-read" : "read");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, "nothing sticks out sideways");
    });
  }
});
