import { describe, expect, it } from "vitest";
import { highlight } from "./highlight";

function marks(sentence: string, actor: string, deontic: string, aim: string) {
  const pieces = highlight({ sentence, deontic, aim, actor: { id: "", label: actor, kind: "" } });
  expect(pieces.map((p) => p.text).join("")).toBe(sentence);
  return pieces.filter((p) => p.role !== null).map((p) => `${p.role}:${p.text}`);
}

describe("highlight", () => {
  it.each([
    ["Every harbour shall keep a log.", "harbour", "shall", "keep", ["actor:harbour", "deontic:shall", "aim:keep"]],
    ["The Council is committed to sharing maps.", "Council", "is committed to", "share", ["actor:Council", "deontic:is committed to", "aim:sharing"]],
    ["They carried a duty and will stop dumping.", "Ports", "will", "stop", ["deontic:will", "aim:stop"]],
    ["Ports planned wells, and should plan more.", "Ports", "should", "plan", ["actor:Ports", "deontic:should", "aim:plan"]],
    ["The board relied on it.", "board", "", "rely", ["actor:board", "aim:relied"]],
    ["Shipping (all of it) must not leak.", "", "must not", "leak", ["deontic:must not", "aim:leak"]],
    ["Nothing of the kind.", "Ports", "shall", "go", []],
  ])("marks %s", (sentence, actor, deontic, aim, expected) => {
    expect(marks(sentence, actor, deontic, aim)).toEqual(expected);
  });

  it("takes an actor's name as it stands, with its brackets and dots", () => {
    expect(marks("The U.N. (Office) may act.", "U.N. (Office)", "may", "act")[0]).toBe("actor:U.N. (Office)");
  });

  it("does not mark parts of words", () => {
    expect(marks("Marshallers mayhem.", "", "shall", "may")).toEqual([]);
  });
});
