package statement

import (
	"slices"
	"strings"
	"testing"

	"mandate/data"
	"mandate/graph"
)

// listExtractor knows the sentences of testdata/lists.conllu.
func listExtractor(t testing.TB) *Extractor {
	t.Helper()
	cues, err := LoadCues(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return NewExtractor(scriptedBy(t, "testdata/lists.conllu"), bodies{}, cues)
}

// outline makes a document of lines: "# " before a heading, and before the
// items of a list a bullet, indented by two blanks for each level. An item
// stands under the nearest line above that is not as deep; under a heading or
// at the beginning nothing leads it in. A line may hold several sentences,
// divided by " | ".
func outline(text ...string) *graph.Document {
	d := &graph.Document{}
	section := -1
	for _, text := range text {
		b := graph.Block{Kind: graph.BlockParagraph, LeadIn: -1}
		depth := (len(text) - len(strings.TrimLeft(text, " "))) / 2
		text = strings.TrimSpace(text)
		switch {
		case strings.HasPrefix(text, "# "):
			b.Kind, text = graph.BlockHeading, text[2:]
			d.Sections = append(d.Sections, graph.Section{Title: text, Parent: -1})
			section++
		case strings.HasPrefix(text, "• "):
			b.Kind, b.Marker, b.Depth, text = graph.BlockListItem, "•", depth, text[len("• "):]
			b.LeadIn = above(d, depth)
		}
		b.Section = section
		b.Start = len(d.Text)
		for _, s := range strings.Split(text, " | ") {
			span := graph.Span{Start: len(d.Text), End: len(d.Text) + len(s)}
			d.Text += s + "\n"
			d.Sentences = append(d.Sentences, graph.Sentence{Span: span, Block: len(d.Blocks), Section: section})
		}
		b.End = len(d.Text) - 1
		d.Blocks = append(d.Blocks, b)
	}
	return d
}

func above(d *graph.Document, depth int) int {
	for i := len(d.Blocks) - 1; i >= 0; i-- {
		switch b := d.Blocks[i]; {
		case b.Kind == graph.BlockHeading:
			return -1
		case b.Kind == graph.BlockParagraph || b.Depth < depth:
			return i
		}
	}
	return -1
}

func read(t *testing.T, text ...string) []string {
	t.Helper()
	var got []string
	for _, res := range listExtractor(t).Extract(outline(text...)) {
		got = append(got, lines(res.Found)...)
	}
	return got
}

func check(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("found\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestLists(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string
	}{
		{"gerunds under a recommendation", []string{"Member states are encouraged to consider the following:",
			"• training pilots and keeping a register;", "• to mark the channel."}, []string{
			"Member states | are encouraged to | recommendation | consider | the following | +",
			"Member states | are encouraged to | recommendation | train | pilots | +",
			"Member states | are encouraged to | recommendation | keep | a register | +",
			"Member states | are encouraged to | recommendation | mark | the channel | +"}},
		{"a circumstance between the modal and the list", []string{"Every operator shall, as far as possible and without delay:",
			"• inspect the hull;", "• where feasible, repair the leak."}, []string{
			"Every operator | shall | obligation | inspect | the hull | +",
			"Every operator | shall | obligation | repair | the leak | +"}},
		{"a circumstance without commas", []string{"The Agency must in particular:", "• publish the charts."}, []string{
			"The Agency | must | obligation | publish | the charts | +"}},
		{"a governor without its complement", []string{"The states undertake:", "• To share the charts;", "• To train pilots."}, []string{
			"The states | undertake to | commitment | share | the charts | +",
			"The states | undertake to | commitment | train | pilots | +"}},
		{"a prohibition", []string{"Captains shall not:", "• leave the ship;", "• sell the charts."}, []string{
			"Captains | shall not | prohibition | leave | the ship | -",
			"Captains | shall not | prohibition | sell | the charts | -"}},
		{"a denied item", []string{"The company shall:", "• train the crew;", "• not sell the charts."}, []string{
			"The company | shall | obligation | train | the crew | +",
			"The company | shall | prohibition | sell | the charts | -"}},
		{"a relative clause", []string{"The harbour is run by the Port Agency, which shall:", "• collect the fees."}, []string{
			"the Port Agency | shall | obligation | collect | the fees | +"}},
		{"lists in lists", []string{"The Council shall:", "• support the pilots by:", "  • paying their wages;", "  • lending boats;", "• publish a report."}, []string{
			"The Council | shall | obligation | support | the pilots | +",
			"The Council | shall | obligation | pay | their wages | +",
			"The Council | shall | obligation | lend | boats | +",
			"The Council | shall | obligation | publish | a report | +"}},
		{"items of several sentences", []string{"We will:", "• Map the reefs. | Publish the maps every year.", "• Train pilots."}, []string{
			"We | will | commitment | map | the reefs | +",
			"We | will | commitment | publish | the maps | +",
			"We | will | commitment | train | pilots | +"}},
		{"what is asked of another", []string{"The Council requests the Agency:", "• To prepare a map of the reefs;", "• To inspect every boat."}, []string{
			"The Council |  | stance | request | the Agency | +",
			"the Agency | is requested to | recommendation | prepare | a map of the reefs | +",
			"the Agency | is requested to | recommendation | inspect | every boat | +"}},
		{"clauses under a recommendation", []string{"The Council recommends that:", "• the Agency publish the charts;", "• the Union open its harbours."}, []string{
			"The Council |  | stance | recommend |  | +",
			"the Agency | recommends that | recommendation | publish | the charts | +",
			"the Union | recommends that | recommendation | open | its harbours | +"}},
		{"things are no aims", []string{"The company shall submit the following documents:", "• a map of the reef;", "• licences of the pilots."}, []string{
			"The company | shall | obligation | submit | the following documents | +"}},
		{"subjects of a report are no aims", []string{"The company shall write a report on the following:", "• the training of pilots;", "• the repair of boats."}, []string{
			"The company | shall | obligation | write | a report | +"}},
		{"a condition that is whole", []string{"The company shall meet the following standards when a ferry is late:", "• The company shall feed the crew."}, []string{
			"The company | shall | obligation | meet | the following standards | +",
			"The company | shall | obligation | feed | the crew | +"}},
		{"what describes is no aim", []string{"The Agency shall fine any captain who:", "• leaves the ship;", "• sells the charts."}, []string{
			"The Agency | shall | obligation | fine | any captain | +"}},
		{"an item that is a sentence", []string{"The Council shall:", "• Working with the Agency, states will train pilots."}, []string{
			"states | will | commitment | train | pilots | +"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, read(t, tt.lines...), tt.want) })
	}
}

