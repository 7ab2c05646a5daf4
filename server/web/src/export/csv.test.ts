import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("toCsv", () => {
  it("writes a head and rows, quoting what would break them", () => {
    const rows = [
      ["plain", 1, null],
      ['say "yes", twice', -2.5, true],
      ["two\nlines", 0, undefined],
    ];
    expect(toCsv(["name", "n", "x"], rows)).toBe(
      'name,n,x\r\nplain,1,\r\n"say ""yes"", twice",-2.5,true\r\n"two\nlines",0,\r\n',
    );
  });

  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+1", "'+1"],
    ["-2 degrees", "'-2 degrees"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["\rx", `"'\rx"`],
    ["=1,2", `"'=1,2"`],
    ["=\nx", `"'=\nx"`],
    ["-", "-"],
    ["a=b", "a=b"],
  ])("makes %j inert", (text, written) => expect(toCsv(["c"], [[text]])).toBe(`c\r\n${written}\r\n`));
});
