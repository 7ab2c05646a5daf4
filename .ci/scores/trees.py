"""Dependency trees of the treebanks' test parts, parsed from their own tokens."""
import contextlib
import gzip
import io
import os
import re
import runpy
import sys

from .run import Absent, Score

MEASURES = ["LAS", "UAS", "UPOS"]
WORST_SENTENCES, SHORTEST = 60, 6


def scores(run):
    out = []
    for gold in run.gold("treebank/*-test.conllu.gz"):
        name = os.path.basename(gold).removesuffix(".conllu.gz")
        got = run.print(name + ".conllu", "parse", "--format", "conllu", gold)
        printed, want, have = compared(run, gold, got)
        out += [Score(name, m, float(re.search(rf"\b{m} ([\d.]+)", printed)[1]) / 100, f"{len(want)} words") for m in MEASURES]
        with run.misses(name) as misses:
            write_misses(misses, sentence_lengths(gold), want, have)
    return out


def compared(run, gold, got):
    """Runs the score script, which is no module: what it printed, and the words it read."""
    script, argv = os.path.join(run.root, "eval", "score_las.py"), sys.argv
    if not os.path.exists(script):
        raise Absent(f"no {script}")
    sys.argv = [script, gold, got]
    try:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            names = runpy.run_path(script)
    finally:
        sys.argv = argv
    return printed.getvalue(), names["g"], names["p"]


def sentence_lengths(file):
    with gzip.open(file, "rt", encoding="utf-8") as f:
        blocks = f.read().strip().split("\n\n")
    return [sum(line.split("\t", 1)[0].isdigit() for line in block.splitlines()) for block in blocks]


def write_misses(out, lengths, gold, got):
    """Writes the sentences with the lowest LAS, each wrong word with its gold and its own head."""
    sentences, at = [], 0
    for n in lengths:
        pairs = list(zip(gold[at:at + n], got[at:at + n]))
        at += n
        if n >= SHORTEST:
            sentences.append((sum(g[2:] == p[2:] for g, p in pairs) / n, pairs))
    for value, pairs in sorted(sentences, key=lambda s: s[0])[:WORST_SENTENCES]:
        print(f"{value:.2f}  {' '.join(g[0] for g, _ in pairs)}", file=out)
        for i, (g, p) in enumerate(pairs):
            if g[2:] != p[2:]:
                print(f"  {i + 1:3d} {g[0]:20s} gold {g[3]} of {head(pairs, g)}, got {p[3]} of {head(pairs, p)}", file=out)
        print(file=out)


def head(pairs, word):
    return pairs[int(word[2]) - 1][0][0] if word[2] != "0" else "nothing"
