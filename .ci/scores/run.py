"""One run: the program under test, where the gold is, where the outcome goes."""
import collections
import glob
import importlib
import os
import subprocess
import sys

# A score is a share between 0 and 1; higher is better. The note is for readers.
Score = collections.namedtuple("Score", "set measure value note")


class Absent(Exception):
    """Something that is needed is not there or does not work."""


class Run:
    def __init__(self, program, root, out):
        self.program, self.root, self.out = os.path.abspath(program), root, out
        if not os.access(self.program, os.X_OK):
            raise Absent(f"no program at {program}")
        if not os.path.isdir(os.path.join(root, "eval")):
            raise Absent(f"no evaluation data at {root}/eval; set MANDATE_EVAL to the folder that holds eval/, corpus/ and treebank/")
        os.makedirs(out, exist_ok=True)
        sys.path.insert(0, os.path.join(root, "eval"))

    def scorer(self, name):
        """The score script of that name that comes with the gold."""
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError as e:
            raise Absent(f"no {e.name}.py in {self.root}/eval") from e

    def gold(self, pattern):
        """The gold files of a pattern below the root, of which there must be some."""
        found = sorted(glob.glob(os.path.join(self.root, pattern)))
        if not found:
            raise Absent(f"no {pattern} in {self.root}")
        return found

    def path(self, name):
        return os.path.join(self.out, name)

    def print(self, name, *args):
        """Runs the program and returns the file under out that holds what it printed."""
        with open(self.path(name), "wb") as out:
            done = subprocess.run([self.program, *args], stdout=out, stderr=subprocess.PIPE)
        if done.returncode:
            raise Absent(f"{self.program} {' '.join(args)} failed: {done.stderr.decode(errors='replace').strip()}")
        return self.path(name)

    def misses(self, name):
        """The file for the misses of a set, to be written."""
        return open(self.path(name + ".misses.txt"), "w", encoding="utf-8")
