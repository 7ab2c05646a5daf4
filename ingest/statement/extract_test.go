package statement

import (
	"os"
	"slices"
	"strings"
	"testing"

	"mandate/data"
	"mandate/ingest/english"
)

// scripted is a parser that knows the sentences of a file in testdata, so
// that the rules are tested apart from the language model.
type scripted struct {
	t     testing.TB
	name  string // the file
	trees map[string]english.Sentence
}

// scriptedBy is the parser that knows the sentences of a file of trees.
func scriptedBy(t testing.TB, name string) scripted {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p := scripted{t, name, map[string]english.Sentence{}}
	for s, err := range english.ReadCoNLLU(f) {
		if err != nil {
			t.Fatal(err)
		}
		p.trees[s.Text] = s
	}
	if len(p.trees) == 0 {
		t.Fatalf("%s holds no tree", name)
	}
	return p
}

func (p scripted) Parse(text string) english.Sentence {
	s, ok := p.trees[text]
	if !ok {
		p.t.Errorf("%s has no tree of %q", p.name, text)
	}
	s.Tokens = slices.Clone(s.Tokens)
	return s
}

// bodies takes a few nouns for actors.
type bodies struct{}

func (bodies) CanAct(s *english.Sentence, _, _, head int) bool {
	switch strings.ToLower(s.Tokens[head].Lemma) {
	case "we", "authority", "company", "operator", "agency", "council", "norway", "state", "captain", "union", "guard", "assembly", "pilot", "party":
		return true
	}
	return false
}

func (bodies) Names(*english.Sentence) [][2]int { return nil }

func testExtractor(t testing.TB) *Extractor { return extractorBy(t, "testdata/trees.conllu") }

