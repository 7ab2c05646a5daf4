// About: versions, and every notice of third-party work, found and opened.
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { opened, useHarness } from "./harness.mjs";

const h = useHarness();
const PHONE = { viewport: { width: 390, height: 844 } };

test("versions stand there, a notice is found by search, opened by keyboard, and its link opens it again", async () => {
  const about = await h.api("/about");
  const modules = (await (await fetch(`${h.url}/go-licenses.md`)).text()).match(/^## /gm) ?? [];
  assert.ok(modules.length > 20);
  await h.visit({ path: "/?view=about" }, async (page) => {
    await page.getByTestId("versions").getByText(about.model, { exact: true }).waitFor();
    await page.getByTestId("versions").getByText(about.extractor, { exact: true }).waitFor();
    const all = Number(/\d+/.exec((await page.getByTestId("notices-count").textContent()) ?? "")?.[0]);
    assert.ok(all > modules.length, "those of the page and of the data too");
    await page.keyboard.press("f");
    await page.keyboard.type("cayleygraph/cayley");
    await page.getByTestId("notices-count").getByText(new RegExp(`of ${all} notices`)).waitFor();
    const notice = page.locator("summary", { hasText: "github.com/cayleygraph/cayley" }).first();
    await notice.focus();
    await page.keyboard.press("Enter");
    await page.locator("pre").getByText("Apache License", { exact: false }).first().waitFor();
    await page.waitForURL(/open=/);
    await page.reload();
    await page.locator("pre").getByText("Apache License", { exact: false }).first().waitFor();
    await page.getByRole("searchbox").fill("no such words at all");
    await page.getByText("No notice has “no such words at all”.").waitFor();
  });
});

for (const [what, part] of /** @type {const} */ ([["CodeMirror", "@codemirror/view"], ["Sigma", "sigma"], ["the word lists", "WordNet"]])) {
  test(`${what} is among the notices`, async () => {
    await h.visit({ path: `/?view=about&find=${encodeURIComponent(part)}` }, async (page) => {
      await page.locator("summary").first().waitFor();
    });
  });
}

test("axe finds nothing grave, wide and on a phone", async () => {
  for (const size of [{}, PHONE]) {
    await h.visit({ path: "/?view=about&open=page:sigma", reducedMotion: "reduce", ...size }, async (page) => {
      await opened(page, "about");
      await auditThemes(page, size === PHONE ? "phone-about" : "about");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    });
  }
});
