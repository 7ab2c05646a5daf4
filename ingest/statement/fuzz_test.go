package statement

import (
	"strings"
	"testing"

	"mandate/data"
	"mandate/graph"
	"mandate/ingest/english"
)

// reckless takes every phrase for an actor and, by the words, stretches of a
// sentence for names: the rules may rely on nothing that it says.
type reckless struct{}

func (reckless) CanAct(*english.Sentence, int, int, int) bool { return true }

func (reckless) Names(s *english.Sentence) [][2]int {
	var out [][2]int
	for from := 0; from+1 < len(s.Tokens); {
		n := 2 + draw(hash(s.Tokens[from].Text), 5)
		if to := from + n; n%2 == 0 && to <= len(s.Tokens) {
			out = append(out, [2]int{from, to})
		}
		from += n
	}
	return out
}

// thicket makes projective trees of every shape, where wild's heads all point
// to the root.
type thicket struct{ wild }

func (p thicket) Parse(text string) english.Sentence {
	s := p.wild.Parse(text)
	grow(s.Tokens, 0, len(s.Tokens), -1)
	return s
}

// grow hangs tokens [from,to) as one subtree on head; the words pick its root.
func grow(tokens []english.Token, from, to, head int) {
	if from >= to {
		return
	}
	root := from + draw(hash(tokens[from].Text+tokens[to-1].Text)+uint32(to), to-from)
	switch t := &tokens[root]; {
	case head < 0:
		t.Head, t.Deprel = head, "root"
	case t.Deprel == "root":
		t.Head, t.Deprel = head, "conj"
	default:
		t.Head = head
	}
	grow(tokens, from, root, root)
	grow(tokens, root+1, to, root)
}

// FuzzExtract reads odd trees under odd names: whatever a parser makes of a
// text, the rules end, and leave every sentence a tree.
func FuzzExtract(f *testing.F) {
	for _, text := range []string{"", "shall", "The Food and Farm Union shall act.", "É: ß; à.",
		"drafting and adopting the rules and shall be kept; by whom: a; to b; not c, including d such as e",
		strings.Repeat("it shall, as such, and may, be by to ", 30),
		strings.Repeat("responsibility for the goal of is: and to keep; ", 25)} {
		f.Add(text)
	}
	cues, err := LoadCues(data.FS)
	if err != nil {
		f.Fatal(err)
	}
	e := NewExtractor(thicket{}, reckless{}, cues)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1500 {
			return
		}
		results := []Result{e.ExtractSentence(text)}
		for _, r := range e.Extract(outline("# "+text, "• "+text, "The Council shall:", "• "+text, "  • "+text)) {
			results = append(results, r)
		}
		for _, r := range results {
			checkTree(t, r.Tree)
			for _, found := range r.Found {
				checkFound(t, found)
			}
		}
	})
}

// checkTree fails where following the heads of a token does not lead to the
// one root.
func checkTree(t *testing.T, s *english.Sentence) {
	t.Helper()
	if s == nil {
		return
	}
	roots := 0
	for i, tok := range s.Tokens {
		if tok.Head < 0 {
			roots++
		}
		steps := 0
		for h := tok.Head; h >= 0; h = s.Tokens[h].Head {
			if steps++; steps > len(s.Tokens) {
				t.Fatalf("%q: the heads above token %d run in a circle", s.Text, i)
			}
		}
	}
	if roots != 1 && len(s.Tokens) > 0 {
		t.Fatalf("%q: %d roots", s.Text, roots)
	}
}

// checkFound fails where a statement lacks what every statement has, or names a
// phrase outside its tree.
func checkFound(t *testing.T, f Found) {
	t.Helper()
	if f.Force == "" || f.Polarity != graph.Positive && f.Polarity != graph.Negative {
		t.Errorf("force %q, polarity %q", f.Force, f.Polarity)
	}
	for _, p := range append(append([]Phrase{f.Attribute, f.Among}, f.Named...), f.Receives...) {
		if p.Tree != nil && (p.From < 0 || p.From > p.To || p.To > len(p.Tree.Tokens)) {
			t.Errorf("phrase [%d,%d) of %d tokens", p.From, p.To, len(p.Tree.Tokens))
		}
	}
}
