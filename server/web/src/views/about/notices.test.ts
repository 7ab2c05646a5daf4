import { describe, expect, it } from "vitest";
import { documentNotice, fits, noticesOf } from "./notices";

const MARKDOWN = `# Licences

## sigma - 3.0.3 (MIT)

Permission is hereby granted, free of charge, to anyone.

## example.org/mod/v2 - v2.1.0

Apache License
Version 2.0
`;

describe("noticesOf", () => {
  const notices = noticesOf("page", MARKDOWN);

  it("has one of each heading, with version and licence as said or as the text is", () => {
    expect(notices.map(({ name, version, licence }) => [name, version, licence])).toEqual([
      ["sigma", "3.0.3", "MIT"],
      ["example.org/mod/v2", "v2.1.0", "Apache-2.0"],
    ]);
    expect(notices[0]?.text).toBe("Permission is hereby granted, free of charge, to anyone.");
  });

  it("is found by words of its name and text, in any order", () => {
    expect(fits(notices[0]!, "mit SIGMA")).toBe(true);
    expect(fits(notices[0]!, "free charge")).toBe(true);
    expect(fits(notices[0]!, "sigma apache")).toBe(false);
    expect(fits(notices[0]!, "")).toBe(true);
  });

  it("of nothing there are none", () => expect(noticesOf("page", "")).toEqual([]));
});

it("documentNotice is called as its first heading", () => {
  expect(documentNotice("data", "# The model\n\nTrained on trees.")).toMatchObject({ name: "The model", text: "Trained on trees." });
});
