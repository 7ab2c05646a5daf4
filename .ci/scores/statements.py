"""Statements of whole texts against a gold of the same texts."""
import collections
import contextlib
import glob
import io
import os
import re
import sys

from .run import Absent, Score

MEASURES = ["f1", "force", "polarity", "section", "object"]
WORST_OBJECTS = 40


def scores(run):
    out = []
    for gold in run.gold("eval/statements/*.jsonl"):
        name = stem(gold)
        out += of_text(run, name, gold, text_of(run, name))
    return out


def extra_scores(run, folder):
    """The scores of a folder of further texts, each beside its gold."""
    found = sorted(glob.glob(os.path.join(folder, "*.jsonl")))
    if not found:
        raise Absent(f"no NAME.jsonl in {folder}")
    out = []
    for gold in found:
        text = gold.removesuffix(".jsonl") + ".txt"
        if os.path.exists(text):
            out += of_text(run, "extra/" + stem(gold), gold, text)
        else:
            print(f"eval: left out {gold}: no {text}", file=sys.stderr)
    return out


def stem(path):
    return os.path.basename(path).rsplit(".", 1)[0]


def text_of(run, name):
    """The text that a gold was made from: by its name, else the one filed under a number."""
    named = os.path.join(run.root, "corpus", name + ".txt")
    return named if os.path.exists(named) else run.gold("corpus/000_*.txt")[0]


def of_text(run, name, gold, text):
    scorer = run.scorer("score_statements")
    sentences = gold.removesuffix(".jsonl") + ".sent"
    if not os.path.exists(sentences):
        raise Absent(f"no {sentences} beside {gold}")
    file = name.replace("/", "-")
    got = run.print(file + ".jsonl", "extract", "--format", "jsonl", text)
    with objects_of(scorer) as objects, contextlib.redirect_stdout(io.StringIO()) as shown:
        result = scorer.evaluate(gold, sentences, got, show=True)
    with run.misses(file) as out:
        write_statements(out, shown.getvalue(), sentences)
        write_objects(out, objects)
    note = "right {right} wrong {wrong} missed {missed} precision {precision:.3f} recall {recall:.3f}".format(**result)
    return [Score(name, m, result[m], note if m == "f1" else "") for m in MEASURES if m in result]


@contextlib.contextmanager
def objects_of(scorer):
    """Collects the objects that a scorer compares, as (word F1, gold, got)."""
    compare, seen = scorer.word_f1, []

    def noting(gold, got):
        seen.append((compare(gold, got), gold, got))
        return seen[-1][0]

    scorer.word_f1 = noting
    try:
        yield seen
    finally:
        scorer.word_f1 = compare


def write_statements(out, shown, sentences):
    """Writes the scorer's lines on missed and wrong statements, sentence by sentence."""
    of = collections.defaultdict(list)
    for line in shown.splitlines():
        number = re.search(r" s(\d+|None): ", line)
        if number:
            of[number[1]].append(line.replace(f" s{number[1]}:", "", 1))
    texts = dict(line.rstrip("\n").split("\t", 1) for line in open(sentences, encoding="utf-8") if "\t" in line)
    for number in sorted(of, key=lambda n: int(n) if n.isdigit() else -1):
        print(f"{number}\t{texts.get(number, '(in no sentence of the gold)')}", *of[number], "", sep="\n", file=out)


def write_objects(out, objects):
    print("objects with the lowest word F1", file=out)
    for value, gold, got in sorted(o for o in objects if o[0] < 1)[:WORST_OBJECTS]:
        print(f"  {value:.2f}  gold {gold!r}\n        got  {got!r}", file=out)
