// Builds the binary once (unless MANDATE_BIN or MANDATE_URL names one) and runs
// the browser tests against it, each test file with a server and store of its own.
// Names pick some of them: node tests/browser/run.mjs read shell.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "../..");
const root = join(web, "../..");
const scratch = mkdtempSync(join(tmpdir(), "mandate-browser-"));

/** Path of a binary that holds the page as it is built now. */
function binary() {
  if (!existsSync(join(web, "dist/index.html"))) {
    throw new Error("the page is not built: run `npm run build` in server/web first");
  }
  const path = join(scratch, "mandate");
  execFileSync("go", ["build", "-o", path, "./cmd/mandate"], { cwd: root, stdio: "inherit" });
  return path;
}

/** The test files of these names, "read" or "read.test.mjs"; all for none. @param {string[]} names */
function chosen(names) {
  const all = readdirSync(here).filter((f) => f.endsWith(".test.mjs"));
  const files = names.map((name) => (name.endsWith(".test.mjs") ? name : `${name}.test.mjs`));
  const unknown = files.filter((f) => !all.includes(f));
  if (all.length === 0 || unknown.length > 0) throw new Error(`no browser test ${unknown.join(", ")}; there are ${all.join(", ")}`);
  return files.length > 0 ? files : all;
}

try {
  const env = { ...process.env };
  if (env.MANDATE_BIN) env.MANDATE_BIN = resolve(env.MANDATE_BIN);
  else if (!env.MANDATE_URL) env.MANDATE_BIN = binary();
  const files = chosen(process.argv.slice(2));
  const flags = ["--test", "--test-concurrency=1"];
  const { status } = spawnSync(process.execPath, [...flags, ...files.map((f) => join(here, f))], { env, stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
