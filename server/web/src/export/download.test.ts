import { describe, expect, it } from "vitest";
import { fileName } from "./download";

describe("fileName", () => {
  it.each([
    ["AC/DC: duties.csv", "ac-dc-duties.csv"],
    ["../../etc/passwd", "mandate.etc-passwd"],
    ["Überblick 2030.json", "überblick-2030.json"],
    ["???.png", "mandate.png"],
    ["plain", "plain"],
    [`${"x".repeat(200)}.svg`, `${"x".repeat(100)}.svg`],
  ])("of %j is %j", (name, expected) => expect(fileName(name)).toBe(expected));
});
