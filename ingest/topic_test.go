package ingest

import (
	"slices"
	"strings"
	"testing"

	"mandate/graph"
)

// topicsIn reads a text and returns the slugs of all topics of its statements.
func topicsIn(t *testing.T, text string) []string {
	t.Helper()
	r, err := pipeline(t).Read(t.Context(), FromText("text.txt", "", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Statements) == 0 {
		t.Fatalf("no statement in %q", text)
	}
	var out []string
	for _, s := range r.Statements {
		for _, topic := range s.Topics {
			out = append(out, graph.Slug(topic))
		}
	}
	return out
}

func TestTextsMeetInTopics(t *testing.T) {
	tests := []struct {
		topic string
		texts []string
	}{
		{"personal data", []string{
			"Hospitals shall ensure the protection of personal data.",
			"The Agency should supervise personal data protection.",
			"Ministries must not sell personal data."}},
		{"personal data protection", []string{
			"Hospitals shall ensure the protection of personal data.",
			"The Agency should supervise personal data protection."}},
		{"renewable energy", []string{
			"Governments should invest in renewable energy.",
			"Norway will expand various renewable energies.",
			"Member States shall promote the use of renewable energy."}},
		{"wetland", []string{
			"States shall restore wetlands.",
			"Each State must map every wetland on its coast.",
			"The Council should report on these two wetlands."}},
		{"cybersecurity", []string{
			"Banks shall improve cyber security.",
			"Norway supports cybersecurity.",
			"Universities should teach cyber-security."}},
		{"international cooperation", []string{
			"Parties shall strengthen international co-operation.",
			"Parties shall strengthen international cooperation."}},
		{"social development", []string{
			"Governments shall plan economic and social development.",
			"The Fund should finance social development."}},
		{"freedom of expression", []string{
			"The State shall respect freedom of expression.",
			"Norway supports the freedom of expression."}},
		{"women's right", []string{
			"Governments shall protect the rights of women.",
			"Governments shall protect women's rights."}},
	}
	for _, tt := range tests {
		for _, text := range tt.texts {
			if got := topicsIn(t, text); !slices.Contains(got, graph.Slug(tt.topic)) {
				t.Errorf("%s: topics %q, want %s among them", text, got, tt.topic)
			}
		}
	}
}

func TestWhatIsNoTopic(t *testing.T) {
	tests := []struct {
		text string
		not  []string // slugs
	}{
		{"The Agency shall take all appropriate measures in this matter.", []string{"measure", "appropriate-measure", "matter"}},
		{"States should find new ways to help a number of islands within a reasonable period.", []string{
			"way", "new-way", "number", "number-of-island", "period", "reasonable-period"}},
		{"Ministries shall send a report to the Council every two months.", []string{"report", "month", "two-month", "council"}},
		{"Port authorities must weigh ten tonnes of fish in accordance with their duties.", []string{
			"tonne", "ten-tonne", "accordance", "duty"}},
		{"Norway will support greater openness at the regional level.", []string{"greater-openness", "level", "regional-level"}},
		{"Member States shall improve the implementation of the first and second plans.", []string{"implementation", "second-plan", "first-plan"}},
	}
	for _, tt := range tests {
		got := topicsIn(t, tt.text)
		for _, no := range tt.not {
			if slices.Contains(got, no) {
				t.Errorf("%s: %s is a topic (of %s)", tt.text, no, strings.Join(got, ", "))
			}
		}
	}
}
