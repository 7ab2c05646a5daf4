package statement

import (
	"hash/fnv"
	"strings"
	"testing"
	"unicode/utf8"

	"mandate/data"
	"mandate/graph"
	"mandate/ingest/english"
)

// roles takes these nouns for actors.
type roles map[string]bool

func (r roles) CanAct(s *english.Sentence, _, _, head int) bool {
	return r[strings.ToLower(s.Tokens[head].Lemma)]
}

func (roles) Names(*english.Sentence) [][2]int { return nil }

func testCoder(t testing.TB, p Parser) *Extractor {
	t.Helper()
	cues, err := LoadCues(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return NewExtractor(p, roles(wordSet("agency applicant authority board clerk committee council director employer licensee "+
		"master mayor member operator owner panel party person producer registrar school secretary teacher")), cues)
}

// The trees are as a parser gave them, mistakes included.
func TestCode(t *testing.T) {
	e := testCoder(t, scriptedBy(t, "testdata/code.conllu"))
	for _, tt := range codeRows {
		if got := e.Code(tt.text); got != tt.want {
			t.Errorf("Code(%q)\n got %+v\nwant %+v", tt.text, got, tt.want)
		}
	}
}

var codeRows = []struct {
	text string
	want Row
}{
	{"The Registrar shall keep a public register of licensed carriers and shall publish it every year.",
		Row{Attribute: "The Registrar", Deontic: "shall", Aim: "keep", Object: "a public register of licensed carriers", Force: graph.Obligation}},
	{"No licensee shall employ, lend or hire out a driver who has not passed the test.",
		Row{Attribute: "No licensee", Deontic: "shall", Aim: "employ, lend or hire out", Object: "a driver", Force: graph.Prohibition}},
	{"Where an inspector finds that a vessel is unsafe, the harbour master may order its owner to remove it.",
		Row{Attribute: "the harbour master", Deontic: "may", Aim: "order", Object: "its owner", Condition: "Where an inspector finds that a vessel is unsafe", Force: graph.Permission}},
	{"Every employer must ensure that protective clothing is provided to workers free of charge.",
		Row{Attribute: "Every employer", Deontic: "must", Aim: "ensure", Object: "that protective clothing is provided to workers free of charge", Force: graph.Obligation}},
	{"An application for renewal must be lodged with the Registrar at least 30 days before the licence expires.",
		Row{Deontic: "must", Aim: "be lodged", Object: "An application for renewal", Condition: "before the licence expires", Constraint: "with the Registrar", Force: graph.Obligation}},
	{"The fee shall be paid by the applicant to the port authority within 14 days.",
		Row{Attribute: "the applicant", Deontic: "shall", Aim: "be paid", Object: "The fee", Constraint: "within 14 days", Force: graph.Obligation}},
	{"Records required by these rules and kept by the owner must be shown to the inspector.",
		Row{Deontic: "must", Aim: "be shown", Object: "Records required by these rules and kept by the owner", Force: graph.Obligation}},
	{"the committee may, after consulting the council, appoint up to three advisers",
		Row{Attribute: "the committee", Deontic: "may", Aim: "appoint", Object: "up to three advisers", Condition: "after consulting the council", Force: graph.Permission}},
	{"the dhcb shall draw up and adopt its own rules",
		Row{Attribute: "the dhcb", Deontic: "shall", Aim: "draw up and adopt", Object: "its own rules", Force: graph.Obligation}},
	{"in the absence of a chair the mayor shall name a deputy",
		Row{Attribute: "the mayor", Deontic: "shall", Aim: "name", Object: "a deputy", Condition: "in the absence of a chair", Force: graph.Obligation}},
	{"four (4) members shall be elected by the teachers who hold a post",
		Row{Attribute: "the teachers who hold a post", Deontic: "shall", Aim: "be elected", Object: "four members", Force: graph.Obligation}},
	{"and submit a yearly report to the minister",
		Row{Aim: "submit", Object: "a yearly report"}},
	{"; and, if necessary, repair the fence",
		Row{Aim: "repair", Object: "the fence", Condition: "if necessary"}},
	{"be reviewed by the panel every two years",
		Row{Attribute: "the panel", Aim: "be reviewed"}},
	{"and may refuse any request that comes late",
		Row{Deontic: "may", Aim: "refuse", Object: "any request", Force: graph.Permission}},
	{"and guided by the advice of the panel",
		Row{Aim: "guided", Constraint: "by the advice of the panel"}},
	{"to promote the exchange of data among the member states",
		Row{Aim: "promote", Object: "the exchange of data among the member states"}},
	{"2 collect samples of water",
		Row{Aim: "collect", Object: "samples of water"}},
	{"Implement measures to reduce noise.",
		Row{Aim: "implement", Object: "measures"}},
	{"(a) The name and address of the applicant, as printed on the licence;",
		Row{Object: "The name and address of the applicant"}},
	{"(3) Clay pots (unglazed)—for seedlings only.",
		Row{Object: "Clay pots"}},
	{"(c) As binders—Starch.",
		Row{Object: "Starch"}},
	{"(b) Travel costs. The agency will cover the travel costs of witnesses.",
		Row{Attribute: "The agency", Deontic: "will", Aim: "cover", Object: "the travel costs of witnesses", Force: graph.Commitment}},
	{"The Director is authorized to enter into agreements with other agencies for the purposes of this chapter.",
		Row{Attribute: "The Director", Deontic: "is authorized", Aim: "enter", Constraint: "for the purposes of this chapter", Force: graph.Permission}},
	{"The operator is not required to keep samples.",
		Row{Aim: "is required", Object: "The operator"}},
	{"The owner shall be required to: 1. Maintain the fence…2. Mark the gate.",
		Row{Attribute: "The owner", Deontic: "shall be required", Aim: "maintain", Object: "the fence", Force: graph.Obligation}},
	{"Each party agrees to notify the others promptly of any change.",
		Row{Attribute: "Each party", Aim: "agrees to notify", Object: "the others"}},
	{"It shall be the duty of the clerk to record all votes.",
		Row{Attribute: "the clerk", Deontic: "shall be the duty", Aim: "record", Object: "all votes", Force: graph.Obligation}},
	{"The panel consists of seven members appointed by the governor.",
		Row{Attribute: "The panel", Aim: "consists", Object: "seven members appointed by the governor"}},
	{"A quorum shall consist of five members.",
		Row{Deontic: "shall", Aim: "consist", Object: "A quorum", Force: graph.Obligation}},
	{"The term of office of members is four years.",
		Row{Aim: "is", Object: "The term of office of members"}},
	{"The purpose of these rules is to: (1) Protect divers.",
		Row{Aim: "is", Object: "The purpose of these rules"}},
	{"Persons under sixteen are exempt from the fee.",
		Row{Aim: "are exempt", Object: "Persons under sixteen"}},
	{"There is hereby established a harbour advisory board.",
		Row{Aim: "established", Object: "a harbour advisory board"}},
	{"There shall be no appeal to the minister.",
		Row{Deontic: "shall", Aim: "be", Object: "no appeal", Force: graph.Prohibition}},
	{"Now, therefore, be it resolved by the board of trustees that all schools shall offer breakfast",
		Row{Attribute: "all schools", Deontic: "shall", Aim: "offer", Object: "breakfast", Force: graph.Obligation}},
	{"RESOLVED, that the Secretary shall convene a meeting of the parties",
		Row{Attribute: "the Secretary", Deontic: "shall", Aim: "convene", Object: "a meeting of the parties", Force: graph.Obligation}},
	{"which [the harbour board] shall meet monthly",
		Row{Deontic: "shall", Aim: "meet", Object: "which", Force: graph.Obligation}},
	{"[The board shall] report its findings to the council",
		Row{Attribute: "The board", Deontic: "shall", Aim: "report", Object: "its findings", Force: graph.Obligation}},
	{"Unless otherwise provided, costs must be shared equally by the parties.",
		Row{Attribute: "the parties", Deontic: "must", Aim: "be shared", Object: "costs", Condition: "Unless otherwise provided", Force: graph.Obligation}},
	{"THE COUNCIL SHALL ADOPT RULES OF PROCEDURE.",
		Row{Attribute: "THE COUNCIL", Deontic: "SHALL", Aim: "ADOPT", Object: "RULES OF PROCEDURE", Force: graph.Obligation}},
	{"The producer must not:",
		Row{Attribute: "The producer", Deontic: "must not", Force: graph.Prohibition}},
	{"Such logs must:",
		Row{Deontic: "must", Object: "Such logs", Force: graph.Obligation}},
	{"The fence may or may not be visible.",
		Row{Deontic: "may or may not", Aim: "be visible", Object: "The fence", Force: graph.Permission}},
	{"The clerk shall send each applicant a written notice of the decision.",
		Row{Attribute: "The clerk", Deontic: "shall", Aim: "send", Object: "a written notice of the decision", Force: graph.Obligation}},
	{"The agency shall inform the owner of its findings on noise.",
		Row{Attribute: "The agency", Deontic: "shall", Aim: "inform", Object: "the owner", Force: graph.Obligation}},
	{"The council shall comply with the conditions set forth in the charter.",
		Row{Attribute: "The council", Deontic: "shall", Aim: "comply", Object: "the conditions set forth in the charter", Force: graph.Obligation}},
	{"The list of substances that may be used in wells;",
		Row{Object: "The list of substances"}},
	{"The lagoon needs to be dredged by the port authority.",
		Row{Attribute: "the port authority", Deontic: "needs to", Aim: "be dredged", Object: "The lagoon", Force: graph.Obligation}},
	{"The owners agree to clear and mark the paths of the park.",
		Row{Attribute: "The owners", Aim: "agree to clear and mark", Object: "the paths of the park"}},
	{"The employer shall ensure that workers who handle acid wear gloves.",
		Row{Attribute: "The employer", Deontic: "shall", Aim: "ensure", Object: "that workers who handle acid wear gloves", Force: graph.Obligation}},
	{"(d) sharing tools that schools can adapt freely;",
		Row{Aim: "sharing", Object: "tools"}},
	{"The records shall be made available to any person.",
		Row{Deontic: "shall", Aim: "be made available", Object: "The records", Force: graph.Obligation}},
	{"Every school, in accordance with its charter, shall elect a council.",
		Row{Attribute: "Every school", Deontic: "shall", Aim: "elect", Object: "a council", Constraint: "in accordance with its charter", Force: graph.Obligation}},
	{"Each owner must mark the gate: Provided, That, the clerk may waive the duty.",
		Row{Attribute: "Each owner", Deontic: "must", Aim: "mark", Object: "the gate", Condition: "Provided, That, the clerk may waive the duty", Force: graph.Obligation}},
	{"Due to ice or fog, the master may close the harbour.",
		Row{Attribute: "the master", Deontic: "may", Aim: "close", Object: "the harbour", Force: graph.Permission}},
	{"Supply water on such terms as the Board may fix.",
		Row{Aim: "supply", Object: "water on such terms"}},
	{"the agency will serve as a forum for divers and fishers",
		Row{Attribute: "the agency", Deontic: "will", Aim: "serve", Force: graph.Commitment}},
	{"The Agency may, on written request of a member, waive the mooring fee.",
		Row{Attribute: "The Agency", Deontic: "may", Aim: "waive", Object: "the mooring fee", Force: graph.Permission}},
	{"The committee shall determine, after a public hearing, whether the berth is safe.",
		Row{Attribute: "The committee", Deontic: "shall", Aim: "determine", Object: "whether the berth is safe", Condition: "after a public hearing", Force: graph.Obligation}},
	{"Furnish warm blankets, in the number agreed with the warden;",
		Row{Aim: "furnish", Object: "warm blankets"}},
	{"Devise, carry out and revise a drill for every lock.",
		Row{Aim: "devise, carry out and revise", Object: "a drill for every lock"}},
	{"Conduct of meetings and minutes.",
		Row{Object: "Conduct of meetings and minutes"}},
	{"Where a serious crack has been found, regulate or shut the sluices;",
		Row{Aim: "regulate or shut", Object: "the sluices", Condition: "Where a serious crack has been found"}},
	{"It is unlawful for any person to dump ash in the canal.",
		Row{Attribute: "any person", Deontic: "is unlawful", Aim: "dump", Object: "ash", Force: graph.Prohibition}},
	{"It shall be necessary to keep a log.",
		Row{Deontic: "shall be necessary", Aim: "keep", Object: "a log", Force: graph.Obligation}},
	{"The mayor need not publish a map.",
		Row{Attribute: "The mayor", Deontic: "need not", Aim: "publish", Object: "a map"}},
	{"The clerk is authorized and directed to open an account.",
		Row{Attribute: "The clerk", Deontic: "is authorized and directed", Aim: "open", Object: "an account", Force: graph.Permission}},
	{"Owners must not only count but label the crates.",
		Row{Attribute: "Owners", Deontic: "must", Aim: "count but label", Object: "the crates", Force: graph.Obligation}},
	{"Members must refrain from selling tickets to divers.",
		Row{Attribute: "Members", Deontic: "must", Aim: "refrain", Object: "selling tickets to divers", Force: graph.Obligation}},
	{"The panel will report to the council on its visits.",
		Row{Attribute: "The panel", Deontic: "will", Aim: "report", Object: "its visits", Force: graph.Commitment}},
	{"The panel will report to the council on a yearly basis.",
		Row{Attribute: "The panel", Deontic: "will", Aim: "report", Force: graph.Commitment}},
	{"not later than june 1 and each june thereafter the board shall send its accounts to the mayor",
		Row{Attribute: "the board", Deontic: "shall", Aim: "send", Object: "its accounts", Force: graph.Obligation}},
	{"That no seal has been broken",
		Row{Object: "That no seal has been broken"}},
	{"The agency shall collect data relevant to the harbour.",
		Row{Attribute: "The agency", Deontic: "shall", Aim: "collect", Object: "data relevant to the harbour", Force: graph.Obligation}},
	{"The agency shall fund a study of trends in boat traffic.",
		Row{Attribute: "The agency", Deontic: "shall", Aim: "fund", Object: "a study of trends in boat traffic", Force: graph.Obligation}},
	{"The operators shall:",
		Row{Attribute: "The operators", Deontic: "shall", Force: graph.Obligation}},
	{"The plan was drawn up by the committee.",
		Row{Attribute: "the committee", Aim: "was drawn up", Object: "The plan"}},
}

func TestCodeOfNothing(t *testing.T) {
	e := testCoder(t, scripted{t: t, name: "no parse is needed; nothing"})
	for _, text := range []string{"", " ", ";", "…", "12.", "(3)", "— —", "🎉 🎉", "\x00\xff"} {
		if got := e.Code(text); got != (Row{}) {
			t.Errorf("Code(%q) = %+v, want an empty row", text, got)
		}
	}
}

func TestTidyRow(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"marker", "(b) the fee", "the fee"},
		{"markers", "2. (iv) the fee", "the fee"},
		{"bullet", "• the fee", "the fee"},
		{"letter without its bracket", "d the mayor may vote", "the mayor may vote"},
		{"articles are no markers", "a mayor may vote", "a mayor may vote"},
		{"run-in title", "(c) Late fees. The clerk may waive them.", "The clerk may waive them."},
		{"a short sentence is no title", "Late fees. The clerk may waive them.", "Late fees. The clerk may waive them."},
		{"ellipses", "…and shall report…", "and shall report"},
		{"supplied words", "[The mayor shall] report [yearly]", "The mayor shall report yearly"},
		{"gloss of a pronoun", "which [the fund] may be used", "which may be used"},
		{"lead-in", "The mayor shall: (1) Vote; (2) speak.", "The mayor shall vote; speak."},
		{"lead-in of purposes", "The aim is to: (a) To heal.", "The aim is to heal."},
		{"lead-in without a colon", "the mayor may b. vote", "the mayor may vote"},
		{"cut list", "shall vote…2. Speak", "shall vote; Speak"},
		{"resolution", "Be it enacted by the senate, that trams run free", "trams run free"},
		{"resolved", "Further resolved: that trams run free", "trams run free"},
		{"a number twice", "nine (9) chairs", "nine chairs"},
		{"two numbers", "nine 3 chairs", "nine 3 chairs"},
		{"aside", "the fee (see part (b) below) is due", "the fee is due"},
		{"plural in brackets", "the permit(s) issued", "the permit(s) issued"},
		{"use", "As a glue—resin", "resin"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tidyRow(tt.text); got != tt.want {
				t.Errorf("tidyRow(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestUnpronounceable(t *testing.T) {
	for w, want := range map[string]bool{"nhs": true, "dpfc": true, "ngo": true, "board": false, "school": false, "by": false, "9th": false, "élan": false} {
		if got := unpronounceable(w); got != want {
			t.Errorf("unpronounceable(%q) = %v", w, got)
		}
	}
}

// wild gives every text some tree: tags and relations drawn by the words, the
// root by all of them. What it parses makes no sense, which is its use.
type wild struct{}

func (wild) Parse(text string) english.Sentence {
	s := english.Sentence{Text: text, Tokens: english.Tokenize(text)}
	seed := hash(text)
	root := draw(seed, len(s.Tokens))
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		word := hash(tok.Text)
		pair := strings.Split(wildTags[draw(word, len(wildTags))], "/")
		tok.UPOS, tok.XPOS, tok.Lemma = pair[0], pair[1], strings.ToLower(tok.Text)
		tok.Deprel = wildRels[draw(seed^word, len(wildRels))]
		switch {
		case i < root:
			tok.Head = i + 1 + draw(seed+word, root-i)
		case i > root:
			tok.Head = root + draw(seed+word, i-root)
		default:
			tok.Head, tok.Deprel = -1, "root"
		}
	}
	return s
}

var (
	wildTags = strings.Fields("NOUN/NN NOUN/NNS PROPN/NNP VERB/VB VERB/VBN VERB/VBZ VERB/VBG AUX/MD AUX/VB DET/DT ADP/IN SCONJ/IN CCONJ/CC ADV/RB PRON/WP PRON/WDT PRON/EX PART/TO ADJ/JJ NUM/CD")
	wildRels = strings.Fields("nsubj nsubj:pass obj obl obl:agent nmod advcl acl acl:relcl aux aux:pass cop mark case det cc conj ccomp xcomp expl punct parataxis")
)

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// draw picks a number below n by h; 0 where n is not positive.
func draw(h uint32, n int) int {
	if n <= 0 {
		return 0
	}
	return int(h % uint32(n))
}

func FuzzCode(f *testing.F) {
	for _, r := range codeRows {
		f.Add(r.text)
	}
	f.Add("É8z")
	f.Add("ÉTAT 🎉 shall [not] — (a) : ; to")
	f.Add(strings.Repeat("in , the who shall ", 500))
	e := testCoder(f, wild{})
	f.Fuzz(func(t *testing.T, text string) {
		row := e.Code(text)
		for _, field := range []string{row.Attribute, row.Object, row.Deontic, row.Aim, row.Condition, row.Constraint} {
			if utf8.ValidString(text) && !utf8.ValidString(field) {
				t.Errorf("Code(%q): %q is cut inside a character", text, field)
			}
			if field != fold(field) {
				t.Errorf("Code(%q): white space in %q", text, field)
			}
		}
		if again := e.Code(text); again != row {
			t.Errorf("Code(%q) = %+v, then %+v", text, row, again)
		}
	})
}
