import { describe, expect, it } from "vitest";
import { firstLine } from "./library.svelte";

describe("firstLine", () => {
  it.each([
    ["\n\n  Harbour Compact \n\nPorts shall pay.", "Harbour Compact"],
    ["# Tides\nPorts shall pay.", "Tides"],
    ["---\n1.\nPorts", "Ports"],
    ["12 345", "Pasted text"],
    ["", "Pasted text"],
    ["x".repeat(100), `${"x".repeat(80)}…`],
  ])("of %j is %j", (body, title) => expect(firstLine(body)).toBe(title));
});
