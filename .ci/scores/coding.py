"""Rows of coding sheets against rows that hand coders filled."""
import csv

from .run import Absent, Score


def scores(run):
    scorer = run.scorer("score_ig")
    out = []
    for file in run.gold("eval/ig/*.csv"):
        name = "ig/" + file.rsplit("/", 1)[-1].removesuffix(".csv")
        gold = rows(file)
        got = rows(run.print(name.replace("/", "-") + "-coded.csv", "code", bare(run, name, gold)))
        if len(got) != len(gold):
            raise Absent(f"{file} has {len(gold)} rows, the coded sheet {len(got)}")
        out += of_rows(run, scorer, name, gold, got)
    return out


def rows(file):
    with open(file, newline="", encoding="utf-8-sig") as f:
        return list(csv.DictReader(f))


def bare(run, name, gold):
    """A sheet of the statements alone: the gold stands in columns of the output's names."""
    path = run.path(name.replace("/", "-") + ".csv")
    with open(path, "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f)
        out.writerow(["statement"])
        out.writerows([row["statement"]] for row in gold)
    return path


def of_rows(run, scorer, name, gold, got):
    out = []
    with run.misses(name.replace("/", "-")) as misses:
        for field in scorer.FIELDS:
            counted = [(scorer.f1(span, p[field] or "", field), i, span, p[field])
                       for i, (g, p) in enumerate(zip(gold, got)) if (span := scorer.gold_span(g, field)) is not None]
            out.append(Score(name, field, mean([c[0] for c in counted]), f"{len(counted)} rows"))
            write_misses(misses, field, sorted(counted), gold)
    return out + [Score(name, "mean", mean([s.value for s in out]), "")]


def mean(values):
    return sum(values) / max(1, len(values))


def write_misses(out, field, counted, gold):
    for value, i, span, got in counted:
        if value < 1:
            print(f"{field} {value:.2f} row {i + 1}\n  gold {span!r}\n  got  {got!r}\n  of   {gold[i]['statement']!r}\n", file=out)
