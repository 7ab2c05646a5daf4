import os
import tempfile
import unittest

from scores import report
from scores.run import Absent, Run, Score


class RecordTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.path = os.path.join(folder.name, "record.tsv")

    def recorded(self, *scores):
        report.Record(self.path).write(scores)
        return report.Record(self.path)

    def test_small_drops_and_gains_pass(self):
        record = self.recorded(Score("harbours", "f1", 0.8, ""), Score("reefs", "f1", 0.7, ""))
        self.assertEqual(record.worse([Score("harbours", "f1", 0.791, ""), Score("reefs", "f1", 0.9, ""), Score("new", "f1", 0.1, "")]), [])

    def test_every_drop_is_named(self):
        record = self.recorded(Score("harbours", "f1", 0.8, ""), Score("harbours", "object", 0.5, ""), Score("reefs", "f1", 0.7, ""))
        worse = record.worse([Score("harbours", "f1", 0.78, ""), Score("harbours", "object", 0.5, ""), Score("reefs", "f1", 0.6, "")])
        self.assertEqual(worse, ["harbours f1: 0.780, dropped from 0.800", "reefs f1: 0.600, dropped from 0.700"])

    def test_what_is_no_longer_measured_is_named(self):
        record = self.recorded(Score("harbours", "f1", 0.8, ""))
        self.assertEqual(record.worse([]), ["harbours f1: not measured; the record has 0.800"])

    def test_no_record_is_no_pass(self):
        self.assertIn("RECORD=1", report.Record(self.path).worse([Score("harbours", "f1", 0.8, "")])[0])

    def test_absent_data_are_told(self):
        with self.assertRaisesRegex(Absent, "MANDATE_EVAL"):
            Run("/bin/true", self.folder, self.folder)

    def test_published_figures_have_a_peer_and_a_number(self):
        peers = report.peers(os.path.join(os.path.dirname(__file__), "peers.tsv"))
        self.assertIn("NLP4Gov .772", peers["ig/dev", "attribute"])


if __name__ == "__main__":
    unittest.main()
