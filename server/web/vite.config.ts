import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { workerLicences } from "./licences";

// `npm run dev` passes the API on to a server that already runs.
const backend = process.env.MANDATE_URL ?? "http://127.0.0.1:8080";

const LICENCES = "licenses.md";
const licences = workerLicences(LICENCES);

export default defineConfig({
  plugins: [svelte(), licences.page],
  server: {
    host: "127.0.0.1",
    // The server refuses writes whose Origin is not its own, so the proxy speaks as a program, not as a page.
    proxy: { "/api": { target: backend, changeOrigin: true, headers: { origin: backend } } },
  },
  build: {
    target: "es2022",
    // Nothing is inlined: the page's content security policy allows files of this server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor of the view Query, which comes when that is opened.
    chunkSizeWarningLimit: 600,
    license: { fileName: LICENCES },
  },
  worker: { format: "es", plugins: () => [licences.worker()] },
  test: { include: ["src/**/*.test.ts"] },
});
