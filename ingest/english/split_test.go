package english

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSplitSentences(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \n ", nil},
		{"One text without a stop", []string{"One text without a stop"}},
		{"States shall act. They may wait.", []string{"States shall act.", "They may wait."}},
		{"States shall\nact. They may\nwait.", []string{"States shall\nact.", "They may\nwait."}},
		{"A heading\n\nA text. ", []string{"A heading", "A text."}},
		{"See Art. 5, No. 3 and para. (b) of it, e.g. Annex I. It applies.",
			[]string{"See Art. 5, No. 3 and para. (b) of it, e.g. Annex I.", "It applies."}},
		{"We said no. Nobody came.", []string{"We said no.", "Nobody came."}},
		{"The U.S. Senate met in the U.S. The vote failed.", []string{"The U.S. Senate met in the U.S.", "The vote failed."}},
		{"Mr. J. R. Doe of Acme Inc. spoke. Dr. Roe (Ph.D.) left.", []string{"Mr. J. R. Doe of Acme Inc. spoke.", "Dr. Roe (Ph.D.) left."}},
		{"Seeds, tools, etc. Members pay.", []string{"Seeds, tools, etc.", "Members pay."}},
		{"It grew by 3.5 percent. 12 States agreed.", []string{"It grew by 3.5 percent.", "12 States agreed."}},
		{"1. Members agree. 1.2. They pay.", []string{"1. Members agree.", "1.2. They pay."}},
		{"Article 5. Members pay. Section 2. They leave.", []string{"Article 5. Members pay.", "Section 2. They leave."}},
		{"The aims are: to plan; to build; and to share. End.", []string{"The aims are: to plan; to build; and to share.", "End."}},
		{"“We agree.” She left. (He did not.) \"Why?\" he asked.",
			[]string{"“We agree.”", "She left.", "(He did not.)", "\"Why?\" he asked."}},
		{"Is it so? Yes! Wait... and see. Then... Go.", []string{"Is it so?", "Yes!", "Wait... and see.", "Then...", "Go."}},
		{"It holds.[17] It grew.¹ So be it. [2]", []string{"It holds.[17]", "It grew.¹", "So be it. [2]"}},
		{"Do this. (a) Plan. (b) Build.", []string{"Do this.", "(a) Plan.", "(b) Build."}},
		{"obey the law.The parties met. See www.example.org/The.Law now.",
			[]string{"obey the law.", "The parties met.", "See www.example.org/The.Law now."}},
		{"The Ann F. Loe Centre, vol. IV, p. 5, c. 3. It is old.", []string{"The Ann F. Loe Centre, vol. IV, p. 5, c. 3.", "It is old."}},
		{"Visit example.com. Then go.", []string{"Visit example.com.", "Then go."}},
	}
	for _, test := range tests {
		var got []string
		for _, span := range SplitSentences(test.text) {
			got = append(got, test.text[span.Start:span.End])
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("SplitSentences(%q)\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

// checkSentences reports spans that break what SplitSentences promises.
func checkSentences(t *testing.T, text string, spans []Span) {
	t.Helper()
	at, valid := 0, utf8.ValidString(text)
	for i, span := range spans {
		if span.Start < at || span.End <= span.Start || span.End > len(text) {
			t.Fatalf("sentence %d has span %v after %d in %q", i, span, at, text)
		}
		if strings.TrimSpace(text[at:span.Start]) != "" {
			t.Fatalf("%q before sentence %d is lost", text[at:span.Start], i)
		}
		sentence := text[span.Start:span.End]
		if strings.TrimSpace(sentence) != sentence || valid && !utf8.ValidString(sentence) {
			t.Fatalf("sentence %d is %q", i, sentence)
		}
		at = span.End
	}
	if strings.TrimSpace(text[at:]) != "" {
		t.Fatalf("%q at the end is lost", text[at:])
	}
}

func FuzzSplitSentences(f *testing.F) {
	for _, seed := range []string{"", "A. B. C.", "No. 3. The x.\n\nY", "x.[1] [", "…”’)", "\xff. A", "a.B", "1. 2. 3."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkSentences(t, text, SplitSentences(text)) })
}

// TestSplitSentencesLongLines would not end if a scan could start over.
func TestSplitSentencesLongLines(t *testing.T) {
	for _, unit := range []string{"a", "A", ".", "A.", "a. ", "A. ", ". ", "?", ")", ".)", ". [", " ", "\n ", "\n", "…", "1.", "U.S. ", "\xe2"} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		checkSentences(t, text, SplitSentences(text))
	}
}

// TestSplitSentencesTreebank holds the splitter to a floor on paragraphs of
// edited and unedited text, put together from their annotated sentences.
func TestSplitSentencesTreebank(t *testing.T) {
	genres := map[string]*spanScore{"ewt": {}, "gum": {}}
	for _, name := range []string{"en_ewt-dev", "en_gum_open-dev", "en_gum_open-test"} {
		for paragraph := range paragraphs(t, name) {
			text, gold := paragraph.join()
			found := SplitSentences(text)
			corpus, genre := "ewt", "ewt "+strings.SplitN(paragraph[0].document, "-", 2)[0]
			if strings.HasPrefix(paragraph[0].document, "GUM_") {
				corpus, genre = "gum", "gum "+strings.Split(paragraph[0].document, "_")[1]
			}
			if genres[genre] == nil {
				genres[genre] = &spanScore{}
			}
			genres[genre].add(gold, found)
			genres[corpus].add(gold, found)
		}
	}
	for genre, score := range genres {
		t.Logf("%s: %d sentences, F1 %.2f", genre, score.gold, score.f1())
	}
	for genre, floor := range map[string]float64{"ewt": 80, "gum": 95, "gum news": 93, "gum speech": 98, "gum court": 98} {
		score := genres[genre]
		if score == nil || score.gold < 50 || score.f1() < floor {
			t.Errorf("%s: %+v, want F1 of at least %.1f over 50 sentences", genre, score, floor)
		}
	}
}

// paragraph is a run of sentences that are written one behind the other.
type paragraph []treebankSentence

func paragraphs(t *testing.T, name string) func(yield func(paragraph) bool) {
	return func(yield func(paragraph) bool) {
		var p paragraph
		for s := range treebank(t, name) {
			if (s.opensDoc || s.opensPar) && len(p) > 0 {
				if !yield(p) {
					return
				}
				p = nil
			}
			p = append(p, s)
		}
		if len(p) > 0 {
			yield(p)
		}
	}
}

// join puts the sentences together with a blank between, and tells where each is.
func (p paragraph) join() (text string, spans []Span) {
	var b strings.Builder
	for i, s := range p {
		if i > 0 {
			b.WriteByte(' ')
		}
		spans = append(spans, Span{b.Len(), b.Len() + len(s.Text)})
		b.WriteString(s.Text)
	}
	return b.String(), spans
}
