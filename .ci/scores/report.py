"""Scores beside the record and beside what others published."""
import csv
import os

ALLOWED_DROP = 0.01


class Record:
    """The scores that a change must not fall below, a line each: set, measure, score."""

    def __init__(self, path):
        self.path, self.scores = path, {}
        if os.path.exists(path):
            with open(path, newline="", encoding="utf-8") as f:
                self.scores = {(set_, measure): float(score) for set_, measure, score in list(csv.reader(f, delimiter="\t"))[1:]}

    def write(self, scores):
        with open(self.path, "w", newline="", encoding="utf-8") as f:
            out = csv.writer(f, delimiter="\t", lineterminator="\n")
            out.writerow(["set", "measure", "score"])
            out.writerows([s.set, s.measure, f"{s.value:.4f}"] for s in scores)

    def worse(self, scores):
        """What dropped or is no longer measured, a line each."""
        if not self.scores:
            return [f"no record at {self.path}; make one with RECORD=1"]
        now = {(s.set, s.measure): s.value for s in scores}
        out = []
        for (set_, measure), was in self.scores.items():
            value = now.get((set_, measure))
            if value is None:
                out.append(f"{set_} {measure}: not measured; the record has {was:.3f}")
            elif was - value > ALLOWED_DROP:
                out.append(f"{set_} {measure}: {value:.3f}, dropped from {was:.3f}")
        return out


def peers(path):
    """Published figures by set and measure, as text."""
    out = {}
    with open(path, newline="", encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t"):
            out.setdefault((row["set"], row["measure"]), []).append(f"{row['peer']} {row['score']}")
    return out


def show(scores, record, peers):
    print(f"{'set':20s} {'measure':10s} {'score':>6s} {'record':>7s}  note")
    last = None
    for s in scores:
        was = record.scores.get((s.set, s.measure))
        others = peers.get((s.set, s.measure), [])
        notes = "; ".join(([s.note] if s.note else []) + others)
        name = s.set if s.set != last else ""
        print(f"{name:20s} {s.measure:10s} {s.value:6.3f} {'-' if was is None else format(was, '.3f'):>7s}  {notes}".rstrip())
        last = s.set
