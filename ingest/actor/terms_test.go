package actor

import (
	"testing"

	"mandate/graph"
)

func TestIn(t *testing.T) {
	g := load(t)
	text := "The Harbour Transit Authority (HTA) runs ferries. Tidal prediction (TP) helps, and the Department of Boats and " +
		"Moorings pays. The Tides and Dykes Department digs. All Locks and Weirs Departments report. Boats and Moorings may lend ropes and Tides and " +
		"Dykes is responsible for sand. The Ministry of Coastal Waters shall keep Coastal Waters clean; Coastal Waters shall be open. Kelp growers (KGs) work with the Wadden Health Office (WHO). " +
		"The World Bank (WBK) lends."
	in := g.In(text)
	for name, want := range map[string]string{
		"HTA": "Harbour Transit Authority", "Harbour Transit Authority": "Harbour Transit Authority",
		"Boats and Moorings": "Department of Boats and Moorings", "Tides and Dykes": "Tides and Dykes Department",
		"WHO": "Wadden Health Office", "WBK": "World Bank", "UNESCO": "UNESCO", "TP": "", "KG": "", "boats and moorings": "", "Locks and Weirs": "", "Coastal Waters": "",
		"All Locks and Weirs": "",
	} {
		if e, _ := in.Lookup(name); e.Label != want {
			t.Errorf("%s: got %q, want %q", name, e.Label, want)
		}
	}
	if e, _ := in.Lookup("HTA"); e.Kind != graph.GovernmentBody {
		t.Errorf("HTA is %s", e.Kind)
	}
	if e, _ := g.Lookup("WHO"); e.Label != "World Health Organization" {
		t.Errorf("outside the document WHO is %q", e.Label)
	}
	if g.In("Nothing is defined (see below) here.") != g {
		t.Error("a text without definitions has a gazetteer of its own")
	}
	for words, want := range map[string]bool{
		"HTA/NOUN/nsubj/2 acts/VERB/root/0": true, "TP/PROPN/nsubj/2 acts/VERB/root/0": false, "QQR/PROPN/nsubj/2 acts/VERB/root/0": true,
	} {
		s := tree(t, words)
		if got := in.CanAct(s, 0, 0, 0); got != want {
			t.Errorf("%q: can act is %v", s.Text, got)
		}
	}
}

func TestLongForm(t *testing.T) {
	for _, c := range [][3]string{
		{"runs by the Coastal Erosion Unit ", "CEU", "Coastal Erosion Unit"},
		{"Office for Bees and Co-operatives ", "OBC", "Office for Bees and Co-operatives"},
		{"It ended. Bird ", "IB", ""},
		{"", "AB", ""},
		{"no match here ", "XY", ""},
	} {
		if got := longForm(c[0], c[1]); got != c[2] {
			t.Errorf("%q %s: got %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