func TestAnnounced(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string
	}{
		{"goals", []string{"The aim of the Union is:", "• restore the fisheries", "• protect the coast"}, []string{
			"the Union |  | goal | restore | the fisheries | +",
			"the Union |  | goal | protect | the coast | +"}},
		{"functions of a body", []string{"The functions of the Agency are:", "• collect the fees;", "• to inspect every boat."}, []string{
			"the Agency |  | obligation | collect | the fees | +",
			"the Agency |  | obligation | inspect | every boat | +"}},
		{"functions that a body has", []string{"The Agency has the following functions:", "• the management of the harbours;", "• issuing licences."}, []string{
			"The Agency |  | obligation | manage | the harbours | +",
			"The Agency |  | obligation | issue | licences | +"}},
		{"powers", []string{"The powers of the Council are:", "• to inspect every boat."}, []string{
			"the Council |  | permission | inspect | every boat | +"}},
		{"acts named by nouns", []string{"The Agency is responsible for:", "• training pilots;", "• the maintenance of lighthouses;", "• the harbour."}, []string{
			"The Agency | is responsible for | obligation | train | pilots | +",
			"The Agency | is responsible for | obligation | maintain | lighthouses | +"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, read(t, tt.lines...), tt.want) })
	}
}

func TestChargedByName(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string
	}{
		{"the heading names who", []string{"# Port Agency", "• Maintain the buoys.", "• Inspects every boat."}, []string{
			"Port Agency |  | obligation | maintain | the buoys | +",
			"Port Agency |  | obligation | inspect | every boat | +"}},
		{"the item names who", []string{"The roles are as follows:", "• Port Agency: maintain the buoys.", "• Weather: rain is expected."}, []string{
			"Port Agency |  | obligation | maintain | the buoys | +"}},
		{"what is counted names nobody", []string{"Step A2: Maintain the buoys."}, nil},
		{"the heading names a thing", []string{"# Buoys", "• Maintain the buoys."}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, read(t, tt.lines...), tt.want) })
	}
}

// TestWholeSentencesLeadInByChance reads items under a sentence that is complete.
func TestWholeSentencesLeadInByChance(t *testing.T) {
	check(t, read(t, "No captain shall leave the port.", "• Failure to pay the fee ends the lease.", "• Notwithstanding the rule, the Agency may lend boats."), []string{
		"No captain | shall | prohibition | leave | the port | -",
		"the Agency | may | permission | lend | boats | +"})
	check(t, read(t, "The Agency shall keep the pier safe:", "• set aside ropes;", "• notwithstanding costs."), []string{
		"The Agency | shall | obligation | keep | the pier | +",
		"The Agency | shall | obligation | set | ropes | +"})
}

func TestConditionsInAList(t *testing.T) {
	var found []Result
	for _, res := range listExtractor(t).Extract(outline("The Agency may refuse a licence if:", "• the company has no pilot; or", "• the boat leaks.")) {
		found = append(found, res)
	}
	if got, want := lines(found[0].Found), []string{"The Agency | may | permission | refuse | a licence | +"}; !slices.Equal(got, want) {
		t.Fatalf("found %q, want %q", got, want)
	}
	if got, want := found[0].Found[0].Condition, "the company has no pilot; the boat leaks"; got != want {
		t.Errorf("condition %q, want %q", got, want)
	}
	for _, item := range found[1:] {
		if len(item.Found) > 0 {
			t.Errorf("a condition is read as %q", lines(item.Found))
		}
	}
}