// extractorBy is an extractor over the trees of a file.
func extractorBy(t testing.TB, trees string) *Extractor {
	t.Helper()
	cues, err := LoadCues(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return NewExtractor(scriptedBy(t, trees), bodies{}, cues)
}

// line shows a found statement as "who | deontic | force | aim | object | polarity".
func line(f Found) string {
	return strings.Join([]string{f.Attribute.Text(), f.Deontic, string(f.Force), f.Aim, f.Object, string(f.Polarity)}, " | ")
}

func lines(found []Found) []string {
	var out []string
	for _, f := range found {
		out = append(out, line(f))
	}
	return out
}

func TestExtractSentence(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"coordinated subjects and verbs", "Harbour authorities and shipping companies shall publish and update their safety plans.", []string{
			"Harbour authorities | shall | obligation | publish | their safety plans | +",
			"shipping companies | shall | obligation | publish | their safety plans | +",
			"Harbour authorities | shall | obligation | update | their safety plans | +",
			"shipping companies | shall | obligation | update | their safety plans | +"}},
		{"members of a whole", "All operators, including ferry companies and port agencies, should report spills to the Coast Guard.", []string{
			"All operators, including ferry companies and port agencies | should | recommendation | report | spills | +",
			"ferry companies | should | recommendation | report | spills | +",
			"port agencies | should | recommendation | report | spills | +"}},
		{"gerunds in a row, one over a clause", "The Agency is responsible for drafting charts, proving that the pilot knows them, and repairing buoys.", []string{
			"The Agency | is responsible for | obligation | draft | charts | +",
			"The Agency | is responsible for | obligation | prove | that the pilot knows them | +",
			"The Agency | is responsible for | obligation | repair | buoys | +"}},
		{"an impersonal duty that hangs on its holder", "It is the responsibility of each captain to log the depth.", []string{
			"each captain | It is the responsibility of | obligation | log | the depth | +"}},
		{"an impersonal ban", "It is prohibited for operators to fish at night.", []string{
			"operators | It is prohibited for | prohibition | fish |  | -"}},
		{"a commitment made that holds", "The states have agreed to share charts.", []string{
			"The states | have agreed to | commitment | share | charts | +"}},
		{"a commitment of the past", "The states had agreed to share charts.", nil},
		{"a request in a noun", "The Assembly reiterates its call upon all States to ratify the treaty.", []string{
			"The Assembly |  | stance | reiterate | its call | +",
			"all States | is called upon to | recommendation | ratify | the treaty | +"}},
		{"a request in a noun, to two", "The Council renews its invitation to Norway and other companies to contribute to the fund.", []string{
			"Norway | is invited to | recommendation | contribute | the fund | +",
			"other companies | is invited to | recommendation | contribute | the fund | +"}},
		{"a request that is not made", "The Council rejects the call for a new tax.", []string{
			"The Council |  | stance | reject | the call | -"}},
		{"be with an infinitive", "The Council is to meet twice a year and is to elect a chair.", []string{
			"The Council | is to | obligation | meet |  | +",
			"The Council | is to | obligation | elect | a chair | +"}},
		{"be with a passive infinitive, denied", "The logbooks are not to be disclosed by the Agency.", []string{
			"the Agency | are not to | prohibition | disclose | The logbooks | -"}},
		{"an infinitive that says what a thing is", "The first step is to map the reefs.", nil},
		{"be with an infinitive as a condition", "If the Council is to meet, a captain must be present.", []string{
			"a captain | must | obligation | be | present | +"}},
		{"the second infinitive of a series that a gerund cut off", "The Agency is required to track spending on dredging and to publish the sums.", []string{
			"The Agency | is required to | obligation | track | spending on dredging | +",
			"The Agency | is required to | obligation | publish | the sums | +"}},
		{"what a phrase within the addressed one is asked", "The Assembly urges the captain and the pilot of each state, as well as companies of the union, to report on reefs.", []string{
			"The Assembly |  | stance | urge | the captain and the pilot of each state | +",
			"the captain | is urged to | recommendation | report | reefs | +",
			"the pilot of each state | is urged to | recommendation | report | reefs | +",
			"companies of the union | is urged to | recommendation | report | reefs | +"}},
		{"two actors that the parser made one", "The Council and local authorities shall publish tide tables.", []string{
			"The Council | shall | obligation | publish | tide tables | +",
			"local authorities | shall | obligation | publish | tide tables | +"}},
		{"two kinds of a third actor", "The captain and pilot councils shall meet.", []string{
			"The captain and pilot councils | shall | obligation | meet |  | +"}},
		{"passive agent behind the second verb", "The rules need to be drafted and reviewed by the Harbour Council.", []string{
			"the Harbour Council | need to | obligation | draft | The rules | +",
			"the Harbour Council | need to | obligation | review | The rules | +"}},
		{"participle that governs a gerund", "Norway is firmly committed to protecting coastal waters.", []string{
			"Norway | is firmly committed to | commitment | protect | coastal waters | +"}},
		{"the stronger of two nouns", "Every state has the right and duty to inspect foreign vessels.", []string{
			"Every state | has the right and duty to | obligation | inspect | foreign vessels | +"}},
		{"a duty that nobody holds", "Oil must not be discharged within the reserve.", []string{
			" | must not | prohibition | discharge | Oil | -"}},
		{"stances, and whom one addresses", "Norway opposes the dumping of waste and encourages all captains to keep a log.", []string{
			"Norway |  | stance | oppose | the dumping of waste | -",
			"Norway |  | stance | encourage | all captains | +",
			"all captains | is encouraged to | recommendation | keep | a log | +"}},
		{"that-clause of a directive", "The Council recommends that member states train their pilots.", []string{
			"The Council |  | stance | recommend | that member states train their pilots | +",
			"member states | recommends that | recommendation | train | their pilots | +"}},
		{"denied subject", "No captain shall enter the reserve unless the Harbour Council agrees.", []string{
			"No captain | shall | prohibition | enter | the reserve | -"}},
		{"adjective that governs a gerund", "The Harbour Council is responsible for maintaining the register.", []string{
			"The Harbour Council | is responsible for | obligation | maintain | the register | +"}},
		{"declared goal", "The goal of the Union is to restore the fisheries.", []string{
			"the Union |  | goal | restore | the fisheries | +"}},
		{"report of what was", "Captains were allowed to enter the bay.", nil},
		{"modal over a parenthesis", "The Coast Guard may, where necessary, detain a vessel.", []string{
			"The Coast Guard | may | permission | detain | a vessel | +"}},
		{"duty named by a noun", "The Assembly confers on the Council primary responsibility for the maintenance of lighthouses.", []string{
			"The Assembly |  | stance | confer | primary responsibility | +",
			"the Council | primary responsibility for | obligation | maintain | lighthouses | +"}},
		{"description", "Tides are strong in this bay.", nil},
		{"neither of two", "Neither the Council nor the agency may sell maps.", []string{
			"the Council | may | prohibition | sell | maps | -",
			"the agency | may | prohibition | sell | maps | -"}},
		{"neither of two acts", "Captains shall neither sell nor copy the charts.", []string{
			"Captains | shall | prohibition | sell | the charts | -",
			"Captains | shall | prohibition | copy | the charts | -"}},
		{"what is not required is not forbidden", "No captain is required to answer.", []string{
			"No captain | is required to | obligation | answer |  | -"}},
		{"a modal of its own that lays no duty", "Operators need to train the crew and cannot dismiss them.", []string{
			"Operators | need to | obligation | train | the crew | +"}},
		{"predicate without the verb after it", "A company shall be liable for spills and must repair the coast.", []string{
			"A company | shall | obligation | be | liable for spills | +",
			"A company | must | obligation | repair | the coast | +"}},
		{"a short condition is no aim", "Operators should publish the plan and, where appropriate, consult the agency.", []string{
			"Operators | should | recommendation | publish | the plan | +",
			"Operators | should | recommendation | consult | the agency | +"}},
		{"a right and a duty, each with its aim", "Every state has the sovereign right to use the water resources within its reserve and the responsibility to ensure that such use does not harm other states.", []string{
			"Every state | has the sovereign right to | permission | use | the water resources | +",
			"Every state | responsibility | obligation | ensure | that such use does not harm other states | +"}},
		{"under no circumstances", "Under no circumstances shall a pilot leave the ship.", []string{
			"a pilot | shall | prohibition | leave | the ship | -"}},
		{"while another", "The agency will draw the charts, while operators will print them.", []string{
			"The agency | will | commitment | draw | the charts | +",
			"operators | will | commitment | print | them | +"}},
		{"stance in two words", "The Assembly takes note of the report.", []string{
			"The Assembly |  | stance | take | note of the report | +"}},
		{"request behind a relative clause", "The Council requests member states that have not yet done so to ratify the treaty.", []string{
			"The Council |  | stance | request | member states | +",
			"member states | is requested to | recommendation | ratify | the treaty | +"}},
		{"Roman numeral", "Reefs listed in Annex I shall not be fished.", []string{
			" | shall not | prohibition | fish | Reefs | -"}},
		{"goals listed in the sentence", "The aim of the Union is: restore the fisheries; protect the coast; and train pilots.", []string{
			"the Union |  | goal | restore | the fisheries | +",
			"the Union |  | goal | protect | the coast | +",
			"the Union |  | goal | train | pilots | +"}},
	}
	e := testExtractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := lines(e.ExtractSentence(tt.text).Found); !slices.Equal(got, tt.want) {
				t.Errorf("found\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(tt.want, "\n  "))
			}
		})
	}
}

func TestGoalsNameTheirFragment(t *testing.T) {
	found := testExtractor(t).ExtractSentence("The aim of the Union is: restore the fisheries; protect the coast; and train pilots.").Found
	var got []string
	for _, f := range found {
		got = append(got, f.Goals...)
	}
	if want := []string{"Restore the fisheries", "Protect the coast", "Train pilots"}; !slices.Equal(got, want) {
		t.Errorf("goals %q, want %q", got, want)
	}
}

func TestConditionAndRecipient(t *testing.T) {
	e := testExtractor(t)
	f := e.ExtractSentence("No captain shall enter the reserve unless the Harbour Council agrees.").Found[0]
	if want := "unless the Harbour Council agrees"; f.Condition != want {
		t.Errorf("condition %q, want %q", f.Condition, want)
	}
	f = e.ExtractSentence("All operators, including ferry companies and port agencies, should report spills to the Coast Guard.").Found[0]
	if want := "the Coast Guard"; f.Recipient != want {
		t.Errorf("recipient %q, want %q", f.Recipient, want)
	}
}
